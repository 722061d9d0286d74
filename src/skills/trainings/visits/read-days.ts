import type { LocalDate } from '../../../core/clock.ts'
import { addDays, dateIfReal, daysBetween, yearOf } from '../../../core/local-date.ts'
import type { Days } from '../../../core/visit.ts'

/** Longer is a secondment, which needs papers of another kind. Days. */
export const longest = 92
/** Nobody keeps a promise of the year after next. Days. */
const furthest = 730
export const mostPeriods = 10

/** Why a line is no days that anybody could come: not read, no such day, end before start, or one of the limits. */
export type DaysFault = 'unread' | 'unreal' | 'reversed' | 'past' | 'too-long' | 'too-far'

export type DaysRead =
  | { readonly days: readonly Days[] }
  | { readonly line: string; readonly fault: DaysFault }

const mark = '[-/.年]'
const first = `(?:(\\d{4})${mark})?(\\d{1,2})[-/.月](\\d{1,2})[日号]?`
const last = `(?:(?:(\\d{4})${mark})?(\\d{1,2})[-/.月])?(\\d{1,2})[日号]?`
const period = new RegExp(`^${first}(?:(?:至|到|-|~|—|–)+${last})?$`, 'u')

/**
 * Days as people type them, a period a line or between `；`: 2014-07-01 至 2014-07-03, 2014年7月1日至3日, 7月1日-3日, 7月1日.
 * Without a year the next such day is meant. Pure.
 * @returns the periods in their order, or the first line that is none
 */
export function readDays(text: string, today: LocalDate): DaysRead {
  const lines = text
    .normalize('NFKC')
    .split(/[\n;；、]/u)
    .map((it) => it.trim())
    .filter((it) => it !== '')
  const days: Days[] = []
  for (const line of lines) {
    const read = readPeriod(line.replace(/\s+/gu, ''), today)
    if (typeof read === 'string') return { line, fault: read }
    days.push(read)
  }
  return { days: days.sort((a, b) => (a.from < b.from ? -1 : 1)) }
}

function readPeriod(line: string, today: LocalDate): Days | DaysFault {
  const found = period.exec(line)
  if (!found) return 'unread'
  const [, year, month, day, lastYear, lastMonth, lastDay] = found.map((it) => (it ? Number(it) : undefined))
  if (month === undefined || day === undefined) return 'unread'
  const from = year === undefined ? nextDay(month, day, today) : dateIfReal(year, month, day)
  if (from === undefined) return 'unreal'
  const to = lastDay === undefined ? from : lastOf(from, lastYear, lastMonth, lastDay)
  if (to === undefined) return 'unreal'
  if (to < from) return 'reversed'
  if (from < today) return 'past'
  if (daysBetween(from, to) >= longest) return 'too-long'
  return to > addDays(today, furthest) ? 'too-far' : { from, to }
}

function lastOf(from: LocalDate, year: number | undefined, month: number | undefined, day: number) {
  const its = Number(from.slice(5, 7))
  const wanted = dateIfReal(year ?? yearOf(from), month ?? its, day)
  // 12月30日至1月3日 goes over the new year; 7月5日至3日 is a slip of the pen.
  if (wanted !== undefined && wanted < from && year === undefined && month !== undefined && month < its)
    return dateIfReal(yearOf(from) + 1, month, day)
  return wanted
}

/** That day this year or, where it is over, next year; 29 February in the next year that has one. */
function nextDay(month: number, day: number, today: LocalDate): LocalDate | undefined {
  const year = yearOf(today)
  return [year, year + 1, year + 2]
    .map((it) => dateIfReal(it, month, day))
    .find((it) => it !== undefined && it >= today)
}
