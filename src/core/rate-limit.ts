import type { Clock, Instant } from './clock.ts'
import { identityOf, personKey } from './identity.ts'
import type { RequestLimit } from './router.ts'

export interface RateLimitParts {
  readonly clock: Clock
  /** Requests per key within the window. */
  readonly limit: number
  /** Milliseconds. */
  readonly window: number
  /** Keys remembered at once; the longest idle is forgotten first, so memory stays bounded. */
  readonly keys?: number
}

export interface RateLimiter {
  /** Takes one request. @returns 0 if it may go on, else milliseconds to wait; a refused request does not count */
  take(key: string): number
}

/** A sliding-window rate limiter, in memory. */
export function makeRateLimiter({ clock, limit, window, keys = 10_000 }: RateLimitParts): RateLimiter {
  // Ordered by last request: a Map keeps insertion order, and every request inserts anew.
  const taken = new Map<string, readonly Instant[]>()
  return {
    take(key) {
      const { wait, kept } = slide(taken.get(key) ?? [], clock.now(), limit, window)
      taken.delete(key)
      taken.set(key, kept)
      const [idle] = taken.keys()
      if (taken.size > keys && idle !== undefined) taken.delete(idle)
      return wait
    },
  }
}

/** Limits each person, across all channels of a workspace; by default to 20 requests a minute. */
export function limitPerPerson(clock: Clock, limit = 20): RequestLimit {
  const { take } = makeRateLimiter({ clock, limit, window: 60_000 })
  return { waitFor: (message) => take(personKey(identityOf(message))) }
}

/**
 * Decides about one request. Pure.
 * @param before the requests taken so far, oldest first
 * @returns milliseconds to wait (0 = taken), and the requests to remember
 */
export function slide(
  before: readonly Instant[],
  now: Instant,
  limit: number,
  window: number,
): { readonly wait: number; readonly kept: readonly Instant[] } {
  // Requests from the future (the clock was set back) are dropped; they would lock people out until it catches up.
  const kept = before.filter((at) => at > now - window && at <= now)
  const first = kept[kept.length - limit]
  if (first !== undefined) return { wait: first + window - now, kept }
  return { wait: 0, kept: [...kept, now] }
}
