import type ExcelJS from 'exceljs'
import { type Format, stemOf } from './format.ts'
import type { Manuscript } from './manuscript.ts'
import { ManuscriptWriter } from './manuscript-writer.ts'
import { problem } from './problem.ts'
import { namesColumns } from './read-csv.ts'
import { headerRows } from './tables.ts'
import { warnings, words } from './words.ts'
import { holdsPart, inspectZip } from './zip.ts'

/** Excel workbooks (ECMA-376): one heading a sheet, one table under it. */
export const xlsxFormat: Format = {
  name: 'XLSX',
  extensions: ['.xlsx', '.xlsm'],
  recognises: ({ bytes }) => holdsPart(bytes, 'xl/workbook.xml'),
  read: async ({ name, bytes }) => {
    await inspectZip(bytes, 'XLSX')
    return fromWorkbook(await workbookOf(bytes), stemOf(name))
  },
}

async function workbookOf(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  // Read when first needed: most runs of the program never see such a file.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  try {
    await workbook.xlsx.load(copy)
    return workbook
  } catch (thrown) {
    throw problem(words.broken('XLSX'), thrown)
  }
}

function fromWorkbook(workbook: ExcelJS.Workbook, stem: string): Manuscript {
  const writer = new ManuscriptWriter()
  const hidden: string[] = []
  const titles: string[] = []
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') hidden.push(sheet.name)
    else titles.push(...writeSheet(writer, sheet))
  }
  const manuscript = { ...writer.finish(), facts: { title: titles[0] ?? stem } }
  return hidden.length === 0 ? manuscript : { ...manuscript, warnings: [warnings.hiddenSheets(hidden)] }
}

/** @returns the titles that stand above the table, if any */
function writeSheet(writer: ManuscriptWriter, sheet: ExcelJS.Worksheet): string[] {
  const printed: string[][] = []
  const filled: string[][] = []
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const own: string[] = []
    const full: string[] = []
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = row.getCell(column)
      const text = textOf(cell.isMerged ? cell.master : cell)
      own.push(cell.isMerged && cell.master.address !== cell.address ? '' : text)
      full.push(text)
    }
    if (own.some((cell) => cell !== '')) {
      printed.push(own)
      filled.push(full)
    }
  })
  if (printed.length === 0) return []
  writer.heading(sheet.name, 2)
  // One cell alone above the table, as wide as the table, is its title.
  const titles: string[] = []
  let top = 0
  while (
    top < printed.length - 1 &&
    (printed[top]?.filter((cell) => cell !== '').length ?? 0) === 1 &&
    sheet.columnCount > 1
  ) {
    titles.push(printed[top]?.join('') ?? '')
    top += 1
  }
  for (const title of titles) writer.paragraph(title)
  const rows = filled.slice(top)
  writer.table(printed.slice(top), rows, {
    headerRows: Math.max(headerRows(rows), namesColumns(rows) ? 1 : 0),
  })
  return titles
}

/** What the cell shows: dates as YYYY-MM-DD, per cents as per cents, formulas by their result. */
function textOf(cell: ExcelJS.Cell): string {
  const value = shownValue(cell.value)
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/T(\d\d:\d\d).*$/, ' $1')
  if (typeof value === 'number') {
    const percent = /^0(?:\.(0+))?%$/.exec(cell.numFmt ?? '')
    return percent === null ? String(value) : `${(value * 100).toFixed(percent[1]?.length ?? 0)}%`
  }
  return String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function shownValue(value: ExcelJS.CellValue): string | number | boolean | Date | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'object' || value instanceof Date) return value
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('text' in value) return shownValue(value.text)
  if ('error' in value) return value.error
  if ('result' in value) return shownValue(value.result ?? null)
  return undefined
}
