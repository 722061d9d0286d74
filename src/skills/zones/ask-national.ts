import {
  asks,
  type Question,
  type RegisterAnswer,
  surenessOf,
  unknownAnswer,
  valuesOf,
  type World,
} from './facts.ts'
import { figureOf, figureSource, slicesOf } from './figures.ts'
import { cohorts } from './list-filter.ts'
import { phrases } from './phrases.ts'
import type { Figure } from './register-data.ts'

/** Questions about all national zones: how many, by region, type, province or year. */
export function national(question: Question, world: World): RegisterAnswer | undefined {
  const total = figureOf(world, 'national', '', '2014')
  if (!total) return undefined
  const years = valuesOf(question, 'year').filter((it) => it !== '2014')
  if (years.length > 0) return otherYears(question, world, years)
  if (valuesOf(question, 'province').length + valuesOf(question, 'place').length > 0) {
    return ofProvince(question, world, total)
  }
  const by = valuesOf(question, 'by')[0]
  for (const slot of ['region', 'type'] as const) {
    const wanted = slot === 'type' ? typesOf(question) : valuesOf(question, slot)
    const slices = slicesOf(world, 'national', slot)
    if (asks(question, 'most', 'least') && (by === slot || wanted.length > 1)) {
      return extreme(question, slices, slot)
    }
    if (wanted.length > 0) {
      if (asks(question, 'list') && !asks(question, 'count', 'share')) return noList(question, world, total)
      const chosen = slices.filter((it) => wanted.some((value) => it.facet === `${slot}=${value}`))
      return stated(question, chosen, slot)
    }
    if (by === slot && asks(question, 'each', 'count', 'list', 'share')) return stated(question, slices, slot)
  }
  if (by === 'province') return byProvince(question, world, total)
  if (asks(question, 'count')) return stated(question, [total], '')
  if (asks(question, 'list')) return noList(question, world, total)
  return undefined
}

/** The types asked for; said of zones, 县一级 is the type that the report counts as 县域型. */
function typesOf(question: Question): string[] {
  const levels = valuesOf(question, 'level').map((it) => ({ 县级: '县域型', 地级: '地级市型' })[it] ?? it)
  return [...new Set([...valuesOf(question, 'type'), ...levels])]
}

function byProvince(question: Question, world: World, total: Figure): RegisterAnswer | undefined {
  const provinces = figureOf(world, 'national', 'provinces')
  if (provinces && asks(question, 'member')) return spread(question, provinces)
  if (asks(question, 'most', 'least', 'each', 'list', 'which')) {
    const tops = [cohorts.accepted, cohorts.applied].map((cohort) => topProvince(world, cohort ?? ''))
    const [accepted = '', applied = ''] = tops.map(({ amount }) => amount)
    const filter = phrases.filter(phrases.measures.national, [phrases.groupedBy('province')])
    const answer = unknownAnswer(question, phrases.noNationalMost(accepted, applied), filter, [
      figureSource(total),
    ])
    return { ...answer, claims: [...answer.claims, ...tops.map(({ named }) => ({ text: named, filter }))] }
  }
  return provinces && asks(question, 'count') ? spread(question, provinces) : undefined
}

function spread(question: Question, provinces: Figure): RegisterAnswer {
  return statedFigure(question, phrases.spread('national', provinces), provinces)
}

/** The province with most of a list, with and without its zones. */
function topProvince(world: World, cohort: string): { readonly amount: string; readonly named: string } {
  const counts = new Map<string, number>()
  for (const zone of world.zones.filter((it) => it.cohort === cohort)) {
    counts.set(zone.province, (counts.get(zone.province) ?? 0) + 1)
  }
  const [name, count] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? ['', 0]
  const zones = world.zones.filter((it) => it.cohort === cohort && it.province === name)
  return {
    amount: phrases.amount(name, count),
    named: phrases.amountNamed(
      name,
      zones.map((it) => it.short),
    ),
  }
}

/** The documents give no total of a province; what they list of it is told instead. */
function ofProvince(question: Question, world: World, total: Figure): RegisterAnswer | undefined {
  if (asks(question, 'most', 'least', 'share')) return undefined
  const where = [...valuesOf(question, 'province'), ...valuesOf(question, 'place')]
  const zones = world.zones.filter((it) =>
    where.some((name) => it.province === name || it.name.includes(name)),
  )
  const known = (['accepted', 'applied'] as const).map((list) => {
    const rows = zones.filter((it) => it.cohort === cohorts[list])
    return phrases.amountNamed(
      phrases.short[list] ?? '',
      rows.map((it) => it.short),
    )
  })
  const place = where.join('、')
  const listed = zones.filter((it) => it.cohort === cohorts.accepted || it.cohort === cohorts.applied)
  const answer = unknownAnswer(
    question,
    phrases.noNationalByProvince(total, place, known.join('，')),
    phrases.filter(phrases.measures.national, [phrases.condition(phrases.conditions.province, where)]),
    [
      figureSource(total),
      ...zones.map((it) => world.sourceOf(it.id, 'name')).filter((it) => it !== undefined),
    ],
  )
  // 「西藏有实验区没有」 asks for no total: what the lists name of it answers.
  if (listed.length === 0 || !asks(question, 'member', 'which') || asks(question, 'count', 'list'))
    return answer
  const { refusal: _, ...rest } = answer
  const text = phrases.someNationalOfProvince(place, known.join('，'), total)
  return { ...rest, text, claims: [{ text, filter: answer.filter }] }
}

