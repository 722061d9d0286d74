import type { Zone } from '../../store/zones.ts'
import {
  asks,
  type Question,
  type RegisterAnswer,
  type RegisterSource,
  valuesOf,
  type World,
} from './facts.ts'
import { figureOf, figureSource } from './figures.ts'
import { cohortSize, display, groupBy, named } from './list-filter.ts'
import { phrases } from './phrases.ts'
import { provinces } from './provinces.ts'

/** What one list has to say; several are joined to an answer. */
export interface Part extends Omit<RegisterAnswer, 'sureness'> {
  readonly count: number
}

/** Who has the most, or the least. */
export function extreme(
  question: Question,
  rows: readonly Zone[],
  by: string,
  filter: string,
  caption: RegisterSource[],
  world: World,
): Part | undefined {
  const groups = groupBy(rows, by)
  const most = asks(question, 'most')
  const counts = groups.map(([, zones]) => zones.length)
  const count = most ? Math.max(...counts) : Math.min(...counts)
  const winners = groups.filter(([, zones]) => zones.length === count)
  if (winners.length === 0) return undefined
  const zones = winners.flatMap(([, it]) => it)
  const names = winners.map(([name]) => name)
  const listed = zones.length <= 12 ? display(zones) : []
  const text = phrases.extreme(most, names, count, listed, phrases.filter(filter, [phrases.groupedBy(by)]))
  return { text, filter, sources: [...caption, ...named(world, zones)], count, claims: [{ text, filter }] }
}

/** How many each has; those asked for that have none are named too. */
export function grouped(
  rows: readonly Zone[],
  by: string,
  filter: string,
  caption: RegisterSource[],
  world: World,
  asked: readonly string[] = [],
): Part {
  const found = groupBy(rows, by)
  const missing = asked.filter((it) => !found.some(([name]) => name === it)).map((it) => [it, []] as const)
  const naming = asked.length > 0 && rows.length <= 12
  const text = phrases.each(
    [...found, ...missing].map(([name, zones]) =>
      naming
        ? phrases.amountNamed(
            name,
            zones.map((it) => it.short),
          )
        : phrases.amountOf(name, zones.length),
    ),
    phrases.filter(filter, [phrases.groupedBy(by)]),
  )
  return {
    text,
    filter,
    sources: [...caption, ...named(world, rows)],
    count: rows.length,
    // Each count with its rows, so that whoever checks the text can count them.
    claims: [
      { text, filter },
      ...found.map(([name, zones]) => ({
        text: phrases.amountNamed(
          name,
          zones.map((it) => it.short),
        ),
        filter,
      })),
    ],
  }
}

/** How many groups there are, and which; those without any where that is asked. */
export function groups(
  question: Question,
  rows: readonly Zone[],
  by: string,
  filter: string,
  caption: RegisterSource[],
  world: World,
  list: string,
): Part {
  const absent = question.tokens.some((it) => it.slot === 'op' && /^没有?$/.test(it.text))
  const present = groupBy(rows, by).map(([name]) => name)
  const names = absent ? provinces.map((it) => it.short).filter((it) => !present.includes(it)) : present
  const full = absent ? phrases.without(filter) : filter
  const short = phrases.groups(names.length, names, phrases.by[by] ?? '', full)
  const stated = by === 'province' && !absent ? figureOf(world, list, 'provinces', '2014') : undefined
  const disagrees = stated && stated.value !== names.length && rows.length === cohortSize(world, list)
  const text = disagrees
    ? `${phrases.disagrees(stated, names.length)}：${names.join('、')}（${filter}）`
    : short
  const sources = [...(stated ? [figureSource(stated)] : []), ...caption, ...named(world, rows)]
  return { text, filter, sources, count: names.length, claims: [{ text, filter }] }
}

/** 「东部比西部多几个新申报」: the two asked for and the gap between them. */
export function compared(
  question: Question,
  rows: readonly Zone[],
  filter: string,
  caption: RegisterSource[],
  world: World,
): Part | undefined {
  const by = (['province', 'region'] as const).find((slot) => valuesOf(question, slot).length === 2)
  if (by === undefined) return undefined
  const counts = valuesOf(question, by).map((it) => rows.filter((row) => row[by] === it).length)
  const part = grouped(rows, by, filter, caption, world, valuesOf(question, by))
  const text = `${part.text}，${phrases.gap(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0)))}`
  return { ...part, text, claims: [{ text, filter }, ...part.claims.slice(1)] }
}
