import type { Zone } from '../../store/zones.ts'
import {
  asks,
  listsOf,
  type Question,
  type RegisterAnswer,
  type RegisterSource,
  surenessOf,
  valuesOf,
  type World,
} from './facts.ts'
import { figureOf, figureSource } from './figures.ts'
import {
  captionOf,
  cohorts,
  display,
  filtered,
  filterOf,
  groupBy,
  named,
  provincesOf,
  statedFor,
} from './list-filter.ts'
import { compared, extreme, grouped, groups, type Part } from './list-groups.ts'
import { phrases } from './phrases.ts'

// A list's rows stand in one table; a dozen of them prove it as well as all.
const mostSources = 12

export function one(
  question: Question,
  world: World,
  list: string,
  by: string | undefined,
): Part | undefined {
  const rows = filtered(question, world, list)
  const filter = filterOf(question, list)
  const caption = captionOf(world, list)
  if (list === 'left') return leftAnswer(question, rows, filter, world)
  if (by === 'type') return undefined
  if (by !== undefined && asks(question, 'most', 'least'))
    return extreme(question, rows, by, filter, caption, world)
  if (by !== undefined && asks(question, 'each')) return grouped(rows, by, filter, caption, world)
  if (by === 'city') return undefined
  if (by !== undefined && asks(question, 'count', 'list', 'which')) {
    return groups(question, rows, by, filter, caption, world, list)
  }
  const apart =
    listsOf(question).length > 1 &&
    valuesOf(question, 'province').length + valuesOf(question, 'region').length === 1
  if (asks(question, 'each') && !apart) {
    const slot = valuesOf(question, 'region').length > 1 ? 'region' : 'province'
    const values = valuesOf(question, slot)
    const named = asks(question, 'list', 'which', 'who') ? values : []
    return grouped(rows, values.length > 1 ? slot : 'province', filter, caption, world, named)
  }
  if (asks(question, 'most', 'least') && listsOf(question).length === 1) return undefined
  if (asks(question, 'compare') && listsOf(question).length === 1)
    return compared(question, rows, filter, caption, world)
  for (const slot of ['province', 'region'] as const) {
    const values = valuesOf(question, slot)
    if (values.length > 1 && !asks(question, 'list'))
      return grouped(rows, slot, filter, caption, world, values)
  }
  return counted(question, rows, filter, caption, world, list)
}

function counted(
  question: Question,
  rows: readonly Zone[],
  filter: string,
  caption: RegisterSource[],
  world: World,
  list: string,
): Part {
  const stated = statedFor(question, world, list)
  const figure = stated ? [figureSource(stated)] : []
  const naming = asks(question, 'list', 'which', 'who') || !asks(question, 'count', 'sum')
  const sources = [...(naming ? [...caption, ...figure] : [...figure, ...caption]), ...named(world, rows)]
  const wanted = asks(question, 'list', 'which', 'who') || rows.length <= 12
  const names = wanted ? display(rows) : []
  const short =
    rows.length === 0
      ? phrases.none(filter)
      : asks(question, 'member') && !asks(question, 'count') && names.length > 0
        ? phrases.some(rows.length, names, filter)
        : phrases.counted(rows.length, names, filter)
  const pending = valuesOf(question, 'approved').length > 0 ? phrases.pending[list] : undefined
  const other = rows.length > 0 ? undefined : onOther(question, world, list)
  if (other) sources.push(...other.sources)
  const asked = provincesOf(question)
  const empty =
    rows.length === 0 || asked.length < 2
      ? []
      : asked.filter((it) => !rows.some((row) => row.province === it))
  const text = [
    short,
    ...(empty.length > 0 ? [phrases.noneOf(empty)] : []),
    ...(other ? [other.text] : []),
    ...(pending ? [pending] : []),
  ].join('；')
  const proof = pending !== undefined && rows[0] ? world.sourceOf(rows[0].id, 'status') : undefined
  if (proof) sources.unshift(proof)
  const claims = [{ text, filter }]
  // A count that is too long to be listed is still proved by its rows.
  if (names.length === 0 && rows.length > 0)
    claims.push({ text: phrases.counted(rows.length, display(rows), filter), filter })
  return { text, filter, sources, count: rows.length, claims }
}

