import { cellText } from '../../../core/cell-text.ts'
import type { Locale } from '../../../core/locale.ts'
import { boardRows, personalHeader, personalRows } from './draw.ts'
import type { ExchangeDay } from './exchange-day.ts'
import { exchangeWords } from './words.ts'

/**
 * An exchange day as a workbook: the board that hangs in the hall, and everybody's own day.
 * @returns the bytes of an XLSX file
 */
export async function dayWorkbook(
  it: ExchangeDay,
  nameOf: (organization: string) => string,
  locale: Locale,
): Promise<Uint8Array> {
  // Read when first needed: most runs of the program never write such a file.
  const { default: excel } = await import('exceljs')
  const say = exchangeWords[locale]
  const workbook = new excel.Workbook()
  const add = (name: string, header: readonly string[], rows: readonly (readonly string[])[]) => {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })
    sheet.addRow([...header]).font = { bold: true }
    for (const row of rows) sheet.addRow(row.map(cellText))
    for (const column of sheet.columns) {
      column.width = 24
      column.alignment = { wrapText: true, vertical: 'top' }
    }
  }
  add(
    say.board,
    [say.tableHead, ...it.plan.rounds.map((round) => say.round(round.number))],
    boardRows(it, nameOf),
  )
  add(say.personal, personalHeader(it, locale), personalRows(it, nameOf, locale))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
