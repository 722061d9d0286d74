import type { RegisteredZone } from './audience.ts'
import type { Organization } from './caller.ts'
import type { Audience } from './duty.ts'

/** What was typed as an audience, with the words that mean nothing. */
export interface AudienceRead {
  readonly audience: Audience
  readonly unknown: readonly string[]
}

/** The organizations with the further names that people type, and the rows of the zones among them. */
export interface Register {
  readonly organizations: readonly (Organization & { readonly alsoCalled: readonly string[] })[]
  readonly zones: readonly RegisteredZone[]
}

const everybody = /^(全部|所有|各)?(国家级)?实验区$|^全部$|^所有$/
const departments = /^(各|全部|所有)?(省级部门|省级科技主管部门|省份?)$/
const bothOf =
  /^(各|全部|所有)?(省级部门|省级科技主管部门)(和|及|与)(国家级)?实验区$|^(全部|所有|各)?(国家级)?实验区(和|及|与)(各)?(省级部门|省级科技主管部门)$/
const foundedIn = /^建区(\d{4})?(?:-|到|至)?(\d{4})?年?$/

/**
 * Whom something concerns, as the office writes it: words that all must hold, in any order. `全部实验区`, `省级部门`,
 * `省级部门和实验区`, `东部 县域型`, `华北组`, `江苏、浙江`, `2014验收`, `建区2008-2010`, `不含撤出`, names of zones. Values of one
 * kind are alternatives. Pure.
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
  const of = new Set<'zones' | 'provinces'>()
  let founded: Audience['founded']
  const cells = cellsOf(register)
  for (const token of tokens) {
    const years = foundedIn.exec(token)
    const cell = cells.get(token)
    const group = groups.get(token.replace(/(地区|片区|组|片)$/, ''))
    if (everybody.test(token)) of.add('zones')
    else if (departments.test(token)) of.add('provinces')
    else if (bothOf.test(token)) of.add('zones').add('provinces')
    else if (group) add('provinces', group)
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
  const whom = of.size === 2 ? 'both' : of.has('provinces') ? 'provinces' : 'zones'
  return { audience: { of: whom, ...Object.fromEntries(found), ...(founded ? { founded } : {}) }, unknown }
}

/** The groups of provinces in which trainings are held, by their usual names. */
const groups: ReadonlyMap<string, readonly string[]> = new Map(
  [
    '华北 北京 天津 河北 山西 内蒙古',
    '东北 辽宁 吉林 黑龙江',
    '华东 上海 江苏 浙江 安徽 福建 江西 山东',
    '华中 河南 湖北 湖南',
    '华南 广东 广西 海南',
    '西南 重庆 四川 贵州 云南 西藏',
    '西北 陕西 甘肃 青海 宁夏 新疆',
  ].map((it) => {
    const [name = '', ...provinces] = it.split(' ')
    return [name, provinces] as const
  }),
)

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

function zonesNamed(name: string, organizations: Register['organizations']): readonly string[] {
  const zones = organizations.filter((it) => it.kind === 'zone')
  const exact = zones.filter((it) => it.id === name || it.name === name || it.alsoCalled.includes(name))
  const found = exact.length > 0 || name.length < 2 ? exact : zones.filter((it) => it.name.includes(name))
  return found.map((it) => it.zone ?? it.id)
}
