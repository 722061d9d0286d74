import type { Zone } from '../../store/zones.ts'
import {
  asks,
  type Question,
  type RegisterAnswer,
  type RegisterSource,
  surenessOf,
  unknownAnswer,
  valuesOf,
  type World,
} from './facts.ts'
import { figureOf, figureSource } from './figures.ts'
import { captionOf, cohorts, display, filtered, named, provincesOf } from './list-filter.ts'
import { phrases } from './phrases.ts'

export function notListed(
  question: Question,
  world: World,
  lists: readonly string[],
  place: string,
): RegisterAnswer {
  const text = lists.map((list) => phrases.isNotOn(place, phrases.list[list] ?? '')).join('；')
  const filter = phrases.filter(lists.map((it) => phrases.list[it]).join('、'), [
    phrases.condition(phrases.conditions.place, [place]),
  ])
  const sources = lists.flatMap((list) => captionOf(world, list))
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question, 0.85) }
}

/** 「浙江还有哪些区没验收」: the register holds the lists, not all zones; who is off a list cannot be told, who is on it can. */
export function offTheList(question: Question, world: World, list: string): RegisterAnswer {
  // 「哪些区」 means zones here, not names that end in 区.
  const ofProvince = { ...question, tokens: question.tokens.filter((it) => it.slot === 'province') }
  const rows = filtered(ofProvince, world, list)
  const filter = phrases.filter(phrases.list[list] ?? '', [
    phrases.condition(phrases.conditions.province, provincesOf(question)),
  ])
  const text = `${phrases.offTheList(phrases.list[list] ?? '', rows.length, display(rows).join('、'))}（${filter}）`
  const sources = [...captionOf(world, list), ...named(world, rows)]
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question, 0.85) }
}

/** 「新申报名单在哪张表」 */
export function whereListed(
  question: Question,
  world: World,
  lists: readonly string[],
): RegisterAnswer | undefined {
  const sources = lists.flatMap((list) => captionOf(world, list))
  if (sources.length === 0) return undefined
  const text = sources.map((it) => it.quote).join('；')
  return {
    text,
    filter: text,
    claims: sources.map((source) => ({ text: source.quote, source })),
    sources,
    sureness: surenessOf(question),
  }
}

/** Does a zone stand on a list? Answered for each zone that was named. */
export function standing(
  question: Question,
  world: World,
  lists: readonly string[],
  zones: readonly Zone[],
): RegisterAnswer | undefined {
  if (asks(question, 'count', 'most', 'least', 'each', 'sum', 'compare')) return undefined
  if (narrowed(question, lists, zones)) return undefined
  const sources: RegisterSource[] = []
  const texts = zones.map((zone) => {
    const own = Object.keys(cohorts).find((it) => cohorts[it] === zone.cohort)
    const proof = world.sourceOf(zone.id, own === 'left' ? 'status' : 'name')
    if (own !== undefined) sources.push(...captionOf(world, own))
    if (proof) sources.push(proof)
    const stands = own === undefined ? '' : (phrases.list[own] ?? '')
    if (own === 'left') return phrases.statusLeft(zone.short)
    if (misplaced(question, zone)) return phrases.misplaced(zone, stands === '' ? undefined : stands)
    if ((lists.length > 1 || asks(question, 'when')) && own !== undefined)
      return phrases.standsOn(zone.short, stands)
    const list = phrases.list[lists[0] ?? ''] ?? ''
    if (own === lists[0]) return phrases.isOn(zone.short, list)
    const elsewhere = own === undefined ? '' : `；${phrases.standsOn(zone.short, stands)}`
    return phrases.isNotOn(zone.short, list) + elsewhere
  })
  const filter = phrases.filter(lists.map((it) => phrases.list[it]).join('、'), [
    phrases.condition(
      phrases.conditions.zone,
      zones.map((it) => it.short),
    ),
  ])
  const text = texts.join('；')
  for (const list of lists) sources.push(...captionOf(world, list))
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question) }
}

/** 「苏州验收的里面有宜兴吗」: 宜兴 is not in 苏州. */
function misplaced(question: Question, zone: Zone): boolean {
  const places = [...valuesOf(question, 'place'), ...provincesOf(question)]
  return places.length > 0 && !places.some((it) => zone.name.includes(it))
}

