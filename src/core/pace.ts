import type { Clock } from './clock.ts'
import { identityOf, personKey } from './identity.ts'
import type { Pace } from './router.ts'

export interface PaceParts {
  readonly clock: Clock
  /** Requests that one person may make within the window. */
  readonly most?: number
  /** Length of the window, ms. */
  readonly window?: number
  /** People remembered at once: whoever was silent longest is forgotten first, so memory stays bounded. */
  readonly people?: number
}

/**
 * At most `most` requests a person in any window of that length, whatever the platform's channel. A request that is
 * turned away does not count, so that waiting always helps.
 */
export function makePace({ clock, most = 20, window = 60_000, people = 10_000 }: PaceParts): Pace {
  // In the order of the last request: a Map keeps the order of insertion, and each request inserts anew.
  const taken = new Map<string, readonly number[]>()
  return {
    waitOf(message) {
      const now = clock.now()
      const person = personKey(identityOf(message))
      const { wait, kept } = pace(taken.get(person) ?? [], now, most, window)
      taken.delete(person)
      taken.set(person, kept)
      const [silent] = taken.keys()
      if (taken.size > people && silent !== undefined) taken.delete(silent)
      return wait
    },
  }
}

/**
 * Whether a request is taken now. Pure.
 * @param before instants of the requests taken so far, oldest first
 * @returns how many ms to wait (0 = taken), and the instants to remember
 */
export function pace(
  before: readonly number[],
  now: number,
  most: number,
  window: number,
): { readonly wait: number; readonly kept: readonly number[] } {
  // A clock that was set back would otherwise lock people out until it catches up: what lies ahead is forgotten.
  const kept = before.filter((at) => at > now - window && at <= now)
  const first = kept[kept.length - most]
  if (first !== undefined) return { wait: first + window - now, kept }
  return { wait: 0, kept: [...kept, now] }
}
