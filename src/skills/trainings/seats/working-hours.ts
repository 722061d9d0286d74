import type { Instant } from '../../../core/clock.ts'
import { addDays, dayAt, instantAt } from '../../../core/local-date.ts'
import type { Workdays } from '../../../core/workdays.ts'

/** The office's hours, on workdays. Lunch is not left out: nobody misses a seat by one. */
const opens = '09:00'
const closes = '18:00'

const hour = 3_600_000

/**
 * The instant at which so many working hours have passed: an offer that is made on Friday evening is still held on Monday
 * noon. Pure.
 */
export function afterWorkingHours(
  from: Instant,
  hours: number,
  workdays: Pick<Workdays, 'isWorkday'>,
): Instant {
  let left = hours * hour
  for (let day = dayAt(from); ; day = addDays(day, 1)) {
    if (!workdays.isWorkday(day)) continue
    const begins = Math.max(from, instantAt(day, opens))
    const open = instantAt(day, closes) - begins
    if (open <= 0) continue
    if (left <= open) return begins + left
    left -= open
  }
}
