import { createRequire } from 'node:module'
import type { LocalDate } from '../../../core/clock.ts'
import { addDays, dateAt, ordinalOf, weekdayOf, yearOf } from '../../../core/local-date.ts'
import type { Workdays } from '../../../core/workdays.ts'

/** What the office lays down itself: a day, and whether it is a workday. Goes before the library. */
export type WorkdayOverrides = ReadonlyMap<LocalDate, boolean>

/** Days ahead within which what is planned, reminders that long before a date included, has to know the calendar. */
const sight = 90

/** Years in sight whose arrangement nobody has published yet: the office is told, so that somebody lays it down. Pure. */
export function unpublishedIn(today: LocalDate, workdays: Pick<Workdays, 'published'>): readonly number[] {
  const years = new Set([today, addDays(today, sight)].map(yearOf))
  return [...years].filter((it) => !workdays.published(it))
}

/** Years of which chinese-days 1.5.7 holds the arrangement; for others it answers like an ordinary calendar. */
const firstYear = 2004
const lastYear = 2026

/** @param overrides years that it names count as published */
export function makeWorkdays(overrides: WorkdayOverrides = new Map()): Workdays {
  const laidDown = new Set([...overrides.keys()].map(yearOf))
  // The planner asks for the same few hundred days over and over.
  const known = new Map<number, boolean>()
  const isWorkdayAt = (ordinal: number): boolean => {
    const before = known.get(ordinal)
    if (before !== undefined) return before
    const date = dateAt(ordinal)
    const works = overrides.get(date) ?? isOrdinaryOrArranged(date)
    known.set(ordinal, works)
    return works
  }

  return {
    isWorkday: (date) => isWorkdayAt(ordinalOf(date)),

    onOrBefore(date) {
      let at = ordinalOf(date)
      while (!isWorkdayAt(at)) at -= 1
      return dateAt(at)
    },

    add(date, workdays) {
      const step = Math.sign(workdays)
      let at = ordinalOf(date)
      for (let left = Math.abs(workdays); left > 0; ) {
        at += step
        if (isWorkdayAt(at)) left -= 1
      }
      return dateAt(at)
    },

    between(from, to) {
      let workdays = 0
      const last = ordinalOf(to)
      for (let at = ordinalOf(from) + 1; at <= last; at += 1) if (isWorkdayAt(at)) workdays += 1
      return workdays
    },

    published: (year) => (year >= firstYear && year <= lastYear) || laidDown.has(year),
  }
}

/** The State Council's arrangements as the library publishes them: days off, and weekends worked in their place. */
interface Arrangements {
  readonly holidays: Readonly<Record<LocalDate, string>>
  readonly workdays: Readonly<Record<LocalDate, string>>
}

// Its file of days, not its functions: they read a date and print it again for each question, twenty times as long.
const arrangements: Arrangements = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json')

function isOrdinaryOrArranged(date: LocalDate): boolean {
  if (arrangements.workdays[date] !== undefined) return true
  return weekdayOf(date) <= 5 && arrangements.holidays[date] === undefined
}
