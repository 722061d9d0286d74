export interface BackOff {
  /** Milliseconds before the first retry; doubled before each further one. */
  readonly first: number
  /** Milliseconds; no wait is longer. */
  readonly longest: number
}

/**
 * Exponential back-off with jitter: half to all of the doubled wait, so that callers that failed together do not come
 * back together. Pure.
 * @param failures attempts that have failed so far, from 1
 * @param random in [0, 1)
 * @returns milliseconds
 */
export function backOff(failures: number, { first, longest }: BackOff, random: number): number {
  return Math.min(longest, first * 2 ** (failures - 1)) * (0.5 + random / 2)
}
