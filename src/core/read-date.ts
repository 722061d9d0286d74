import type { LocalDate } from './clock.ts'
import { dateAt, dateIfReal, daysInMonth, ordinalOf } from './local-date.ts'
import { parseChineseNumber } from './numerals.ts'

/** Why a cell or a typed text is no date. */
export type DateFault =
  /** Nothing there. */
  | 'empty'
  /** In no form that we know. */
  | 'unreadable'
  /** The calendar has no such day, e.g. 30 February. */
  | 'impossible'
  /** A day and a month, e.g. 6月30日, and nobody said of which year. */
  | 'no-year'
  /** A month without a day, e.g. 2014年6月: its end is written 6月底. */
  | 'no-day'
  /** Day and month could change places, e.g. 5/6/2014. */
  | 'ambiguous'

export type DateRead = { readonly date: LocalDate } | { readonly fault: DateFault }

/** Excel counts days from 1899-12-30 (its leap day of 1900, which never was, is behind all dates of ours). */
const excelOrigin = ordinalOf('1899-12-30')
/** 1986, when the first zones were founded, to 2099: other numbers are no dates but amounts. */
const firstSerial = ordinalOf('1986-01-01') - excelOrigin
const lastSerial = ordinalOf('2099-12-31') - excelOrigin

/**
 * Reads a date as people write it into a table or a form: 2014-06-30, 2014/6/30, 2014.6.30, 20140630, 2014年6月30日,
 * 二〇一四年六月三十日, 2014年6月底, an Excel serial (41820, as number or text); with a given year also 6月30日, 6月底, 6-30.
 * Pure.
 */
export function readDate(cell: string | number | Date, year?: number): DateRead {
  if (cell instanceof Date) return found(dateAt(Math.floor(cell.getTime() / 86_400_000)))
  if (typeof cell === 'number') return serial(cell)
  const text = cell
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:以前|之前|前)$/, '')
  if (text === '') return { fault: 'empty' }
  if (/^\d{5}(?:\.0+)?$/.test(text)) return serial(Number(text))

  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return whole(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const marked = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (marked) return whole(Number(marked[1]), Number(marked[3]), Number(marked[4]))
  if (/^\d{4}[-/.]\d{1,2}$/.test(text)) return { fault: 'no-day' }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)) return { fault: 'ambiguous' }
  const short = /^(\d{1,2})([-/.])(\d{1,2})$/.exec(text)
  if (short) return withYear(year, Number(short[1]), Number(short[3]))
  return readChinese(text, year)
}

const numeral = '[\\d〇零○一二三四五六七八九十]+'
const chinese = new RegExp(
  `^(?:(${numeral})年)?(${numeral})月(?:份)?(?:(${numeral})(?:日|号)?|(底|末|月底))?$`,
)

function readChinese(text: string, given: number | undefined): DateRead {
  const parts = chinese.exec(text)
  if (!parts) return { fault: 'unreadable' }
  const [, yearText, monthText = '', dayText, end] = parts
  const year = yearText === undefined ? given : parseChineseNumber(yearText)
  const month = parseChineseNumber(monthText)
  if (month === undefined || (yearText !== undefined && year === undefined)) return { fault: 'unreadable' }
  if (end !== undefined) {
    if (month < 1 || month > 12) return { fault: 'impossible' }
    return year === undefined ? { fault: 'no-year' } : whole(year, month, daysInMonth(year, month))
  }
  if (dayText === undefined) return { fault: 'no-day' }
  const day = parseChineseNumber(dayText)
  return day === undefined ? { fault: 'unreadable' } : withYear(year, month, day)
}

function withYear(year: number | undefined, month: number, day: number): DateRead {
  // A leap year tells whether any year has that day.
  if (year === undefined) return { fault: dateIfReal(2000, month, day) ? 'no-year' : 'impossible' }
  return whole(year, month, day)
}

function whole(year: number, month: number, day: number): DateRead {
  const date = dateIfReal(year, month, day)
  return date === undefined ? { fault: 'impossible' } : found(date)
}

function serial(value: number): DateRead {
  if (!Number.isFinite(value) || value < firstSerial || value >= lastSerial + 1)
    return { fault: 'unreadable' }
  return found(dateAt(excelOrigin + Math.floor(value)))
}

const found = (date: LocalDate): DateRead => ({ date })
