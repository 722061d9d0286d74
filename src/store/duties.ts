import type { LocalDate } from '../core/clock.ts'
import type { Duty, Milestone, Obligation, ObligationState } from '../core/duty.ts'
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

/** What is asked of the obligations; conditions that all must hold. */
export interface ObligationFilter {
  readonly duty?: string
  readonly organizations?: readonly string[]
  readonly states?: readonly ObligationState[]
  readonly dueFrom?: LocalDate
  readonly dueUntil?: LocalDate
}

/** An instance that a rule makes, before anybody did anything about it. */
export type NewObligation = Pick<Obligation, 'duty' | 'organization' | 'period' | 'due'>

/** What happens to an obligation. */
export type ObligationChange =
  | { readonly verb: 'prepare' | 'file' | 'confirm' | 'receive' | 'reopen' }
  | { readonly verb: 'send-back' | 'waive' | 'suspend'; readonly reason: string }
  | { readonly verb: 'extend'; readonly until: LocalDate; readonly reason: string }

/** One entry of an obligation's history: who, when, in which chat, what was and what is. */
export interface ObligationEvent {
  readonly obligation: string
  readonly verb: ObligationChange['verb'] | 'arise' | 'move' | 'lapse'
  readonly before?: Pick<Obligation, 'state' | 'due'>
  readonly after: Pick<Obligation, 'state' | 'due'>
  readonly reason?: string
  readonly stamp: Stamp
}

export interface Obligations {
  list(filter?: ObligationFilter): Promise<readonly Obligation[]>
  find(id: string): Promise<Obligation | undefined>
  /**
   * Makes the stored obligations of these duties what the rules say: new ones arise, unfinished ones whose date changed
   * move (an extension stays), unfinished ones that no rule makes any more lapse (are waived, with that reason).
   * Running it twice changes nothing.
   */
  reconcile(
    duties: readonly string[],
    wanted: readonly NewObligation[],
    stamp: Stamp,
  ): Promise<{ readonly arisen: number; readonly moved: number; readonly lapsed: number }>
  /**
   * Changes one, if it is still in the state `from` (a second press of the same button does nothing).
   * @returns the obligation as it is now, and whether this call changed it
   */
  change(
    id: string,
    change: ObligationChange,
    from: readonly ObligationState[],
    stamp: Stamp,
  ): Promise<{ readonly obligation: Obligation; readonly changed: boolean } | undefined>
  history(id: string): Promise<readonly ObligationEvent[]>
}
