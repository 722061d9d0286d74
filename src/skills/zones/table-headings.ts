import { asks, type Question, type RegisterAnswer } from './facts.ts'
import { fold } from './lexicon.ts'
import { phrases } from './phrases.ts'
import type { RegisterTable } from './register-data.ts'
import { columnIndex, distinct } from './table-query.ts'
import { general } from './table-subject.ts'
import { labelOf, told } from './table-told.ts'

/** 「社会管理与民生属于哪一块」: the headings over the one row that is named. */
export function headingOf(
  question: Question,
  table: RegisterTable,
  rows: RegisterTable['rows'],
  columns: readonly string[],
): RegisterAnswer | undefined {
  const upward = question.tokens.some((it) => /^(属于|归|归在|归到|属于哪|归哪)/.test(it.text))
  const [row] = rows
  if (!upward || !row || rows.length !== 1 || columns.some((it) => it !== table.main)) return undefined
  const path = table.header.flatMap((name, at) =>
    name === table.main || name === table.index ? [] : [row[at] ?? ''],
  )
  if (path.length === 0) return undefined
  const name = row[columnIndex(table, table.main)] ?? ''
  return told(question, table, phrases.belongs(name, path, labelOf(table)), [name], labelOf(table))
}

/** 「每个一级指标下有几个三级指标」; but 「一级二级指标分别多少个」 asks for two totals. */
export function apart(question: Question): boolean {
  const [one, other] = question.tokens.flatMap((it, at) => (it.slot === 'column' ? [at] : []))
  return question.tokens.some(
    (it, at) =>
      it.slot === 'op' &&
      it.value === 'each' &&
      (/^每/.test(it.text) || (at > (one ?? 0) && at < (other ?? 0))),
  )
}

/** How many rows stand under each heading. */
export function byHeading(
  question: Question,
  table: RegisterTable,
  columns: readonly string[],
): RegisterAnswer {
  const [heading = '', below = ''] = table.header.filter((it) => columns.includes(it))
  const sizes = distinct(table.rows, columnIndex(table, heading)).map((name) => {
    const rows = table.rows.filter((row) => row[columnIndex(table, heading)] === name)
    return [name, distinct(rows, columnIndex(table, below)).length] as const
  })
  return told(question, table, phrases.columnCounts(sizes, labelOf(table)), [], labelOf(table))
}

/** 「哪个一级指标下面的三级指标最多」: the heading with most rows. */
export function largest(
  question: Question,
  table: RegisterTable,
  columns: readonly string[],
  conditions: readonly string[],
): RegisterAnswer | undefined {
  const heading = columns.find((it) => it !== table.main)
  if (heading === undefined || columns.length > 2 || conditions.length > 0) return undefined
  const counted = columns.find((it) => it !== heading) ?? table.main
  const sizes = distinct(table.rows, columnIndex(table, heading)).map((name) => {
    const rows = table.rows.filter((row) => row[columnIndex(table, heading)] === name)
    return [name, distinct(rows, columnIndex(table, counted)).length] as const
  })
  const most = asks(question, 'most')
  const count = (most ? Math.max : Math.min)(...sizes.map(([, size]) => size))
  const names = sizes.filter(([, size]) => size === count).map(([name]) => name)
  return told(question, table, phrases.extreme(most, names, count, [], labelOf(table)), names, labelOf(table))
}

/** 「评估成效看哪几方面」: a heading that only says the asked word again is no answer. */
export function echoes(
  question: Question,
  values: readonly string[],
  conditions: readonly string[],
): boolean {
  const loose = question.tokens.some((it) => it.slot === 'column' && general.test(it.text))
  return (
    loose &&
    values.length > 0 &&
    conditions.some((words) => values.every((it) => fold(it).includes(fold(words))))
  )
}
