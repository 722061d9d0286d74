import type { TableDraft } from './document.ts'

/** Labels that head columns in Chinese tables; a first row that holds one is a header. */
const label =
  /^(?:序号|编号|名称|姓名|单位|项目|内容|指标|类型|类别|年份|年度|时间|日期|数量|金额|地区|省份|备注|议题|说明|.{0,8}(?:指标|名称|内容|议题|序号|单位|类型|类别|时间|日期|备注|情况|数量))$/

/** What is known of a table besides its cells. */
export interface TableFacts {
  readonly caption?: string
  /** Merged cells are filled in already, in every direction. */
  readonly filled?: boolean
  /** How many rows the header takes, where the format tells. */
  readonly headerRows?: number
}

/**
 * A table out of its printed cells, '' where a cell is merged with the one above or empty: finds the header rows, fills
 * merged cells down (only those left of the row's first printed cell; an empty cell at the end stays empty), and gives
 * every row the same number of columns.
 */
export function tableOf(cells: readonly (readonly string[])[], facts: TableFacts = {}): TableDraft {
  const width = Math.max(0, ...cells.map((row) => row.length))
  const grid = cells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
  const depth = facts.headerRows ?? headerRows(grid)
  const header = depth === 0 ? [] : joinHeader(grid.slice(0, depth), width)
  const rows = facts.filled === true ? grid.slice(depth) : fillDown(grid.slice(depth))
  return { ...(facts.caption === undefined ? {} : { caption: facts.caption }), header, rows }
}

/** How many of the first rows name the columns: 0, 1 or 2. */
export function headerRows(grid: readonly (readonly string[])[]): number {
  const [first, second] = grid
  if (first === undefined || second === undefined) return 0
  const body = grid.slice(1)
  const full = first.every((cell) => cell !== '')
  const labelled = first.some((cell) => label.test(cell))
  const numbersBelow = first.some(
    (cell, column) =>
      cell !== '' &&
      !isNumber(cell) &&
      body.filter((row) => isNumber(row[column] ?? '')).length > body.length / 2,
  )
  const mergedBelow = full && body.some((row) => row[0] === '' && row.some((cell) => cell !== ''))
  if (!labelled && !numbersBelow && !mergedBelow) return 0
  // A second row that only divides a wide header cell: nothing under the labels, labels under the gap.
  const gap = first.some((cell, column) => column > 0 && cell === '')
  const divides =
    gap &&
    second.every((cell, column) => cell === '' || first[column] === '' || first[column + 1] === '') &&
    second[0] === ''
  return divides && grid.length > 2 ? 2 : 1
}

function joinHeader(rows: readonly (readonly string[])[], width: number): string[] {
  const header: string[] = []
  for (let column = 0; column < width; column += 1) {
    const parts: string[] = []
    for (const [depth, row] of rows.entries()) {
      let part = row[column] ?? ''
      // A wide label reaches over the empty cells to its right when the next row divides it.
      if (part === '' && depth < rows.length - 1 && (rows[depth + 1]?.[column] ?? '') !== '') {
        part = row.slice(0, column).findLast((cell) => cell !== '') ?? ''
      }
      if (part !== '' && part !== parts.at(-1)) parts.push(part)
    }
    header.push(parts.join(' '))
  }
  return header
}

function fillDown(rows: readonly (readonly string[])[]): string[][] {
  const filled: string[][] = []
  for (const row of rows) {
    const above = filled.at(-1)
    const first = row.findIndex((cell) => cell !== '')
    filled.push(
      row.map((cell, column) => (column < first && above !== undefined ? (above[column] ?? '') : cell)),
    )
  }
  return filled
}

function isNumber(cell: string): boolean {
  return /^[-+]?[\d,.，]+\s*[%％‰]?$/.test(cell)
}
