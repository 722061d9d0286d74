import { asks, type Question, valuesOf, type World } from './facts.ts'
import { fold } from './lexicon.ts'
import type { RegisterTable } from './register-data.ts'
import { asksUnit } from './table-cells.ts'
import { columnIndex, rowsWith } from './table-query.ts'

/** A table question asks something, and of the table's own words. */
export function asksOfTable(question: Question): boolean {
  const has = (slot: string) => question.tokens.some((it) => it.slot === slot)
  if (asks(question, 'why', 'when', 'share', 'who')) return false
  if (!has('op') && !has('nth') && !has('line') && !(has('cell') && has('column'))) return false
  const foreign = [
    'province',
    'region',
    'zone',
    'place',
    'list',
    'area',
    'lane',
    'picture',
    'spelled',
    'theme',
    'approved',
    'negation',
    'chronicle',
  ]
  return !foreign.some(has) && !question.tokens.some((it) => it.slot === 'year' && it.value !== '2014')
}

// Words that may be said of anything (乡镇一级, 三个方面): they mean a table's column only beside another word of it.
export const general = /^([一二三]级|大?方面|大块|部分|大类)$/

/** The table that the question names, by its number, its name, its columns or its headings; never by chance. */
export function tableOf(question: Question, world: World): RegisterTable | undefined {
  const named = valuesOf(question, 'table').map((it) =>
    it.startsWith('表') ? world.tables.find((table) => table.label === it) : world.tables[Number(it)],
  )
  if (named.length > 0) return named.every((it) => it === named[0]) ? named[0] : undefined
  const hinted = valuesOf(question, 'hint').map((it) => world.tables[Number(it)])
  const tablesOf = (slot: 'column' | 'cell', test: (text: string) => boolean) =>
    question.tokens
      .filter((it) => it.slot === slot && test(it.text))
      .map((it) => world.tables[Number(it.value.split('|')[0])])
  const columns = tablesOf('column', (it) => !general.test(it))
  if (columns.length > 0) return columns.every((it) => it === columns[0]) ? columns[0] : undefined
  const under = question.tokens.some((it) => it.slot === 'under')
  const cells = tablesOf('cell', () => true)
  const numbered =
    asks(question, 'index') || question.tokens.some((it) => it.slot === 'nth' || it.slot === 'line')
  const pointed = under || numbered || asksUnit(question) || asks(question, 'where')
  if (pointed && cells.length > 0 && cells.every((it) => it === cells[0])) return cells[0]
  const loose = tablesOf('column', (it) => general.test(it))
  if (loose.length > 0 && [...hinted, ...cells].includes(loose[0])) return loose[0]
  return numbered && hinted.length === 1 ? hinted[0] : undefined
}

/** What the rows must hold: cells by name, units, and words that stand in a cell. Undefined where a word fits nothing. */
export function conditionsOf(question: Question, world: World, table: RegisterTable): string[] | undefined {
  const conditions: string[] = []
  for (const [at, token] of question.tokens.entries()) {
    if (token.slot === 'cell') {
      const [key, cell = ''] = token.value.split('|')
      if (world.tables[Number(key)] !== table) return undefined
      conditions.push(cell)
    } else if (token.slot === 'near' && rowsWith(table, table.rows, token.text).length === 0) {
      return undefined
    } else if (token.slot === 'unit' || token.slot === 'near') {
      conditions.push(token.slot === 'unit' ? token.value : token.text)
    } else if (token.slot === 'rest' && !fold(table.caption).includes(token.text)) {
      const words = wholeWord(question, at, table)
      if (words.length < 2 || rowsWith(table, table.rows, words).length === 0) {
        const alike = asks(question, 'index') ? rowAlike(question, table) : undefined
        return alike === undefined ? undefined : [alike]
      }
      conditions.push(words)
    }
  }
  return [...new Set(conditions)]
}

/** 「科技起的作用」 for 科技所发挥的支撑作用: the one row that holds most of the unknown characters. */
function rowAlike(question: Question, table: RegisterTable): string | undefined {
  const words = question.tokens.filter((it) => it.slot === 'rest').map((it) => it.text)
  const sought = [...words.join('')].filter((it) => !fold(table.caption).includes(it))
  if (sought.length < 3) return undefined
  const scored = table.rows
    .map((row) => row[columnIndex(table, table.main)] ?? '')
    .map((cell) => ({ cell, held: sought.filter((it) => fold(cell).includes(it)).length / sought.length }))
    .sort((one, other) => other.held - one.held)
  const [best, second] = scored
  return best && best.held >= 0.75 && best.held > (second?.held ?? 0) ? best.cell : undefined
}

/** What the question calls the rows, e.g. 评估议题; empty where it does not say. */
export function calledOf(question: Question, table: RegisterTable): string {
  const column = question.tokens.find((it) => it.slot === 'column')?.text
  return column ?? table.names.find((name) => question.tokens.some((it) => it.text === name)) ?? ''
}

/** 就业 comes as the particle 就 and an unknown 业: an unknown word takes back the particle if a cell holds both. */
function wholeWord(question: Question, at: number, table: RegisterTable): string {
  const text = (index: number) => {
    const token = question.tokens[index]
    return token?.slot === 'noise' && token.text.length === 1 ? token.text : ''
  }
  const own = question.tokens[at]?.text ?? ''
  const attempts = [text(at - 1) + own + text(at + 1), text(at - 1) + own, own + text(at + 1), own]
  const holds = (words: string) => table.rows.some((row) => row.some((cell) => fold(cell).includes(words)))
  return attempts.find((it) => it !== own && holds(it)) ?? own
}

/** The columns that the question names, each once. */
export function columnsOf(question: Question, world: World, table: RegisterTable): string[] {
  const named = question.tokens
    .filter((it) => it.slot === 'column')
    .map((it) => it.value.split('|'))
    .filter(([key]) => world.tables[Number(key)] === table)
    .map(([, column = '']) => column)
  // 几大块 asks for the headings over the rows.
  const blocks = question.tokens.some((it) => it.slot === 'op' && /块|方面/.test(it.text))
  const [heading] = table.header
  const above =
    blocks && heading !== undefined && heading !== table.main && heading !== table.index ? [heading] : []
  const main = above.length > 0 && asks(question, 'count') ? [table.main] : []
  return [...new Set([...above, ...named, ...main])]
}

/**
 * The column asked for: the one named, unless the condition is itself a cell of that column (战略定位方面 asks for the
 * topics); else the main one, as for 「有没有」, where the row itself is meant.
 */
export function targetOf(
  columns: readonly string[],
  table: RegisterTable,
  conditions: readonly string[],
  member: boolean,
): string {
  if (conditions.length === 0) return columns[0] ?? table.main
  if (member) return table.main
  const inColumn = (column: string) =>
    table.rows.some((row) => conditions.includes(row[columnIndex(table, column)] ?? ''))
  const open = columns.filter((it) => !inColumn(it))
  return open.find((it) => it !== table.main) ?? open[0] ?? table.main
}

/** A column as the question called it, e.g. 三级指标 for the column 名称. */
export function nameOf(question: Question, world: World, table: RegisterTable, column: string): string {
  const key = String(world.tables.indexOf(table))
  return question.tokens.find((it) => it.slot === 'column' && it.value === `${key}|${column}`)?.text ?? column
}
