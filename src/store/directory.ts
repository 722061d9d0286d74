import type { Instant } from '../core/clock.ts'
import type { Identity } from '../core/identity.ts'
import type { Locale } from '../core/locale.ts'
import type { Channel, Purpose } from './bindings.ts'

/** A member as somebody who can be told something unasked. */
export interface Contact {
  readonly member: string
  readonly organization: string
  readonly locale?: Locale
  /** Where this member hears: the account that they chose, else the one that was linked first; absent without any. */
  readonly account?: Identity
}

/** A channel that is bound to an organization; without a purpose it is for everything. */
export interface BoundChannel {
  readonly organization: string
  readonly channel: Channel
  readonly purpose?: Purpose
  readonly boundAt: Instant
}

/** Whom a notice can reach, of these organizations or of all. */
export interface Directory {
  /** Today's members, by organization and id. */
  contacts(organizations?: readonly string[]): Promise<readonly Contact[]>
  /** Channels bound to organizations, for this purpose or for everything. */
  channels(purpose: Purpose, organizations?: readonly string[]): Promise<readonly BoundChannel[]>
}
