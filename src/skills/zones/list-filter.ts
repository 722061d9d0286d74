import { groupedBy } from '../../core/grouped.ts'
import type { Zone } from '../../store/zones.ts'
import { type Question, type RegisterSource, valuesOf, type World } from './facts.ts'
import { figureOf } from './figures.ts'
import { phrases } from './phrases.ts'
import { provinces } from './provinces.ts'

/** The list's name in the register, by what people call it. */
export const cohorts: Readonly<Record<string, string>> = {
  accepted: '2014验收',
  applied: '2014新申报',
  left: '撤出',
}

export function zonesOf(question: Question, world: World): Zone[] {
  const ids = valuesOf(question, 'zone')
  return world.zones.filter((it) => ids.includes(it.id))
}

/** Whether a zone is called so at its end; 地区 is no 区. */
function endsWith(zone: Zone, suffix: string): boolean {
  if (suffix === '区' && zone.short.endsWith('地区')) return false
  return zone.short.endsWith(suffix) || zone.name.endsWith(suffix)
}

/** The provinces that a question names, those of an area (东北三省) one by one. */
export function provincesOf(question: Question): string[] {
  const areas = valuesOf(question, 'area').flatMap((it) => it.split('、'))
  return [...new Set([...valuesOf(question, 'province'), ...areas])]
}

export function filtered(question: Question, world: World, list: string): Zone[] {
  const [inRegions, inPlaces, suffixes, spelled] = (['region', 'place', 'suffix', 'spelled'] as const).map(
    (it) => valuesOf(question, it),
  )
  const inProvinces = provincesOf(question)
  const admits = (wanted: readonly string[] | undefined, test: (it: string) => boolean) =>
    !wanted || wanted.length === 0 || wanted.some(test)
  return world.zones.filter(
    (zone) =>
      zone.cohort === cohorts[list] &&
      admits(inProvinces, (it) => zone.province === it) &&
      admits(inRegions, (it) => zone.region === it) &&
      admits(inPlaces, (it) => zone.name.includes(it)) &&
      admits(spelled, (it) => zone.short.includes(it) || (it.length > 1 && zone.name.includes(it))) &&
      admits(suffixes, (it) => endsWith(zone, it)),
  )
}

export function filterOf(question: Question, list: string): string {
  const areas = question.tokens
    .filter((it) => it.slot === 'area')
    .map((it) => phrases.condition(it.text, it.value.split('、')))
  const conditions = (['province', 'region', 'place', 'suffix', 'spelled'] as const)
    .map((slot) => [phrases.conditions[slot], valuesOf(question, slot)] as const)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => phrases.condition(name, values))
  return phrases.filter(phrases.list[list] ?? list, [...areas, ...conditions])
}

export function captionOf(world: World, list: string): RegisterSource[] {
  const label = list === 'accepted' ? '表1' : list === 'applied' ? '表2' : undefined
  const table = world.tables.find((it) => it.label === label)
  return table ? [{ document: table.document, quote: table.caption, table: table.label }] : []
}

export function cohortSize(world: World, list: string): number {
  return world.zones.filter((it) => it.cohort === cohorts[list]).length
}

export function named(world: World, rows: readonly Zone[]): RegisterSource[] {
  return rows.map((it) => world.sourceOf(it.id, 'name')).filter((it) => it !== undefined)
}

/** The prefecture that a zone lies in or is, e.g. 苏州市; in a municipality the zone itself. */
export function prefectureOf(zone: Zone): string {
  const full = provinces.find((it) => zone.name.startsWith(it.full))?.full ?? ''
  const inner = zone.name.slice(full.length)
  return /^.{2,}?(?:市|地区|自治州)(?=.{2,})/.exec(inner)?.[0] ?? inner
}

/** Short names; with the prefecture where there are few, so that nobody has to guess where it lies. */
export function display(rows: readonly Zone[]): string[] {
  const alone = new Set(rows.map((it) => it.province)).size === 1
  return rows.map((it) => (alone || rows.length > 8 ? it.short : `${it.province}${it.short}`))
}

export function groupBy(rows: readonly Zone[], by: string): [string, readonly Zone[]][] {
  const groups = groupedBy(rows, (zone) =>
    by === 'region' ? zone.region : by === 'city' ? prefectureOf(zone) : zone.province,
  )
  if (by === 'region') {
    return ['东部', '中部', '西部'].flatMap((it) => (groups.has(it) ? [[it, groups.get(it) ?? []]] : []))
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length)
}

export function statedFor(question: Question, world: World, list: string) {
  const narrow = ['province', 'area', 'place', 'suffix', 'spelled'] as const
  if (narrow.some((slot) => valuesOf(question, slot).length > 0)) return undefined
  const inRegions = valuesOf(question, 'region')
  return figureOf(world, list, inRegions[0] === undefined ? '' : `region=${inRegions[0]}`, '2014')
}
