import type { Instant, LocalDate } from './clock.ts'
import { addDays, dayAt, hourAt, instantAt } from './local-date.ts'

/** Hours of the day, in the office's time zone, between which nothing is said that can wait. */
const quietFrom = 20
const quietUntil = 8
const morning = '08:00'

export function isQuiet(instant: Instant): boolean {
  const hour = hourAt(instant)
  return hour >= quietFrom || hour < quietUntil
}

/** That instant, or the end of the quiet hours where it falls into them. */
export function afterQuiet(instant: Instant): Instant {
  if (!isQuiet(instant)) return instant
  const today = dayAt(instant)
  return instantAt(hourAt(instant) < quietUntil ? today : addDays(today, 1), morning)
}

/**
 * When a reminder goes out: at its time or, where that is past, now. One that comes late in the evening waits for the
 * morning, unless the due date would be over by then.
 */
export function reminderTime(now: Instant, stepAt: Instant, due: LocalDate): Instant {
  const at = Math.max(now, stepAt)
  const waited = afterQuiet(at)
  return dayAt(at) <= due && dayAt(waited) > due ? at : waited
}
