import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Introduction } from '../../../core/introduction.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { Workdays } from '../../../core/workdays.ts'

/** Workdays of silence after which whoever was asked is asked once more, and after which it ends kindly. */
export const NUDGE_AFTER = 3
export const LAPSE_AFTER = 5
/** Both are asked whether they met two weeks after they were introduced, and again every two weeks for so long. Milliseconds. */
const FOLLOW_EVERY = 14 * 86_400_000
const FOLLOW_UNTIL = 120 * 86_400_000

/** What time does to an introduction today; undefined where it does nothing. Pure. */
export function dueStep(
  it: Introduction,
  now: Instant,
  workdays: Workdays,
): 'nudge' | 'lapse' | 'room' | 'follow' | undefined {
  const today = dayAt(now)
  const silent = (since: Instant) => workdays.between(dayAt(since), today)
  switch (it.state) {
    case 'asked':
      if (it.nudgedAt === undefined) return silent(it.askedAt) >= NUDGE_AFTER ? 'nudge' : undefined
      return silent(it.nudgedAt) >= LAPSE_AFTER ? 'lapse' : undefined
    case 'agreed':
      return 'room'
    case 'talking': {
      const last = Math.max(it.since, it.followedAt ?? 0, it.metAt ?? 0)
      return now - last >= FOLLOW_EVERY && now - it.since <= FOLLOW_UNTIL ? 'follow' : undefined
    }
    default:
      return undefined
  }
}

/** Workdays that are proposed for a first conversation: time to prepare, and not the same day of the week. */
const PROPOSED = [4, 7, 11]

export function proposedDays(today: LocalDate, workdays: Workdays): readonly LocalDate[] {
  return PROPOSED.map((it) => workdays.add(today, it))
}
