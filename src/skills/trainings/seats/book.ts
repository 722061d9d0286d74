import type { Hall, Registration, SeatChange, SeatMove, SeatVerb, Training } from '../../../core/training.ts'
import type { SeatRules } from './events.ts'
import { lineOf } from './line.ts'
import { holdsSeat, roomIn } from './room.ts'
import { beginningOf } from './times.ts'

/** How a seat reaches the next in line: they have it, or it is held for them until they say yes. */
export type Way = 'seat' | 'offer'

/** A hall that is being changed; what happens to people is written down in order. */
export interface Book {
  readonly training: Training
  find(member: string): Registration | undefined
  people(): readonly Registration[]
  /** Writes down what happened to somebody; their state counts from now. */
  record(verb: SeatVerb, after: Registration): void
  /** Holds that ran out end, in the order in which they did. */
  lapse(): void
  /** Gives the seats that nobody holds to those who wait and may take them, in their order. */
  promote(way: Way): void
  /** New people get in line; who finds a seat has it at once, for they just asked for it. */
  join(newcomers: readonly Registration[]): void
  /** Seats one out of turn: the seat that is held for them, or one that they may take. @returns false where there is none */
  seat(member: string): boolean
  /** Seats somebody new, where there is a seat that they may take. @returns false where there is none: they are not written down */
  admit(newcomer: Registration): boolean
  /** Another training from now on, with its next revision; seats that it makes are given away. */
  change(to: Training): void
  close(): SeatMove
}

export function openBook(hall: Hall, { now, holdUntil }: SeatRules): Book {
  let { training } = hall
  const people = new Map(hall.registrations.map((it) => [it.member, it]))
  /** Newcomers who are in line and of whom nothing is written down yet. */
  const joining = new Map<string, Registration | undefined>()
  const changes: SeatChange[] = []

  const record = (verb: SeatVerb, { heldUntil, ...after }: Registration) => {
    const known = people.get(after.member)
    const before = joining.has(after.member) ? joining.get(after.member) : known
    joining.delete(after.member)
    const moved = before?.state !== after.state || before.askedAt !== after.askedAt
    const row: Registration = {
      ...after,
      stateSince: moved ? now : after.stateSince,
      ...(after.state === 'offered' && heldUntil !== undefined ? { heldUntil } : {}),
    }
    people.set(row.member, row)
    changes.push({ verb, after: row, ...(before ? { before } : {}) })
  }

  const hallNow = (): Hall => ({ training, registrations: [...people.values()] })

  const give = (it: Registration, way: Way) => {
    if (way === 'seat') return record('seated', { ...it, state: 'seated' })
    // A hold that outlives the beginning would keep a chair empty.
    const heldUntil = Math.min(holdUntil(now, training.holdHours), beginningOf(training))
    record('offered', { ...it, state: 'offered', heldUntil })
  }

  const promote = (way: Way) => {
    if (training.state !== 'published' || now >= beginningOf(training)) return
    const room = roomIn(hallNow(), now)
    for (const it of lineOf(people.values()))
      if (room.take(it)) give(it, joining.has(it.member) ? 'seat' : way)
  }

  return {
    get training() {
      return training
    },
    find: (member) => people.get(member),
    people: () => [...people.values()],
    record,
    promote,

    lapse() {
      if (training.state !== 'published') return
      const over = [...people.values()]
        .flatMap((it) =>
          it.state === 'offered' && it.heldUntil !== undefined && it.heldUntil <= now
            ? [{ it, until: it.heldUntil }]
            : [],
        )
        .sort((a, b) => a.until - b.until || (a.it.member < b.it.member ? -1 : 1))
      for (const { it } of over) record('lapsed', { ...it, state: 'lapsed' })
    },

    join(newcomers) {
      for (const it of newcomers) {
        joining.set(it.member, people.get(it.member))
        people.set(it.member, it)
      }
      promote('offer')
      for (const it of lineOf(people.values())) if (joining.has(it.member)) record('waiting', it)
    },

    seat(member) {
      const it = people.get(member)
      if (!it || (!holdsSeat(it) && !roomIn(hallNow(), now).take(it))) return false
      give(it, 'seat')
      return true
    },

    admit(newcomer) {
      if (!roomIn(hallNow(), now).take(newcomer)) return false
      give(newcomer, 'seat')
      return true
    },

    change(to) {
      training = { ...to, revision: training.revision + 1 }
      // Once registration has closed people may have made other plans: they are asked.
      promote(now < training.registration.until ? 'seat' : 'offer')
    },

    close: () => ({ ...hallNow(), changes }),
  }
}
