import type { Clock } from '../core/clock.ts'
import type { Ears } from '../core/ears.ts'
import type { Workdays } from '../core/workdays.ts'
import { visitRemindersDue } from '../skills/trainings/plan.ts'
import type { Outbox } from '../store/outbox.ts'
import type { Visits } from '../store/visits.ts'
import type { Job } from './scheduler.ts'

export interface PlanVisitsParts {
  readonly visits: Pick<Visits, 'list'>
  readonly outbox: Pick<Outbox, 'add'>
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  readonly workdays: () => Workdays
  readonly clock: Clock
  /** Called when there is something to deliver. */
  readonly planned: () => void
}

/**
 * Puts due reminders of visits into the outbox. It asks what is due, so a bot that was down catches up on its first tick.
 */
export function makePlanVisits({ visits, outbox, workdays, clock, planned, ...parts }: PlanVisitsParts): Job {
  /** Keys known to be in the outbox, so that an idle tick writes nothing. */
  const remembered = new Set<string>()

  return {
    name: 'plan-visits',
    async run() {
      const [all, ears, now] = [await visits.list(), await parts.ears(), clock.now()]
      const due = all
        .flatMap((it) => visitRemindersDue(it, ears, workdays(), now))
        .filter((it) => !remembered.has(it.key))
      if (due.length > 0) {
        await outbox.add(due, now)
        for (const { key } of due) remembered.add(key)
        planned()
      }
      return undefined
    },
  }
}
