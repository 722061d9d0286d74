import type { Zone } from '../../store/zones.ts'
import {
  asks,
  madeOf,
  type Question,
  type RegisterAnswer,
  type RegisterSource,
  surenessOf,
  type Teller,
  unknownAnswer,
  valuesOf,
  type World,
} from './facts.ts'
import { figureOf, figureSource } from './figures.ts'
import { phrases } from './phrases.ts'

/** Questions about one zone's own cells: where it lies, since when it is one, its theme, whether it is one at all. */
export const askZone: Teller = (question, world) => {
  const ids = valuesOf(question, 'zone')
  const zone = ids.length === 1 ? world.zones.find((it) => it.id === ids[0]) : undefined
  if (!zone || !understood(question)) return undefined
  if (valuesOf(question, 'theme').length > 0) return themeOf(question, world, zone)
  if (asks(question, 'when')) return foundedOf(question, world, zone)
  const [region, other] = valuesOf(question, 'region')
  if (region !== undefined && other !== undefined)
    return say(question, world, zone, 'region', phrases.where(zone))
  if (region !== undefined) return say(question, world, zone, 'region', phrases.isRegion(zone, region))
  if (asks(question, 'where') || valuesOf(question, 'by').some((it) => it !== 'type')) {
    if (asks(question, 'most', 'least', 'count')) return undefined
    return say(question, world, zone, 'name', phrases.where(zone))
  }
  const onList = question.tokens.some((it) => it.text === '名单')
  if (onList && valuesOf(question, 'measure').length === 0) return listOf(question, world, zone)
  if (asks(question, 'member') && isZone(question)) return statusOf(question, world, zone)
  if (asks(question, 'whichlist')) return listOf(question, world, zone)
  if (asks(question, 'why') && zone.cohort === '撤出') return statusOf(question, world, zone)
  return undefined
}

function understood(question: Question): boolean {
  if (valuesOf(question, 'list').some((it) => it !== 'left')) return false
  if (valuesOf(question, 'measure').some((it) => it !== 'national')) return false
  if (valuesOf(question, 'year').some((it) => it !== '2014')) return false
  return madeOf(
    question,
    ...(['zone', 'province', 'place', 'region', 'list', 'op', 'by', 'theme', 'subject'] as const),
    ...(['measure', 'year', 'under', 'approved'] as const),
  )
}

function isZone(question: Question): boolean {
  return valuesOf(question, 'measure').includes('national') || valuesOf(question, 'subject').length > 0
}

function themeOf(question: Question, world: World, zone: Zone): RegisterAnswer {
  if (zone.theme !== undefined) {
    return say(question, world, zone, 'theme', phrases.theme(zone.short, zone.theme))
  }
  const known = world.zones.filter((it) => it.theme !== undefined).map((it) => it.short)
  const source = world.sourceOf(zone.id, 'name')
  return unknownAnswer(
    question,
    phrases.noTheme(zone.short, known),
    phrases.condition(phrases.conditions.theme, [zone.short]),
    source ? [source] : [],
  )
}

function foundedOf(question: Question, world: World, zone: Zone): RegisterAnswer | undefined {
  // 「什么时候」 without a word of founding may ask for anything, e.g. when the site visit takes place.
  const founding = /[建设立批创成]|实验区/
  if (!question.tokens.some((it) => it.slot !== 'zone' && founding.test(it.text))) return undefined
  const filter = phrases.condition(phrases.conditions.founded, [zone.short])
  if (zone.founded === undefined) {
    const accepted = zone.cohort === '2014验收'
    const source = world.sourceOf(zone.id, accepted ? 'cohort' : 'name')
    const text = accepted ? phrases.fiveYears(zone.short) : phrases.noFounded(zone.short)
    return unknownAnswer(question, text, filter, [
      ...(source ? [source] : []),
      ...(accepted ? fiveYearsOf(world) : []),
    ])
  }
  const sources = world.sourcesOf(zone.id, 'founded')
  const contradicted = sources.length > 1 ? phrases.foundedAlso : ''
  return say(question, world, zone, 'founded', phrases.founded(zone.short, zone.founded) + contradicted)
}

/** The words that say that all of those on the list had been built for five years. */
function fiveYearsOf(world: World): RegisterSource[] {
  const figure = figureOf(world, 'accepted', '', '2014')
  return figure ? [figureSource(figure)] : []
}

function statusOf(question: Question, world: World, zone: Zone): RegisterAnswer | undefined {
  const accepted = zone.cohort === '2014验收'
  const field = zone.cohort === '撤出' ? 'status' : 'name'
  if (accepted) {
    const answer = say(question, world, zone, field, phrases.statusAccepted(zone.short))
    return { ...answer, sources: [...answer.sources, ...fiveYearsOf(world)] }
  }
  if (zone.cohort === '2014新申报')
    return say(question, world, zone, field, phrases.statusApplied(zone.short))
  if (zone.cohort === '撤出') return say(question, world, zone, field, phrases.statusLeft(zone.short))
  if (zone.cohort === '文中提及')
    return say(question, world, zone, 'status', phrases.statusMentioned(zone.short))
  return undefined
}

function listOf(question: Question, world: World, zone: Zone): RegisterAnswer | undefined {
  const list = phrases.listOfCohort[zone.cohort ?? '']
  return list === undefined
    ? undefined
    : say(question, world, zone, 'name', phrases.standsOn(zone.short, list))
}

function say(question: Question, world: World, zone: Zone, field: string, text: string): RegisterAnswer {
  const sources: RegisterSource[] = [...world.sourcesOf(zone.id, field)]
  if (field !== 'cohort') sources.push(...world.sourcesOf(zone.id, 'cohort'))
  const filter = phrases.condition(phrases.conditions.zone, [zone.short])
  const [source] = sources
  return {
    text,
    filter,
    claims: [{ text, filter, ...(source ? { source } : {}) }],
    sources,
    sureness: surenessOf(question),
  }
}
