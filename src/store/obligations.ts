import type { LocalDate } from '../core/clock.ts'
import type { Obligation, ObligationState } from '../core/duty.ts'
import type { Stamp } from './audit.ts'

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
   * move (an extension stays while it is the later date), unfinished ones that no rule makes any more lapse, and lapsed
   * ones that a rule makes again arise again. Running it twice changes nothing.
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
