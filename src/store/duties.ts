import type { LocalDate } from '../core/clock.ts'
import type { Duty, Milestone } from '../core/duty.ts'
import type { Stamp } from './audit.ts'

/** A year in a zone's life that the office has settled; it goes before what the register says. */
export interface SettledYear {
  readonly zone: string
  readonly milestone: Milestone
  readonly year: number
  readonly reason: string
}

/** A sentence of a document that states a deadline, waiting for the office's yes or no. */
export interface Proposal {
  readonly id: string
  readonly documentId: string
  readonly passageId: string
  readonly title: string
  readonly quote: string
  /** The date that the sentence states, where it states a whole one. */
  readonly date?: LocalDate
  readonly state: 'open' | 'accepted' | 'dismissed'
  /** The duty that it became. */
  readonly duty?: string
}

/** What the duties' part of the store keeps. Every verb that changes writes the audit in the same transaction. */
export interface Duties {
  list(filter?: { readonly state?: Duty['state'] }): Promise<readonly Duty[]>
  find(id: string): Promise<Duty | undefined>
  /**
   * Adds or replaces duties; all or none. The revision rises where something changed.
   * @returns ids of those added, changed and left alone
   */
  keep(duties: readonly Duty[], stamp: Stamp): Promise<Kept>
  settleYear(year: SettledYear, stamp: Stamp): Promise<void>
  settledYears(): Promise<readonly SettledYear[]>
  /** Adds what is new; a passage's sentence that was dismissed once is not proposed again. */
  propose(proposals: readonly Omit<Proposal, 'state' | 'duty'>[], stamp: Stamp): Promise<number>
  proposals(state?: Proposal['state']): Promise<readonly Proposal[]>
  /** @returns false where it was decided before */
  decide(id: string, decision: { readonly duty: string } | 'dismissed', stamp: Stamp): Promise<boolean>
}

export interface Kept {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
}
