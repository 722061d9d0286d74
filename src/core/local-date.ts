import type { Instant, LocalDate } from './clock.ts'
import type { DayOfYear } from './duty.ts'

/** Arithmetic on calendar days. They are texts without a time, so no time zone can move them. Pure. */

const day = 86_400_000
// China has had one zone without daylight saving since 1991, so the offset is a constant.
const offset = 8 * 3_600_000

/** The day's place in one count of days (0 is 1970-01-01), for those who compute many. */
export function ordinalOf(date: LocalDate): number {
  return Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / day
}

/** The inverse of {@link ordinalOf}. */
export function dateAt(ordinal: number): LocalDate {
  return new Date(ordinal * day).toISOString().slice(0, 10)
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateAt(ordinalOf(date) + days)
}

/** From the first day to the second: negative where the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return ordinalOf(to) - ordinalOf(from)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((((ordinalOf(date) + 3) % 7) + 7) % 7) + 1
}

/** 28 to 31. @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** That day of that year. One that the month does not have becomes its last: 02-29 is 28 February in a common year. */
export function dayInYear(year: number, dayOfYear: DayOfYear): LocalDate {
  const month = Number(dayOfYear.slice(0, 2))
  const wanted = Number(dayOfYear.slice(3, 5))
  return dateOf(year, month, Math.min(wanted, daysInMonth(year, month)))
}

/** The same day so many months later; where that month is shorter, its last: 31 January + 1 is the last of February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const counted = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const month = (counted % 12) + 1
  return dayInYear(Math.floor(counted / 12), `${two(month)}-${date.slice(8, 10)}`)
}

/** @returns undefined where the calendar has no such day, e.g. 30 February */
export function dateIfReal(year: number, month: number, dayOfMonth: number): LocalDate | undefined {
  const whole = [year, month, dayOfMonth].every(Number.isInteger)
  if (!whole || year < 1900 || year > 9999 || month < 1 || month > 12) return undefined
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  return dateOf(year, month, dayOfMonth)
}

/** That time of that day in the office's time zone. @param time `HH:MM` */
export function instantAt(date: LocalDate, time: string): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return ordinalOf(date) * day + minutes * 60_000 - offset
}

/** The office's calendar day at an instant; the cheap way for those who ask often. */
export function dayAt(instant: Instant): LocalDate {
  return dateAt(Math.floor((instant + offset) / day))
}

/** The office's hour of the day at an instant, 0 to 23. */
export function hourAt(instant: Instant): number {
  return Math.floor(((((instant + offset) % day) + day) % day) / 3_600_000)
}

function dateOf(year: number, month: number, dayOfMonth: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
