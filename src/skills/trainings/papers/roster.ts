import type ExcelJS from 'exceljs'
import { cellText } from '../../../core/cell-text.ts'
import type { Instant } from '../../../core/clock.ts'
import { dayAt, hourAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Training } from '../../../core/training.ts'
import { paperWords } from './paper-words.ts'
import type { RosterEntry } from './roster-entry.ts'
import { countsByProvince } from './summary.ts'

type Rostered = Pick<Training, 'title' | 'questions' | 'quotas'>

/**
 * Everybody who answered a training, as a workbook: a row a person with what they were asked, and the counts by province.
 * Times are the office's; no cell can turn into a formula.
 * @param entries in the order in which they are to stand
 * @returns the bytes of an XLSX file
 */
export async function rosterWorkbook(
  training: Rostered,
  entries: readonly RosterEntry[],
  locale: Locale,
): Promise<Uint8Array> {
  // Read when first needed: most runs of the program never write such a file.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  addPeople(workbook, training, entries, locale)
  addProvinces(workbook, training, entries, locale)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** In characters. */
const widths = [6, 24, 40, 8, 12, 10, 17, 17]

function addPeople(
  workbook: ExcelJS.Workbook,
  { title, questions }: Rostered,
  entries: readonly RosterEntry[],
  locale: Locale,
): void {
  const { sheets, columns, states } = paperWords[locale].roster
  const header = [...columns, ...questions.map((it) => cellText(it.label))]
  const sheet = addSheet(workbook, sheets.people, title, header, [...widths, ...questions.map(() => 20)])
  for (const [at, { registration, organization, place }] of entries.entries()) {
    const row = sheet.addRow([
      at + 1,
      cellText(registration.name),
      cellText(organization),
      cellText(registration.province ?? ''),
      states[registration.state],
      place ?? null,
      timeCell(registration.askedAt),
      registration.attendedAt === undefined ? null : timeCell(registration.attendedAt),
      ...questions.map((it) => cellText(registration.answers[it.name] ?? '')),
    ])
    row.alignment = { wrapText: true, vertical: 'top' }
    for (const column of [7, 8]) row.getCell(column).numFmt = 'yyyy-mm-dd hh:mm'
  }
}

function addProvinces(
  workbook: ExcelJS.Workbook,
  training: Rostered,
  entries: readonly RosterEntry[],
  locale: Locale,
): void {
  const { sheets, provinceColumns, total, others } = paperWords[locale].roster
  const sheet = addSheet(workbook, sheets.provinces, training.title, provinceColumns, [12, 8, 8, 8, 8, 8])
  const counts = countsByProvince(training, entries)
  for (const { province, quota, registered, seated, waiting, came } of counts)
    sheet.addRow([cellText(province || others), quota ?? null, registered, seated, waiting, came])
  const sum = (name: 'registered' | 'seated' | 'waiting' | 'came') =>
    counts.reduce((whole, it) => whole + it[name], 0)
  const quotas = counts.reduce((whole, it) => whole + (it.quota ?? 0), 0)
  const row = [total, quotas, sum('registered'), sum('seated'), sum('waiting'), sum('came')]
  sheet.addRow(row).font = { bold: true }
}

/** An empty sheet whose header stays in sight, filters its columns and stands on each printed page. */
function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  title: string,
  header: readonly string[],
  columns: readonly number[],
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      showGridLines: true,
    },
    // In a page's head an ampersand begins a code; two are one.
    headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
  })
  sheet.addRow([...header]).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: header.length } }
  for (const [at, width] of columns.entries()) sheet.getColumn(at + 1).width = width
  return sheet
}

/** A spreadsheet's time has no zone: the office's wall clock, written as if it were UTC. */
function timeCell(instant: Instant): Date {
  const minutes = Math.floor(instant / 60_000) % 60
  return new Date(Date.UTC(...dayParts(instant), hourAt(instant), minutes))
}

function dayParts(instant: Instant): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = dayAt(instant).split('-').map(Number)
  return [year, month - 1, day]
}