function otherYears(question: Question, world: World, years: readonly string[]): RegisterAnswer | undefined {
  const narrow = ['province', 'region', 'type', 'by', 'place'] as const
  if (narrow.some((slot) => valuesOf(question, slot).length > 0) || !asks(question, 'count', 'compare'))
    return undefined
  const known = world.figures.filter((it) => it.measure === 'national' && it.facet === '')
  const asked = valuesOf(question, 'year').map((year) => figureOf(world, 'national', '', year))
  const found = asked.filter((it) => it !== undefined)
  if (found.length < asked.length) {
    const sorted = [...known].sort((one, other) => (one.asOf < other.asOf ? -1 : 1))
    return unknownAnswer(question, phrases.noYear(sorted), ofYears(years), known.map(figureSource))
  }
  const [first, second] = found
  const gap = asks(question, 'compare') && first && second ? gapOf(first, second) : undefined
  const text = [phrases.ofYears(found), ...(gap === undefined ? [] : [gap])].join('，')
  return {
    text,
    filter: ofYears(years),
    claims: [
      ...found.map((it) => ({ text: phrases.ofYears([it]), source: figureSource(it) })),
      ...(gap === undefined ? [] : [{ text: gap, filter: ofYears(years) }]),
    ],
    sources: found.map(figureSource),
    sureness: surenessOf(question),
  }
}

function stated(question: Question, figures: readonly Figure[], slot: string): RegisterAnswer | undefined {
  if (figures.length === 0) return undefined
  const sharing = asks(question, 'share')
  const one = (it: Figure) =>
    phrases.slice(slot === '' ? phrases.measures.national : it.facet.replace(`${slot}=`, ''), it, sharing)
  const summed =
    figures.length > 1 && question.tokens.some((it) => /^(一共|总共|共|合计|加起来)$/.test(it.text))
  const total = figures.reduce((sum, it) => sum + it.value, 0)
  const scope = slot === '' ? phrases.atEnd : phrases.nationalAtEnd
  const filter = phrases.nationalAtEnd
  const [first, second] = figures
  const gap = asks(question, 'compare') && first && second ? gapOf(first, second) : undefined
  const text = [
    phrases.slices(figures.map(one), summed ? total : undefined, scope),
    ...(gap === undefined ? [] : [gap]),
  ].join('，')
  const claims = figures.map((it) => ({ text: one(it), source: figureSource(it) }))
  const sources = figures.map(figureSource)
  return {
    text,
    filter,
    claims: [...claims, ...(summed || gap !== undefined ? [{ text, filter }] : [])],
    sources: unique(sources),
    sureness: surenessOf(question),
  }
}

const gapOf = (one: Figure, other: Figure) => phrases.gap(Math.abs(other.value - one.value))

function extreme(question: Question, slices: readonly Figure[], slot: string): RegisterAnswer {
  const sorted = [...slices].sort((one, other) => other.value - one.value)
  const ends = [
    ...(asks(question, 'most') ? sorted.slice(0, 1).map((it) => [true, it] as const) : []),
    ...(asks(question, 'least') ? sorted.slice(-1).map((it) => [false, it] as const) : []),
  ]
  const claims = ends.map(([most, figure]) => ({
    text: phrases.extremeFigure(most, figure.facet.replace(`${slot}=`, ''), figure),
    source: figureSource(figure),
  }))
  const text = phrases.scoped(
    claims.map((it) => it.text),
    phrases.nationalAtEnd,
  )
  const sources = unique(claims.map((it) => it.source))
  return { text, filter: phrases.nationalAtEnd, claims, sources, sureness: surenessOf(question) }
}

function noList(question: Question, world: World, total: Figure): RegisterAnswer {
  const listed = (['accepted', 'applied', 'left'] as const).flatMap(
    (list) => figureOf(world, list, '', '2014') ?? figureOf(world, list, '') ?? [],
  )
  return unknownAnswer(
    question,
    phrases.noNationalList(total),
    phrases.measures.national,
    [total, ...listed].map(figureSource),
  )
}

/** An answer that one stated figure gives. */
export function statedFigure(question: Question, text: string, figure: Figure): RegisterAnswer {
  const source = figureSource(figure)
  return { text, filter: text, claims: [{ text, source }], sources: [source], sureness: surenessOf(question) }
}

function unique(sources: ReturnType<typeof figureSource>[]) {
  return sources.filter((it, at) => sources.findIndex((other) => other.quote === it.quote) === at)
}

function ofYears(years: readonly string[]): string {
  return phrases.filter(phrases.measures.national, [phrases.condition(phrases.conditions.year, years)])
}
