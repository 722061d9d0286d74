import type { Instant } from '../core/clock.ts'

/**
 * Which copy of the bot beats the heart. Two copies on one store are a mistake: the first one holds the lease and renews
 * it, the second one is refused until the lease is old.
 */
export interface Ticks {
  /** True exactly once for a job and a tick, whoever asks. */
  claim(job: string, tick: string, boot: string, now: Instant): Promise<boolean>
}
