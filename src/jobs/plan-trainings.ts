import type { Clock } from '../core/clock.ts'
import type { Ears } from '../core/ears.ts'
import { addDays, dayAt } from '../core/local-date.ts'
import type { Log } from '../core/log.ts'
import type { Hall } from '../core/training.ts'
import type { Workdays } from '../core/workdays.ts'
import { afterWorkingHours, remindersDue, type SeatRules, seat, tellMove } from '../skills/trainings/plan.ts'
import type { Outbox } from '../store/outbox.ts'
import type { Registrations } from '../store/registrations.ts'
import type { Trainings } from '../store/trainings.ts'
import type { Job } from './heart.ts'

export interface PlanTrainingsParts {
  readonly trainings: Pick<Trainings, 'list'>
  readonly registrations: Pick<Registrations, 'act' | 'hall'>
  readonly outbox: Pick<Outbox, 'add'>
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  readonly workdays: () => Workdays
  readonly clock: Clock
  readonly log: Log
  /** Called when there is something to deliver. */
  readonly planned: () => void
}

/** Who the history names for what time alone has done. */
const who = 'clock'

/** Days after its end in which something may still be said of a training; the longest holiday is shorter. */
const afterglow = 30

/**
 * Lets time do its work on trainings: holds that ran out go to the next in line, seats that were set aside are everybody's
 * once registration has closed, and the reminders whose time has come are put into the outbox. It asks what is due, so a
 * bot that was down catches up with the first beat.
 */
export function makePlanTrainings(parts: PlanTrainingsParts): Job {
  const { registrations, outbox, clock, log } = parts
  /** Keys that are known to be in the outbox, so that a beat on which nothing happens writes nothing. */
  const remembered = new Set<string>()

  /** A first look before anything is written: nearly always time has done nothing. */
  async function settle(hall: Hall, ears: Ears, workdays: Workdays): Promise<Hall> {
    const now = clock.now()
    const rules: SeatRules = {
      now,
      holdUntil: (from, hours) => afterWorkingHours(from, hours, workdays),
    }
    const move = (it: Hall) => seat(it, { kind: 'settle' }, rules)
    if (move(hall).changes.length === 0) return hall
    const moved = await registrations.act(hall.training.id, move, { who, at: now }, (it, before) =>
      tellMove(it, before, ears, { at: now }),
    )
    if (!moved) return hall
    log.info({ training: hall.training.id, changes: moved.changes.length }, 'seats have passed on')
    return moved
  }

  async function remind(hall: Hall, ears: Ears, workdays: Workdays): Promise<void> {
    const now = clock.now()
    const due = remindersDue(hall, ears, workdays, now).filter((it) => !remembered.has(it.key))
    if (due.length === 0) return
    await outbox.add(due, now)
    for (const { key } of due) remembered.add(key)
  }

  return {
    name: 'plan-trainings',
    async run(signal) {
      const [ears, workdays] = [await parts.ears(), parts.workdays()]
      const endsFrom = addDays(dayAt(clock.now()), -afterglow)
      for (const { id } of await parts.trainings.list({ states: ['published', 'held'], endsFrom })) {
        if (signal.aborted) break
        const hall = await registrations.hall(id)
        if (hall) await remind(await settle(hall, ears, workdays), ears, workdays)
      }
      parts.planned()
      return undefined
    },
  }
}