/** 「毕节摘帽的6个县是哪几个」 speaks of something within the zone, and so does whatever has a condition besides its name. */
function narrowed(question: Question, lists: readonly string[], zones: readonly Zone[]): boolean {
  const conditions = ['level', 'type', 'by', 'region', 'spelled'] as const
  if (conditions.some((slot) => valuesOf(question, slot).length > 0)) return true
  const numbers = valuesOf(question, 'number')
  if (numbers.some((it) => Number(it) !== zones.length)) return true
  const within = asks(question, 'list', 'which') && !asks(question, 'member', 'whichlist')
  return within && (lists.includes('left') || valuesOf(question, 'suffix').length > 0)
}

/** The report counts the new applications by level; where names show the level, they are told, else the definition. */
export function leveled(
  question: Question,
  world: World,
  lists: readonly string[],
  levels: readonly string[],
): RegisterAnswer | undefined {
  const [level = ''] = levels
  if (levels.length > 1) return allLevels(question, world, lists, levels)
  const stated = figureOf(world, 'applied', `level=${level}`, '2014')
  if (lists.length !== 1 || lists[0] !== 'applied' || !stated) return undefined
  if (elsewhere(question)) return undefined
  const rows = filtered(question, world, 'applied').filter((it) => it.level === level)
  const filter = phrases.filter(phrases.list.applied ?? '', [
    phrases.condition(phrases.conditions.level, [level]),
  ])
  const scope = /（.*）/.exec(stated.words)?.[0] ?? ''
  const text =
    rows.length === stated.value
      ? phrases.counted(rows.length, display(rows), `${filter}${phrases.meaning(scope)}`)
      : `${phrases.levelUnnamed(stated, level, scope, display(rows))}（${filter}）`
  const sources = [figureSource(stated), ...named(world, rows)]
  return {
    text,
    filter,
    claims: [{ text, filter, source: figureSource(stated) }],
    sources,
    sureness: surenessOf(question),
  }
}

function elsewhere(question: Question): boolean {
  const slots = ['province', 'region', 'area', 'place', 'spelled', 'suffix', 'zone'] as const
  return slots.some((slot) => valuesOf(question, slot).length > 0)
}

function allLevels(
  question: Question,
  world: World,
  lists: readonly string[],
  levels: readonly string[],
): RegisterAnswer | undefined {
  const figures = levels.map((it) => figureOf(world, 'applied', `level=${it}`, '2014'))
  const known = figures.filter((it) => it !== undefined)
  if (lists[0] !== 'applied' || lists.length > 1 || known.length < levels.length || elsewhere(question)) {
    return undefined
  }
  const filter = phrases.list.applied ?? ''
  const text = `${known.map((it) => it.words).join('、')}（${filter}）`
  const sources = known.map(figureSource)
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question) }
}

export function noTypes(question: Question, world: World): RegisterAnswer {
  const known = world.figures.filter((it) => it.measure === 'national' && it.facet.startsWith('type='))
  return unknownAnswer(
    question,
    phrases.noType(known),
    phrases.filter(phrases.measures.national, [phrases.groupedBy('type')]),
    known.slice(0, 1).map(figureSource),
  )
}

/** Of other years the documents state one figure: 16 zones accepted in 2013, without their names. */
export function otherYears(
  question: Question,
  world: World,
  lists: readonly string[],
  years: readonly string[],
): RegisterAnswer | undefined {
  const plain = ['province', 'region', 'place', 'zone', 'level', 'type', 'by', 'suffix'] as const
  const [list] = lists
  if (lists.length !== 1 || list === undefined || list === 'left' || !asks(question, 'count', 'list'))
    return undefined
  const known = world.figures.filter((it) => it.measure === list && it.facet === '')
  const name = phrases.short[list] ?? ''
  const filter = phrases.filter(name, [phrases.condition(phrases.conditions.year, years)])
  const stated = years.map((year) => known.find((it) => it.asOf === year)).filter((it) => it !== undefined)
  const counts = asks(question, 'count') && !plain.some((slot) => valuesOf(question, slot).length > 0)
  if (!counts || stated.length !== years.length) {
    return unknownAnswer(question, phrases.noYearList(name, years, known), filter, known.map(figureSource))
  }
  const [first, second] = stated
  const gap = second && first ? [phrases.gap(Math.abs(second.value - first.value))] : []
  const text = [...stated.map((it) => phrases.ofYear(name, it)), ...gap].join('，')
  const sources = stated.map(figureSource)
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question) }
}
