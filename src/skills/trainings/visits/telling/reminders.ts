import type { Instant } from '../../../../core/clock.ts'
import type { Ears } from '../../../../core/ears.ts'
import { addDays, dayAt, instantAt } from '../../../../core/local-date.ts'
import { afterQuiet } from '../../../../core/quiet-hours.ts'
import type { Hosting, Visit, VisitSide } from '../../../../core/visit.ts'
import type { Workdays } from '../../../../core/workdays.ts'
import type { OutboxItem } from '../../../../store/outbox.ts'
import { type AddressedVisit, earsOf, visitDelivery } from './tell.ts'

/**
 * `silent`: the other side waits for this side's word; a week and a day before what is agreed; `after`: what came of it.
 */
export type VisitStep = 'silent' | 'week' | 'day' | 'after'

/** What a delivery of kind `visits.reminder` is about. */
export interface VisitReminderAbout extends AddressedVisit {
  readonly step: VisitStep
  /** For the visit as it then was. */
  readonly revision: number
}

interface Step {
  readonly name: VisitStep
  readonly sides: readonly VisitSide[]
  readonly at: Instant
  /** From then on the next step says it better, or it is over. */
  readonly until: Instant
}

const morning = '09:00'
/** Working days after which somebody who was asked is reminded, once. */
const patience = 3
/** Days after the end of a visit in which somebody still remembers enough of it to be asked. */
const memory = 14

/**
 * The reminders whose time has come, whenever it is asked: the keys are the memory, so asking twice, or after an outage,
 * changes nothing; of several that were missed only the newest is said. Pure.
 */
export function visitRemindersDue(
  { offer, visits }: Hosting,
  ears: Ears,
  workdays: Pick<Workdays, 'add'>,
  now: Instant,
): readonly OutboxItem[] {
  return visits.flatMap((visit) => {
    const step = stepsOf(visit, workdays).find((it) => it.at <= now && now < it.until)
    if (!step) return []
    // A report of the other side makes a visit new, and asks nobody a second time.
    const what = `${step.name} ${step.name === 'after' ? visit.days?.to : visit.revision}`
    return step.sides.flatMap((side) =>
      earsOf(ears, offer.host, visit, side).map((ear) =>
        visitDelivery<VisitReminderAbout>(
          ear,
          {
            kind: 'visits.reminder',
            what,
            about: { visit: visit.id, side, step: step.name, revision: visit.revision },
          },
          { dueAt: afterQuiet(Math.max(now, step.at)), usefulUntil: step.until },
        ),
      ),
    )
  })
}

function stepsOf(visit: Visit, workdays: Pick<Workdays, 'add'>): readonly Step[] {
  const { state, stateSince, days, wanted, reports } = visit
  const both = ['host', 'guest'] as const
  if (state === 'asked' || state === 'answered') {
    const at = instantAt(workdays.add(dayAt(stateSince), patience), morning)
    const last =
      state === 'answered'
        ? days?.from
        : wanted
            .map((it) => it.from)
            .sort()
            .at(-1)
    if (last === undefined) return []
    return [
      { name: 'silent', sides: [state === 'asked' ? 'host' : 'guest'], at, until: instantAt(last, morning) },
    ]
  }
  if (!days || (state !== 'agreed' && state !== 'held')) return []
  const eve = instantAt(addDays(days.from, -1), morning)
  const begins = instantAt(days.from, morning)
  const after = instantAt(workdays.add(days.to, 1), morning)
  const ahead: readonly Step[] = [
    { name: 'week', sides: both, at: instantAt(addDays(days.from, -7), morning), until: eve },
    { name: 'day', sides: both, at: eve, until: begins },
  ]
  return [
    // Whoever agreed after the time of a step has just been told.
    ...(state === 'agreed' ? ahead.filter((it) => it.at >= stateSince) : []),
    {
      name: 'after',
      sides: both.filter((it) => !reports[it]),
      at: after,
      until: after + memory * 86_400_000,
    },
  ]
}
