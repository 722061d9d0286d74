import type { Instant } from '../../../core/clock.ts'
import type { Hall, Registration, Training } from '../../../core/training.ts'

/** Seats that are left. A person takes one of their organization's, else one of their province's, else a free one. */
export interface Room {
  /** Takes a seat, if there is one that they may take. */
  take(person: Pick<Registration, 'organization' | 'province'>): boolean
  /** Seats that anybody may take; negative where more people hold seats than there are. */
  readonly free: number
}

/** Somebody holds a seat who has it, and to whom it is offered. */
export const holdsSeat = ({ state }: Pick<Registration, 'state'>) => state === 'seated' || state === 'offered'

/** Seats are set aside until the organizer gives them up, or registration closes. Pure. */
export function isSetAside({ released, registration }: Training, now: Instant): boolean {
  return !released && now < registration.until
}

/**
 * The seats of a hall that nobody holds. Nobody owns a chair: a province with three seats set aside and four people has one
 * of them on a free seat, whichever, so when any of the four leaves it is a free seat that is free again. Pure.
 */
export function roomIn({ training, registrations }: Hall, now: Instant): Room {
  const aside = new Map<string, number>()
  const quotas = isSetAside(training, now) ? training.quotas : []
  for (const { of, who, seats } of quotas) add(aside, `${of} ${who}`, seats)
  let free = training.capacity - quotas.reduce((sum, it) => sum + it.seats, 0)

  const takeAside = ({ organization, province }: Pick<Registration, 'organization' | 'province'>) => {
    const own = [`organization ${organization}`, `province ${province}`].find(
      (it) => (aside.get(it) ?? 0) > 0,
    )
    if (own !== undefined) add(aside, own, -1)
    return own !== undefined
  }
  for (const it of registrations) if (holdsSeat(it) && !takeAside(it)) free -= 1
  return {
    take(person) {
      if (takeAside(person)) return true
      if (free <= 0) return false
      free -= 1
      return true
    },
    get free() {
      return free
    },
  }
}

/** How many people hold a seat that is not there, or is set aside for others; 0 where all fit. Pure. */
export function tooMany(hall: Hall, now: Instant): number {
  return Math.max(0, -roomIn(hall, now).free)
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
