import chineseDays from 'chinese-days'
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
  const years = new Map<number, Year>()

  // The library takes tens of microseconds a day, the planner asks for the same few hundred days over and over.
  const yearAt = (year: number): Year => {
    const known = years.get(year)
    if (known) return known
    const made = makeYear(year, (date) => overrides.get(date) ?? isOrdinaryOrArranged(date))
    years.set(year, made)
    return made
  }
  const isWorkday = (date: LocalDate) => {
    const { first, works } = yearAt(yearOf(date))
    return works[ordinalOf(date) - first] === 1
  }
  /** Workdays from the beginning of that year up to and including that day. */
  const countedTo = (date: LocalDate) => {
    const { first, counted } = yearAt(yearOf(date))
    return counted[ordinalOf(date) - first] ?? 0
  }

  return {
    isWorkday,

    onOrBefore(date) {
      let at = ordinalOf(date)
      while (!isWorkday(dateAt(at))) at -= 1
      return dateAt(at)
    },

    add(date, workdays) {
      const step = Math.sign(workdays)
      let at = ordinalOf(date)
      for (let left = Math.abs(workdays); left > 0; ) {
        at += step
        if (isWorkday(dateAt(at))) left -= 1
      }
      return dateAt(at)
    },

    between(from, to) {
      if (to <= from) return 0
      let total = countedTo(to) - countedTo(from)
      for (let year = yearOf(from); year < yearOf(to); year += 1) total += yearAt(year).counted.at(-1) ?? 0
      return total
    },

    published: (year) => (year >= firstYear && year <= lastYear) || laidDown.has(year),
  }
}

interface Year {
  /** Ordinal of its 1 January. */
  readonly first: number
  /** 1 for each workday. */
  readonly works: Uint8Array
  /** Workdays up to and including each day. */
  readonly counted: Uint16Array
}

function makeYear(year: number, isWorkday: (date: LocalDate) => boolean): Year {
  const first = ordinalOf(`${year}-01-01`)
  const length = ordinalOf(`${year + 1}-01-01`) - first
  const works = Uint8Array.from({ length }, (_, at) => (isWorkday(dateAt(first + at)) ? 1 : 0))
  let sum = 0
  const counted = Uint16Array.from(works, (it) => (sum += it))
  return { first, works, counted }
}

function isOrdinaryOrArranged(date: LocalDate): boolean {
  const year = yearOf(date)
  // Its isWorkday alone knows days off in lieu and weekends worked; isInLieu there means a day off.
  return year < firstYear || year > lastYear ? weekdayOf(date) <= 5 : chineseDays.isWorkday(date)
}
