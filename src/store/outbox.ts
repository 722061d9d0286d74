import type { DeliveryKey } from '../core/adapter.ts'
import type { Instant } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import type { Stamp } from './audit.ts'

/**
 * Everything that the bot says unasked. A row names what it is about; its words are made when it is claimed, so that
 * they are true then.
 */
export interface OutboxItem {
  /** Follows from what is said, to whom and for when, so that planning it again after any crash gives the same key. */
  readonly key: DeliveryKey
  /** Who makes its words: `deadlines.reminder`, `deadlines.digest`, `deadlines.change`, … An open set. */
  readonly kind: string
  /** What the maker of the words needs; plain data. */
  readonly about: unknown
  readonly to: Address
  /** The language of the recipient. */
  readonly locale: 'zh-CN' | 'en'
  readonly dueAt: Instant
  /** After this it is of no use to anybody and is dropped. */
  readonly usefulUntil?: Instant
  /** A doubled introduction embarrasses two zones: where nobody can prove that it was not posted, it waits for an operator. */
  readonly whenUnprovable: 'repeat' | 'wait'
}

/**
 * `waiting` -> `sending` -> `sent`; or `cancelled` (no longer true), `expired` (too late to be of use), `parked` (only the
 * office can help: channel gone, access revoked, or unprovable).
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'cancelled' | 'expired' | 'parked'

export interface OutboxRow extends OutboxItem {
  readonly state: OutboxState
  readonly attempts: number
  readonly attemptedAt?: Instant
  /** The earliest attempt since which nobody knows whether it was posted: look for it before posting. */
  readonly doubtfulSince?: Instant
  /** The run of the bot that last tried. */
  readonly boot?: string
  readonly sentAt?: Instant
  readonly messageId?: string
  /** Why it was cancelled or parked, or why the last attempt failed. */
  readonly why?: string
  /** True where it was posted a second time because nobody could prove that the first one stood. */
  readonly repeated: boolean
  readonly createdAt: Instant
}

export interface Outbox {
  /** Adds deliveries that carry no notice (a change, a nudge, a digest); a key that is there already is left alone. */
  add(items: readonly OutboxItem[], now: Instant): Promise<number>
  /**
   * Takes waiting rows whose time has come and marks them as being sent by this run, in one statement: two copies of the
   * bot never take the same row. At most one row a place at a time, oldest first; one that waits for another try holds
   * up those behind it in its place, and nobody else.
   */
  claim(now: Instant, boot: string, most: number, platforms: readonly string[]): Promise<readonly OutboxRow[]>
  /** Rows that another run was sending when it ended: nobody knows whether they were posted. */
  uncertain(boot: string): Promise<readonly OutboxRow[]>
  sent(
    key: DeliveryKey,
    receipt: { readonly messageId: string; readonly at: Instant },
    repeated?: boolean,
  ): Promise<void>
  /**
   * Back to waiting, until then.
   * @param posted `no` where the platform said that it took nothing; with `unknown` the row is looked for first next time
   */
  retry(key: DeliveryKey, at: Instant, why: string, posted: 'no' | 'unknown'): Promise<void>
  end(key: DeliveryKey, state: 'cancelled' | 'expired' | 'parked', why: string): Promise<void>
  /** Moves a delivery that has not been tried yet; the rule and other deliveries stay. @returns false where it is no more waiting */
  snooze(key: DeliveryKey, until: Instant): Promise<boolean>
  /** A parked row waits again. @returns false where it is not parked */
  release(key: DeliveryKey, stamp: Stamp): Promise<boolean>
  list(filter?: { readonly state?: OutboxState; readonly most?: number }): Promise<readonly OutboxRow[]>
  counts(): Promise<Readonly<Record<OutboxState, number>>>
}