/** Where a place has no zone on the list asked for, those that it has on the other one. */
function onOther(question: Question, world: World, list: string) {
  if (
    listsOf(question).length > 1 ||
    (provincesOf(question).length === 0 && valuesOf(question, 'place').length === 0)
  )
    return undefined
  const other = list === 'accepted' ? 'applied' : 'accepted'
  const rows = filtered(question, world, other)
  if (rows.length === 0 || rows.length > 8) return undefined
  const text = phrases.elsewhere(phrases.listOfCohort[cohorts[other] ?? ''] ?? '', display(rows))
  return { text, sources: [...captionOf(world, other), ...named(world, rows)] }
}

function leftAnswer(
  question: Question,
  rows: readonly Zone[],
  filter: string,
  world: World,
): Part | undefined {
  const stated = world.figures.find((it) => it.measure === 'left')
  if (!stated || valuesOf(question, 'by').length > 0) return undefined
  const source = figureSource(stated)
  const names = rows.map((it) => `${it.province}${it.short}`)
  const text =
    rows.length === 0
      ? phrases.none(filter)
      : `${phrases.counted(rows.length, names, filter)}，${phrases.leftWhy}`
  return { text, filter, sources: [source], count: rows.length, claims: [{ text, filter, source }] }
}

/** The provinces that stand on both lists. */
export function inBoth(question: Question, world: World): RegisterAnswer {
  const [accepted = [], applied = []] = ['accepted', 'applied'].map((list) =>
    groupBy(filtered(question, world, list), 'province').map(([name]) => name),
  )
  const names = accepted.filter((it) => applied.includes(it))
  const filter = phrases.bothLists
  const text = phrases.groups(names.length, names, phrases.by.province ?? '', filter)
  const sources = [...captionOf(world, 'accepted'), ...captionOf(world, 'applied')]
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question) }
}

export function joined(
  question: Question,
  answers: readonly Part[],
  world: World,
  lists: readonly string[],
): RegisterAnswer | undefined {
  const total = answers.reduce((sum, it) => sum + it.count, 0)
  const withTotal =
    answers.length > 1 && asks(question, 'count', 'sum') && !asks(question, 'most', 'least', 'compare')
  const versus =
    asks(question, 'most', 'least') && answers.length === 2 && valuesOf(question, 'by').length === 0
  const gap = (asks(question, 'compare') || versus) && answers.length === 2
  const stated = lists.map((list) => figureOf(world, list, '', '2014')).filter((it) => it !== undefined)
  const text = [
    ...answers.map((it, at) => (answers.length > 1 ? phrases.ofList(lists[at] ?? '', it.text) : it.text)),
    ...(withTotal ? [phrases.total(total)] : []),
    ...(gap ? [phrases.gap(Math.abs((answers[0]?.count ?? 0) - (answers[1]?.count ?? 0)))] : []),
  ].join('；')
  const filter = answers.map((it) => it.filter).join('；')
  const captions = lists.flatMap((list) => captionOf(world, list))
  const proofs = unique([...(answers.length > 1 ? captions : []), ...answers.flatMap((it) => it.sources)])
  const numbers = answers.length > 1 && asks(question, 'count', 'sum', 'compare') && !placed(question)
  return {
    text,
    filter,
    claims: answers.length > 1 ? [{ text, filter }] : answers.flatMap((it) => it.claims),
    sources: (numbers ? unique([...stated.map(figureSource), ...proofs]) : proofs).slice(0, mostSources),
    sureness: surenessOf(question),
  }
}

/** Where a place is asked for, the lists prove the answer; where only the totals are, the report's sentences do. */
function placed(question: Question): boolean {
  return (['province', 'region', 'area', 'place'] as const).some(
    (slot) => valuesOf(question, slot).length > 0,
  )
}

function unique(sources: readonly RegisterSource[]): RegisterSource[] {
  return sources.filter((it, at) => sources.findIndex((other) => other.quote === it.quote) === at)
}
