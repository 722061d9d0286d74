import type { Instant, LocalDate } from '../../../../core/clock.ts'
import { instantAt, yearOf } from '../../../../core/local-date.ts'
import { type DateFault, readDate } from '../../../../core/read-date.ts'
import { minuteOf } from '../../telling/draw.ts'

/** A day or two as an organizer types them, or what could not be read and why. */
export type DaysTyped =
  | { readonly starts: LocalDate; readonly ends: LocalDate }
  | { readonly fault: DateFault; readonly at: string }

// A hyphen between digits may belong to a date: 2014-10-15. With a day's name before it, or blanks around it, it does not.
const between = /\s*(?:至|到|~|～|—+|–|－)\s*|\s+-\s+|(?<=[日号])-/u

/**
 * `2014-10-15`, `2014-10-15 至 2014-10-16`, `2014年10月15日-16日`, `10月15日到11月2日`: what the second day leaves out it has
 * of the first. Pure.
 * @param year that days without one are meant in
 */
export function readDays(typed: string, year: number): DaysTyped {
  const [first = '', second, ...more] = endsOf(typed)
  if (more.length > 0) return { fault: 'unreadable', at: typed }
  const starts = readDate(first, year)
  if ('fault' in starts) return { fault: starts.fault, at: first === '' ? typed : first }
  if (second === undefined) return { starts: starts.date, ends: starts.date }
  const whole = /^\d{1,2}[日号]?$/.test(second)
    ? `${starts.date.slice(0, 8)}${second.replace(/[日号]$/, '').padStart(2, '0')}`
    : second
  const ends = readDate(whole, yearOf(starts.date))
  if ('fault' in ends) return { fault: ends.fault, at: second }
  return { starts: starts.date, ends: ends.date }
}

/** The one or two moments of a stretch of time; more are a fault. */
function endsOf(typed: string): readonly string[] {
  return typed
    .normalize('NFKC')
    .trim()
    .split(between)
    .filter((it) => it !== '')
}

/** When registration is open, as an organizer types it. */
export type OpenTyped =
  | { readonly from?: Instant; readonly until: Instant }
  | { readonly fault: DateFault; readonly at: string }

/** A day of which no time is told counts to its end. */
const lastMinute = '23:59'

/** `2014-10-08`, `10月8日 17:00`, `2014-09-15 至 2014-10-08 17:00`: one moment is the end. Pure. */
export function readOpen(typed: string, year: number): OpenTyped {
  const [first = '', second, ...more] = endsOf(typed)
  if (more.length > 0) return { fault: 'unreadable', at: typed }
  if (second === undefined) {
    const until = readMoment(first, year, lastMinute)
    return typeof until === 'number' ? { until } : until
  }
  const from = readMoment(first, year, '00:00')
  if (typeof from !== 'number') return from
  const until = readMoment(second, year, lastMinute)
  return typeof until === 'number' ? { from, until } : until
}

function readMoment(
  typed: string,
  year: number,
  usual: string,
): Instant | { readonly fault: DateFault; readonly at: string } {
  const [, day = typed, hour, minute = '00'] =
    /^(.+?)[\sT]*(\d{1,2})(?:[:时点](\d{2})?分?)(?:前|截止)?$/u.exec(typed) ?? []
  const read = readDate(day.replace(/(?:截止|止)$/u, ''), year)
  if ('fault' in read) return { fault: read.fault, at: typed }
  if (hour === undefined) return instantAt(read.date, usual)
  const isTime = Number(hour) < 24 && Number(minute) < 60
  return isTime
    ? instantAt(read.date, `${hour.padStart(2, '0')}:${minute}`)
    : { fault: 'unreadable', at: typed }
}

/** A day, or two. Pure. */
export function daysText(starts: string | undefined, ends: string | undefined): string | undefined {
  return starts === undefined || starts === ends ? starts : `${starts} 至 ${ends}`
}

/** When registration is open, as {@link readOpen} reads it. Pure. */
export function openText(registration: { from?: Instant; until?: Instant } | undefined): string | undefined {
  const { from, until } = registration ?? {}
  if (until === undefined) return undefined
  return from === undefined ? minuteOf(until) : `${minuteOf(from)} 至 ${minuteOf(until)}`
}
