/** What became of the questions of one rate; times in milliseconds from a question's event to its answer's acceptance. */
export interface Measured {
  readonly asked: number
  /** Really asked a second. */
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly slowest: number
  /** Until an event was acknowledged; Slack waits for three seconds. */
  readonly acknowledged95: number
  /** Without an answer three minutes after the last question. */
  readonly lost: number
  /** Messages that stand twice. */
  readonly doubled: number
  /** How often the bot asked whether a message was posted after all. */
  readonly looked: number
}

/** The value below which so large a share of the numbers lies; NaN of none. */
export function share(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}
