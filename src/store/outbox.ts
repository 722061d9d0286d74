import type { DeliveryKey } from '../core/adapter.ts'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Address } from '../core/message.ts'

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

/** One reminder of one obligation for one recipient in one place: what `delivery.md` wants unique. */
export interface Notice {
  readonly obligation: string
  readonly duty: string
  readonly organization: string
  readonly due: LocalDate
  /** `T-30`, `T-0`, `T+7`, `snooze-2014-06-03`, `nudge-2014-06-03`, … */
  readonly step: string
  /** A member's id, or an organization's where a channel is told. */
  readonly recipient: string
  readonly to: Address
  readonly dueAt: Instant
  /** The newer step that was sent in its place, after an outage or because both fell on one day. */
  readonly replacedBy?: string
  readonly late: boolean
  /** The delivery that carries it; absent where it was replaced. */
  readonly delivery?: DeliveryKey
}

export interface Notices {
  /**
   * Keeps notices and the deliveries that carry them in one transaction; what is there already (same duty, organization,
   * due date, step, recipient and place) is left alone, and a delivery is added only with a new notice of its own.
   * @returns how many notices were new
   */
  plan(notices: readonly Notice[], deliveries: readonly OutboxItem[], now: Instant): Promise<number>
  /** Those that a delivery carries, or that an obligation had. */
  list(filter: { readonly delivery?: DeliveryKey; readonly obligation?: string }): Promise<readonly Notice[]>
  /** Of these obligations, the steps that are planned, as `obligation step recipient place`: the planner's memory. */
  planned(obligations: readonly string[]): Promise<ReadonlySet<string>>
}

export interface Outbox {
  /** Adds deliveries that carry no notice (a change, a nudge, a digest); a key that is there already is left alone. */
  add(items: readonly OutboxItem[], now: Instant): Promise<number>
  /**
   * Takes waiting rows whose time has come and marks them as being sent by this run, in one statement: two copies of the
   * bot never take the same row. At most one row a place at a time, oldest first.
   */
  claim(now: Instant, boot: string, most: number, platforms: readonly string[]): Promise<readonly OutboxRow[]>
  /** Rows that another run was sending when it ended: nobody knows whether they were posted. */
  uncertain(boot: string): Promise<readonly OutboxRow[]>
  sent(key: DeliveryKey, receipt: { readonly messageId: string; readonly at: Instant }, repeated?: boolean): Promise<void>
  /** Back to waiting, until then. */
  retry(key: DeliveryKey, at: Instant, why: string): Promise<void>
  end(key: DeliveryKey, state: 'cancelled' | 'expired' | 'parked', why: string): Promise<void>
  /** A parked row waits again. @returns false where it is not parked */
  release(key: DeliveryKey, now: Instant): Promise<boolean>
  list(filter?: { readonly state?: OutboxState; readonly most?: number }): Promise<readonly OutboxRow[]>
  counts(): Promise<Readonly<Record<OutboxState, number>>>
}

/** Who beats the heart: a tick belongs to one copy of the bot. */
export interface Ticks {
  /** True exactly once for a job and a tick, whoever asks. */
  claim(job: string, tick: string, boot: string, now: Instant): Promise<boolean>
}
