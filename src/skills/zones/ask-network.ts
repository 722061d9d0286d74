import { national, statedFigure } from './ask-national.ts'
import {
  asks,
  comesFirst,
  madeOf,
  type Question,
  type RegisterAnswer,
  surenessOf,
  type Teller,
  unknownAnswer,
  valuesOf,
  type World,
} from './facts.ts'
import { figureOf, figureSource } from './figures.ts'
import { phrases } from './phrases.ts'

/** Questions about the network as a whole, answered from the figures that the documents state. */
export const askNetwork: Teller = (question, world) => {
  const stranger = strangerIn(question, world)
  if (stranger !== undefined) return stranger
  if (!understood(question)) return undefined
  const measures = valuesOf(question, 'measure').filter((it) => it !== 'national')
  if (measures.length > 1) return undefined
  const measure = measures[0] ?? 'national'
  if (measure === 'provincial') return provincial(question, world)
  if (measure === 'advanced') return advanced(question, world)
  if (measure === 'created' || measure === 'received') return whole(question, world, measure)
  if (valuesOf(question, 'list').length > 0) return undefined
  return national(question, world)
}

function understood(question: Question): boolean {
  const subjects = ['measure', 'subject', 'type', ...(asks(question, 'share', 'compare') ? ['region'] : [])]
  const subject = question.tokens.some((it) => subjects.includes(it.slot))
  if (!subject || !question.tokens.some((it) => it.slot === 'op')) return false
  if (asks(question, 'when', 'why', 'index', 'items', 'who', 'whichlist')) return false
  if (asks(question, 'compare') && !comparesTwo(question)) return false
  return madeOf(
    question,
    ...([
      'measure',
      'subject',
      'province',
      'region',
      'place',
      'type',
      'level',
      'op',
      'by',
      'year',
      'under',
      'parting',
    ] as const),
    ...(valuesOf(question, 'measure').includes('received') ? (['list'] as const) : []),
  )
}

/** 「东边和西边差多少家」, 「2010年底到2014年底添了多少」: two of a kind, whose figures are stated. */
function comparesTwo(question: Question): boolean {
  return (['region', 'type', 'year'] as const).some((slot) => valuesOf(question, slot).length === 2)
}

/** 「深圳是国家级实验区吗」: a place that no document names; whether it is one of the 157 nobody can say here. */
function strangerIn(question: Question, world: World): RegisterAnswer | undefined {
  const unknown = question.tokens.filter((it) => it.slot === 'rest')
  const [place] = unknown
  if (!place || unknown.length > 1 || place.text.length < 2 || !world.isPlace(place.text)) return undefined
  if (!comesFirst(question, place)) return undefined
  const others = { ...question, tokens: question.tokens.filter((it) => it !== place) }
  const bare = madeOf(others, 'measure', 'subject', 'op', 'year') && asks(others, 'member', 'count', 'list')
  const total = figureOf(world, 'national', '', '2014')
  const named = valuesOf(others, 'measure').every((it) => it === 'national')
  const about = valuesOf(others, 'measure').length + valuesOf(others, 'subject').length > 0
  if (!bare || !total || !named || !about || valuesOf(others, 'year').some((it) => it !== '2014'))
    return undefined
  return unknownAnswer(
    question,
    phrases.strangerNational(place.text, total),
    phrases.filter(phrases.measures.national, [phrases.condition(phrases.conditions.place, [place.text])]),
    [figureSource(total)],
  )
}

function whole(
  question: Question,
  world: World,
  measure: 'created' | 'received',
): RegisterAnswer | undefined {
  const narrow = ['province', 'region', 'type', 'place'] as const
  if (narrow.some((slot) => valuesOf(question, slot).length > 0)) return undefined
  if (valuesOf(question, 'year').some((it) => it !== '2014')) return undefined
  const inProvinces = valuesOf(question, 'by').includes('province')
  const figure = figureOf(world, measure, inProvinces ? 'provinces' : '')
  if (!figure || !asks(question, 'count')) return undefined
  const counts = question.tokens.filter((it) => it.slot === 'op' && it.value === 'count').length
  const all = figureOf(world, measure, '')
  // 「受理了多少个，覆盖几个省」 asks for both.
  if (!inProvinces || counts < 2 || !all)
    return statedFigure(question, phrases.measured(measure, inProvinces, figure), figure)
  const said = [all, figure].map((it, at) => phrases.measured(measure, at === 1, it))
  const sources = [all, figure].map(figureSource)
  return {
    text: said.join('，'),
    filter: phrases.measured(measure, false, all),
    claims: said.flatMap((text, at) => (sources[at] ? [{ text, source: sources[at] }] : [])),
    sources,
    sureness: surenessOf(question),
  }
}

function provincial(question: Question, world: World): RegisterAnswer | undefined {
  const total = figureOf(world, 'provincial', '')
  const spread = figureOf(world, 'provincial', 'provinces')
  if (!total || !spread || asks(question, 'member', 'where')) return undefined
  const narrow = ['province', 'region', 'type', 'place', 'year'] as const
  const narrowed = narrow.some((slot) => valuesOf(question, slot).some((it) => it !== '2014'))
  const by = valuesOf(question, 'by')[0]
  if (by === 'province' && asks(question, 'count') && !asks(question, 'most', 'least', 'each') && !narrowed) {
    return statedFigure(question, phrases.spread('provincial', spread), spread)
  }
  if (narrowed || by !== undefined || (asks(question, 'list') && !asks(question, 'count'))) {
    return unknownAnswer(question, phrases.noProvincial(total, spread), phrases.measures.provincial, [
      figureSource(spread),
    ])
  }
  return asks(question, 'count')
    ? statedFigure(question, phrases.provincial(total, spread), spread)
    : undefined
}

function advanced(question: Question, world: World): RegisterAnswer | undefined {
  const total = figureOf(world, 'advanced', '')
  if (!total) return undefined
  const narrow = ['province', 'region', 'type', 'place', 'by'] as const
  const narrowed = narrow.some((slot) => valuesOf(question, slot).length > 0)
  if (valuesOf(question, 'year').some((it) => it !== '2014')) return undefined
  if (narrowed || !asks(question, 'count')) {
    return unknownAnswer(question, phrases.noAdvancedList(total), phrases.measures.advanced, [
      figureSource(total),
    ])
  }
  return statedFigure(question, phrases.advanced(total), total)
}
