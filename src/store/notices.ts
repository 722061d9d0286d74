import type { DeliveryKey } from '../core/adapter.ts'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import type { OutboxItem } from './outbox.ts'

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
