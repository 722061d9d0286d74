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
import type { Job } from './scheduler.ts'

export interface PlanTrainingsParts {
  readonly trainings: Pick<Trainings, 'list'>
  readonly registrations: Pick<Registrations, 'act' | 'hall'>
  readonly outbox: Pick<Outbox, 'add'>
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  readonly workdays: () => Workdays
  readonly clock: Clock
  readonly log: Log
  /** Called when there may be something to deliver. */
  readonly planned: () => void
}

/** The actor recorded for changes that only the passing of time has caused. */
const who = 'clock'

/** Days after a training's end during which reminders may still be due; longer than the longest holiday. */
const followUpDays = 30

/**
 * Applies the passing of time to trainings: expired holds go to the next in line, reserved seats are released once
 * registration has closed, and due reminders are put into the outbox. It asks what is due, so a bot that was down catches
 * up on its first tick.
 */
export function makePlanTrainings(parts: PlanTrainingsParts): Job {
  const { registrations, outbox, clock, log } = parts
  /** Keys known to be in the outbox, so that an idle tick writes nothing. */
  const remembered = new Set<string>()

  /** Computes the move outside a transaction first, because nearly always nothing has changed. */
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
      const endsFrom = addDays(dayAt(clock.now()), -followUpDays)
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
