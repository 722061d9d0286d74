import { asks, type Question, type RegisterAnswer } from './facts.ts'
import { withoutUnit } from './lexicon.ts'
import { phrases } from './phrases.ts'
import type { RegisterTable } from './register-data.ts'
import { columnIndex, distinct, rowsWith } from './table-query.ts'
import { bare, counterOf, labelOf, told } from './table-told.ts'

/** 「监测指标里有PM2.5没」: the table is named and whole, so what it does not hold can be said, with what comes near. */
export function lacking(question: Question, table: RegisterTable): RegisterAnswer | undefined {
  const within = /^(里|里面|里头|里边|中|当中|包含|包括|包不包括|包不包含|上|上面)$/
  const unknown = question.tokens.filter((it) => it.slot === 'rest' || it.slot === 'near')
  const [thing] = unknown
  const plain = question.tokens.every(
    (it) =>
      ['table', 'column', 'noise', 'number', 'under', 'year', 'subject'].includes(it.slot) ||
      it === thing ||
      (it.slot === 'op' && it.value === 'member'),
  )
  if (!thing || unknown.length > 1 || !plain || !asks(question, 'member') || thing.text.length < 2)
    return undefined
  if (!question.tokens.some((it) => within.test(it.text)) || thing.text.length > 8) return undefined
  if (rowsWith(table, table.rows, thing.text).length > 0) return undefined
  const near = thing.slot === 'near' ? rowsWith(table, table.rows, thing.value) : []
  const names = distinct(near, columnIndex(table, table.main))
  const size = distinct(table.rows, columnIndex(table, table.main)).length
  const behind = question.tokens[question.tokens.indexOf(thing) + 1]?.text === '数' ? '数' : ''
  const text = phrases.lacking(labelOf(table), size, thing.text.toUpperCase() + behind, names)
  return told(question, table, text, names, labelOf(table))
}

export function asksUnit(question: Question): boolean {
  return question.tokens.some((it) => it.text === '单位') && asks(question, 'which')
}

/** 「新生儿死亡率的单位是什么」: the sign in brackets behind the name. */
export function unitOf(
  question: Question,
  table: RegisterTable,
  rows: RegisterTable['rows'],
): RegisterAnswer | undefined {
  const [row] = rows
  const value = row?.[columnIndex(table, table.main)] ?? ''
  const unit = /[（(]([^（()）]+)[)）]\s*$/.exec(value)?.[1]
  if (rows.length !== 1 || unit === undefined) return undefined
  return told(
    question,
    table,
    phrases.unitOf(withoutUnit(value), unit, labelOf(table)),
    [value],
    labelOf(table),
  )
}

/** 「表3是什么」, 「表4叫什么名字」 */
export function asksCaption(
  question: Question,
  table: RegisterTable,
  columns: readonly string[],
  conditions: readonly string[],
): boolean {
  const plain = question.tokens.every((it) => ['table', 'op', 'noise'].includes(it.slot))
  const which =
    asks(question, 'which', 'caption') && !asks(question, 'list', 'count', 'items', 'index', 'member')
  return table.label !== '' && plain && which && columns.length === 0 && conditions.length === 0
}

export function captioned(question: Question, table: RegisterTable): RegisterAnswer {
  const name = table.caption.replace(/^表\s*\d+\s*/, '')
  const label = table.label === '' ? table.caption : table.label
  return told(question, table, phrases.captionOf(label, name), [], labelOf(table))
}

export function nthOf(
  question: Question,
  table: RegisterTable,
  rows: RegisterTable['rows'],
  target: string,
  asked: string,
  filter: string,
  conditions: readonly string[],
): RegisterAnswer | undefined {
  const at = columnIndex(table, table.index)
  const values = distinct(rows, columnIndex(table, target))
  const nth = asked === 'last' ? values.length : Number(asked)
  const row =
    conditions.length === 0 && at >= 0 && target === table.main
      ? rows.find((it) => Number(it[at]) === nth)
      : undefined
  const value = row ? row[columnIndex(table, target)] : values[nth - 1]
  if (value === undefined) {
    return told(
      question,
      table,
      phrases.noNth(nth, filter, values.length, counterOf(question, table)),
      [],
      filter,
    )
  }
  const whole = row ?? rows.find((it) => it[columnIndex(table, target)] === value)
  const path = table.header
    .map((name, index) => (name === target || name === table.index ? '' : (whole?.[index] ?? '')))
    .filter((it) => it !== '' && !/^\d+$/.test(it) && target === table.main && !conditions.includes(it))
  return told(
    question,
    table,
    phrases.nth(nth, bare(value), filter, path, counterOf(question, table)),
    [value],
    filter,
  )
}

export function positionOf(
  question: Question,
  table: RegisterTable,
  rows: RegisterTable['rows'],
  filter: string,
): RegisterAnswer | undefined {
  const at = columnIndex(table, table.index)
  const [row] = rows
  if (at < 0 || !row || rows.length !== 1) return undefined
  const value = row[columnIndex(table, table.main)] ?? ''
  return told(
    question,
    table,
    phrases.position(bare(value), row[at] ?? '', filter, counterOf(question, table)),
    [value],
    filter,
  )
}
