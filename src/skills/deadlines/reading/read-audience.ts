import type { Audience } from '../../../core/duty.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import type { Zone } from '../../../store/zones.ts'

/** What was typed as an audience, with the words that mean nothing. */
export interface AudienceRead {
  readonly audience: Audience
  readonly unknown: readonly string[]
}

export interface Register {
  readonly organizations: readonly NamedOrganization[]
  readonly zones: readonly Zone[]
}

const everybody = /^(全部|所有|各)?(国家级)?实验区$|^全部$|^所有$/
const departments = /^(各|全部|所有)?(省级部门|省级科技主管部门|省份?)$/
const foundedIn = /^建区(\d{4})?(?:-|到|至)?(\d{4})?年?$/

/**
 * Whom a duty concerns, as the office writes it: words that all must hold, in any order. `全部实验区`, `省级部门`,
 * `东部 县域型`, `江苏、浙江`, `2014验收`, `建区2008-2010`, `不含撤出`, names of zones. Values of one kind are alternatives. Pure.
 */
export function readAudience(typed: string, register: Register): AudienceRead {
  const tokens = typed
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((it) => it !== '')
  const found = new Map<string, string[]>()
  const add = (field: string, values: readonly string[]) =>
    found.set(field, [...(found.get(field) ?? []), ...values])
  const unknown: string[] = []
  let of: Audience['of'] = 'zones'
  let founded: Audience['founded']
  const cells = cellsOf(register)
  for (const token of tokens) {
    const years = foundedIn.exec(token)
    const cell = cells.get(token)
    if (everybody.test(token)) continue
    if (departments.test(token)) of = 'provinces'
    else if (years && (years[1] ?? years[2])) founded = range(token, years[1], years[2])
    else if (cell) add(cell.field, [cell.value])
    else if (/^(不含|除)./.test(token)) {
      const known = statusesCalled(token.replace(/^(不含|除)/, ''), register)
      if (known.length > 0) add('notStatuses', known)
      else unknown.push(token)
    } else {
      const zones = zonesNamed(token, register.organizations)
      if (zones.length === 1) add('only', zones)
      else unknown.push(token)
    }
  }
  return { audience: { of, ...Object.fromEntries(found), ...(founded ? { founded } : {}) }, unknown }
}

/** The statuses that a word is part of, or that only the zones of that list have: 撤出 is 不再作为实验区. */
function statusesCalled(name: string, { zones }: Register): readonly string[] {
  return [...new Set(zones.flatMap((it) => it.status ?? []))].filter(
    (status) => status.includes(name) || zones.every((it) => it.status !== status || it.cohort === name),
  )
}

function range(token: string, from: string | undefined, until: string | undefined): Audience['founded'] {
  // `建区2008` is that year alone.
  const single = from !== undefined && until === undefined && !/[-到至]/.test(token)
  const last = single ? from : until
  return {
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(last === undefined ? {} : { until: Number(last) }),
  }
}

/** The register's words that a condition can be, with the condition that they are. */
function cellsOf({ organizations, zones }: Register): ReadonlyMap<string, { field: string; value: string }> {
  const cells = new Map<string, { field: string; value: string }>()
  const add = (name: string | undefined, field: string, value = name) => {
    if (name !== undefined && value !== undefined && !cells.has(name)) cells.set(name, { field, value })
  }
  for (const { kind, province } of organizations) if (kind === 'province') add(province, 'provinces')
  for (const region of ['东部', '中部', '西部']) {
    add(region, 'regions')
    add(`${region}地区`, 'regions', region)
  }
  for (const type of ['县域型', '城区型', '地级市型', '乡镇型']) {
    add(type, 'types')
    add(type.slice(0, -1), 'types', type)
  }
  for (const level of ['地级', '县级', '区域']) add(level, 'levels')
  for (const zone of zones) {
    add(zone.cohort, 'cohorts')
    add(zone.status, 'statuses')
  }
  return cells
}

function zonesNamed(name: string, organizations: readonly NamedOrganization[]): readonly string[] {
  const zones = organizations.filter((it) => it.kind === 'zone')
  const exact = zones.filter((it) => it.id === name || it.name === name || it.alsoCalled.includes(name))
  const found = exact.length > 0 || name.length < 2 ? exact : zones.filter((it) => it.name.includes(name))
  return found.map((it) => it.zone ?? it.id)
}
