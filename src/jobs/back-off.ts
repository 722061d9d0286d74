const SECOND = 1_000
const LONGEST = 30 * 60 * SECOND

/** Attempts after which a delivery is parked; with the back-off below, after half a day to a day. */
export const mostAttempts = 60

/**
 * How long a delivery waits after a failed attempt, in milliseconds: twice as long each time up to half an hour, spread
 * so that many that failed together do not come back together; never shorter than the platform says. Pure.
 * @param attempt 1 for the first
 * @param random in [0, 1)
 */
export function backOff(attempt: number, random: number, retryAfter = 0): number {
  const longest = Math.min(LONGEST, SECOND * 2 ** Math.min(attempt - 1, 20))
  return Math.max(retryAfter, Math.round(longest * (0.5 + random / 2)))
}
