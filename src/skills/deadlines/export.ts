import type ExcelJS from 'exceljs'
import { cellText } from '../../core/cell-text.ts'
import { type LocalDate, localDateOf } from '../../core/clock.ts'
import type { ObligationState } from '../../core/duty.ts'
import type { Locale } from '../../core/locale.ts'
import type { Obligations } from '../../store/obligations.ts'
import { isOverdue, stateOf, titleOf } from './draw-entry.ts'
import type { Entry } from './entries.ts'
import { exportWords } from './export-words.ts'
import { stateWords } from './state-words.ts'

/** An entry with the day on which it was last filed. */
export interface ExportedEntry extends Entry {
  readonly filed?: LocalDate
}

/** States in which something has been handed in. */
const handedIn: ReadonlySet<ObligationState> = new Set(['filed', 'confirmed', 'received'])

/** When each was handed in, out of its history. */
export async function withFilingDays(
  entries: readonly Entry[],
  obligations: Pick<Obligations, 'history'>,
): Promise<readonly ExportedEntry[]> {
  return Promise.all(
    entries.map(async (entry) => {
      if (!handedIn.has(entry.obligation.state)) return entry
      const filing = (await obligations.history(entry.obligation.id)).filter((it) => it.verb === 'file')
      const at = Math.max(...filing.map((it) => it.stamp.at))
      return Number.isFinite(at) ? { ...entry, filed: localDateOf(at) } : entry
    }),
  )
}

/**
 * A board as a workbook: every obligation a row with a filter on each column, and the counts by province. Dates are dates,
 * and no cell can turn into a formula.
 * @returns the bytes of an XLSX file
 */
export async function workbookOf(
  entries: readonly ExportedEntry[],
  today: LocalDate,
  locale: Locale,
): Promise<Uint8Array> {
  // Read when first needed: most runs of the program never write such a file.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  addEntries(workbook, entries, today, locale)
  addCounts(workbook, entries, today, locale)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addEntries(
  workbook: ExcelJS.Workbook,
  entries: readonly ExportedEntry[],
  today: LocalDate,
  locale: Locale,
): void {
  const { sheets, columns } = exportWords[locale]
  const sheet = addSheet(
    workbook,
    sheets.entries,
    Object.values(columns),
    [28, 8, 32, 12, 12, 14, 12, 24, 36, 60],
  )
  for (const { organization, duty, obligation, filed } of entries) {
    const row = sheet.addRow([
      cellText(organization.name),
      cellText(organization.province ?? ''),
      cellText(titleOf(duty, obligation)),
      dateCell(obligation.due),
      obligation.originally === undefined ? null : dateCell(obligation.originally),
      stateOf(obligation, today, locale),
      filed === undefined ? null : dateCell(filed),
      cellText(obligation.reason ?? ''),
      cellText(duty.source?.title ?? ''),
      cellText(duty.source?.quote ?? ''),
    ])
    for (const column of dateColumns) row.getCell(column).numFmt = 'yyyy-mm-dd'
  }
}

/** Due, originally due, filed on. */
const dateColumns = [4, 5, 7]

function addCounts(
  workbook: ExcelJS.Workbook,
  entries: readonly ExportedEntry[],
  today: LocalDate,
  locale: Locale,
): void {
  const { sheets, columns, overdue, total } = exportWords[locale]
  const states = Object.keys(stateWords[locale]) as ObligationState[]
  const names = states.map((it) => stateWords[locale][it])
  const sheet = addSheet(workbook, sheets.counts, [columns.province, ...names, overdue, total], [12])
  const provinces = [...new Set(entries.map((it) => it.organization.province ?? ''))]
  const countsOf = (those: readonly ExportedEntry[]) => [
    ...states.map((state) => those.filter((it) => it.obligation.state === state).length),
    those.filter((it) => isOverdue(it.obligation, today)).length,
    those.length,
  ]
  for (const province of provinces) {
    const those = entries.filter((it) => (it.organization.province ?? '') === province)
    sheet.addRow([cellText(province), ...countsOf(those)])
  }
  sheet.addRow([total, ...countsOf(entries)]).font = { bold: true }
}

/** An empty sheet whose header stays in sight and filters its columns. @param widths in characters, from the left */
function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  header: readonly string[],
  widths: readonly number[],
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([...header]).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: header.length } }
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
  return sheet
}

/** A spreadsheet's day has no time zone; midnight UTC is how the library writes one. */
function dateCell(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
