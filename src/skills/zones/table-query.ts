import { fold, withoutUnit } from './lexicon.ts'
import type { RegisterTable } from './register-data.ts'

type Rows = RegisterTable['rows']

/** The column of that name; -1 where there is none. */
export function columnIndex(table: RegisterTable, column: string): number {
  return column === '' ? -1 : table.header.indexOf(column)
}

/**
 * The rows of which a cell is, or else holds, the words: first cells that are exactly it, then cells that contain it,
 * then (from three characters on) cells that contain its characters in order, e.g. 农民收入 in 农民人均纯收入.
 */
export function rowsWith(table: RegisterTable, rows: Rows, words: string): Rows {
  const sought = fold(words)
  const cells = (row: readonly string[]) => row.filter((_, at) => table.header[at] !== table.index).map(fold)
  const attempts: ((cell: string) => boolean)[] = [
    (cell) => cell === sought || fold(withoutUnit(cell)) === sought,
    (cell) => cell.includes(sought),
    (cell) => sought.length >= 3 && inOrder(cell, sought),
  ]
  for (const attempt of attempts) {
    const found = rows.filter((row) => cells(row).some(attempt))
    if (found.length > 0) return found
  }
  return []
}

/** The values of a column, each once, in the order of the table. */
export function distinct(rows: Rows, column: number): string[] {
  return [...new Set(rows.map((row) => row[column] ?? '').filter((it) => it !== ''))]
}

function inOrder(cell: string, sought: string): boolean {
  let at = 0
  for (const character of sought) {
    at = cell.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
