import type { Instant } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { afterQuiet } from '../../../core/quiet-hours.ts'
import type { Hall, Registration, SeatMove, SeatVerb, Training } from '../../../core/training.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { type Addressed, deliveryFor } from './delivering.ts'

/** What a delivery of kind `trainings.seat` is about: what happened to one person. */
export interface SeatAbout extends Addressed {
  readonly verb: SeatVerb
  /** Where it is not so any more, there is nothing to say. */
  readonly state: Registration['state']
  readonly since: Instant
}

/** What of a training people arrange their days by. */
const told = ['title', 'state', 'starts', 'ends', 'sessions', 'place', 'link'] as const

export type Announced = Pick<Training, (typeof told)[number]>

/** What a delivery of kind `trainings.change` is about: how the training was. */
export interface ChangeAbout extends Addressed {
  readonly before: Announced
}

/**
 * The word of what came of an event, for `Registrations.act`: to each person what happened to them, unless they did it
 * themselves and have their answer; to everybody in play what changed about the training. Pure.
 * @param by the member whose doing it was
 */
export function tellMove(
  moved: SeatMove,
  before: Hall,
  ears: Ears,
  { by, at }: { readonly by?: string; readonly at: Instant },
): readonly OutboxItem[] {
  return [...tellSeats(moved, ears, by, at), ...tellChange(moved, before.training, ears, at)]
}

function tellSeats({ training, changes }: SeatMove, ears: Ears, by: string | undefined, at: Instant) {
  if (training.state !== 'published') return []
  const last = new Map(changes.map((it) => [it.after.member, it]))
  return [...last.values()].flatMap(({ verb, after }) => {
    if (after.member === by || verb === 'answered' || verb === 'declined') return []
    const { member, state, stateSince: since, heldUntil } = after
    return deliveryFor<SeatAbout>(
      ears,
      after,
      {
        kind: 'trainings.seat',
        what: `${verb} ${since}`,
        about: { training: training.id, member, verb, state, since },
      },
      { dueAt: afterQuiet(at), ...(heldUntil === undefined ? {} : { usefulUntil: heldUntil }) },
    )
  })
}

function tellChange({ training, registrations }: SeatMove, was: Training, ears: Ears, at: Instant) {
  if (was.state !== 'published' || !differ(was, training)) return []
  const before = Object.fromEntries(told.map((it) => [it, was[it]])) as unknown as Announced
  return registrations
    .filter(({ state }) => state === 'seated' || state === 'waiting' || state === 'offered')
    .flatMap((person) =>
      deliveryFor<ChangeAbout>(
        ears,
        person,
        {
          kind: 'trainings.change',
          what: String(training.revision),
          about: { training: training.id, member: person.member, before },
        },
        { dueAt: afterQuiet(at) },
      ),
    )
}

/** Whether anything changed that people arrange their days by; that it was held is no news to them. Pure. */
export function differ(was: Announced, is: Announced): boolean {
  const same = (it: (typeof told)[number]) => JSON.stringify(was[it]) === JSON.stringify(is[it])
  return told.some((it) => (it === 'state' ? is.state === 'cancelled' : !same(it)))
}
