import type { Instant } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { addDays, instantAt } from '../../../core/local-date.ts'
import { afterQuiet } from '../../../core/quiet-hours.ts'
import type { Hall, Registration, Training } from '../../../core/training.ts'
import type { Workdays } from '../../../core/workdays.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { beginningOf } from '../seats/times.ts'
import { type Addressed, deliveryFor } from './delivering.ts'

/** A week, a day (with the materials for it) and an hour before; `after`: materials from it, and what they thought of it. */
export type ReminderStep = 'week' | 'day' | 'hour' | 'after'

/** What a delivery of kind `trainings.reminder` is about. */
export interface ReminderAbout extends Addressed {
  readonly step: ReminderStep
  /** For that beginning; where it has moved since, the step is no longer true. */
  readonly begins: Instant
  readonly late: boolean
}

interface Step {
  readonly name: ReminderStep
  readonly at: Instant
  /** From then on the next step says it better, or it is over. */
  readonly until: Instant
}

const morning = '09:00'
const hour = 3_600_000
/** Days after the end of a training in which somebody still remembers enough of it to be asked. */
const memory = 14
/** A step said later than this after its time says so: the heart beats each minute, a restart takes less. */
const punctual = 30 * 60_000

/**
 * The reminders of a training whose time has come, for those who are seated, whenever it is asked: the keys are the memory,
 * so asking twice, or after an outage, changes nothing. Of several steps that were missed only the newest is said; an
 * hour's notice after the beginning is none at all. Pure.
 */
export function remindersDue(
  { training, registrations }: Hall,
  ears: Ears,
  workdays: Pick<Workdays, 'add'>,
  now: Instant,
): readonly OutboxItem[] {
  const step = stepsOf(training, workdays).find((it) => it.at <= now && now < it.until)
  if (!step || (training.state !== 'published' && step.name !== 'after')) return []
  const begins = beginningOf(training)
  const late = now - step.at > punctual
  return hearersOf(step, registrations).flatMap((person) =>
    deliveryFor<ReminderAbout>(
      ears,
      person,
      {
        kind: 'trainings.reminder',
        what: `${step.name} ${begins}`,
        about: { training: training.id, member: person.member, step: step.name, begins, late },
      },
      // Whoever has to be somewhere in an hour is told at any hour.
      { dueAt: step.name === 'hour' ? step.at : afterQuiet(Math.max(now, step.at)), usefulUntil: step.until },
    ),
  )
}

function stepsOf(training: Training, workdays: Pick<Workdays, 'add'>): readonly Step[] {
  const begins = beginningOf(training)
  const dayBefore = instantAt(addDays(training.starts, -1), morning)
  const after = instantAt(workdays.add(training.ends, 1), morning)
  return [
    { name: 'week', at: instantAt(addDays(training.starts, -7), morning), until: dayBefore },
    { name: 'day', at: dayBefore, until: begins - hour },
    { name: 'hour', at: begins - hour, until: begins },
    { name: 'after', at: after, until: after + memory * 24 * hour },
  ]
}

/** Those who are seated; after it those who came, where anybody looked. Whoever was seated since was told then. */
function hearersOf(step: Step, registrations: readonly Registration[]): readonly Registration[] {
  const seated = registrations.filter((it) => it.state === 'seated')
  if (step.name !== 'after') return seated.filter((it) => it.stateSince <= step.at)
  const came = seated.filter((it) => it.attendedAt !== undefined)
  return came.length > 0 ? came : seated
}
