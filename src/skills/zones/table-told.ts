import {
  asks,
  type Question,
  type RegisterAnswer,
  type RegisterSource,
  surenessOf,
  type World,
} from './facts.ts'
import { phrases } from './phrases.ts'
import type { RegisterTable } from './register-data.ts'
import { columnIndex } from './table-query.ts'

/** The table as answers call it, with the year of its document where the label has none. */
export function labelOf(table: RegisterTable): string {
  return table.label === '' ? phrases.sectionLabel(table.caption) : phrases.tableLabel(table.label)
}

/** A sentence without its full stop, to stand within another. */
export function bare(value: string): string {
  return value.replace(/。$/, '')
}

/** The counter that the question uses, 几条 or 几项; of a numbered section of a text 条. */
export function counterOf(question: Question, table: RegisterTable): string {
  const asked = question.tokens.find((it) => it.slot === 'op' && it.value === 'items')?.text
  return /[条项件点]/.exec(asked ?? '')?.[0] ?? (table.label === '' ? '条' : '个')
}

/** Names to show; long ones, where only their number is asked for, not at all, and in a long list by their first clause. */
export function shown(question: Question, values: readonly string[]): readonly string[] {
  const long = values.join('').length > 200
  if (!asks(question, 'list', 'which') && (long || values.length > 8)) return []
  return long ? values.map((it) => it.split('，')[0] ?? it) : values
}

/** Sentences of the documents that state the same numbers under the same names; the best proof of a count. */
export function statedIn(world: World, counts: readonly (readonly [string, number])[]): RegisterSource[] {
  return counts.flatMap(([name, count]) =>
    world.figures
      .filter((it) => name !== '' && it.value === count && it.unit.includes(name))
      .map((it) => ({ document: it.file, quote: it.words })),
  )
}

export function told(
  question: Question,
  table: RegisterTable,
  text: string,
  values: readonly string[],
  filter: string,
  stated: readonly RegisterSource[] = [],
): RegisterAnswer {
  const label = table.label === '' ? {} : { table: table.label }
  // The caption of a numbered section stands in the table of contents as well, so its own words go first; how many
  // they are is proved by the last.
  const last = table.rows.at(-1)?.[columnIndex(table, table.main)] ?? ''
  const proofs =
    table.label === '' ? [...(values.length > 1 ? [last] : []), ...values, last] : [table.caption, ...values]
  const quotes: RegisterSource[] = proofs
    .filter((it) => it !== '')
    .map((it) => ({ document: table.document, quote: it, ...label }))
  const sources = [...stated, ...quotes].filter(
    (it, at, all) => all.findIndex((other) => other.quote === it.quote) === at,
  )
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question, 0.9) }
}
