import type { Instant } from './clock.ts'
import type { Address } from './message.ts'
import type { Reply } from './reply.ts'

/** An event with a time and a place, shown by a platform outside the conversation. */
export interface BoardEvent {
  /** Stable key, at most 40 characters of `[A-Za-z0-9:._-]`; the platform's copy is found by it. */
  readonly key: string
  /** It was first shown no earlier than this. */
  readonly since: Instant
  readonly title: string
  readonly starts: Instant
  readonly ends: Instant
  readonly where: string
  /** What it is, in plain text; a platform may show less of it. */
  readonly about: string
  /** The whole of it, as one message. */
  readonly card: Reply
}

/** One way in which a platform shows events: Discord's scheduled events, or a pinned card in a channel. */
export interface EventBoard {
  /** Each channel shows a copy with the whole card; or one copy, without a card, stands for all channels of a space. */
  readonly shows: 'channel' | 'space'
  /**
   * Makes the platform's copy or brings it up to date; what an earlier run made and could not note is found by its key.
   * @param to a channel of the space in which it is shown
   * @param id what this returned before; what is gone there is made again
   * @returns the platform's id of the copy
   * @throws DeliveryError
   */
  put(to: Address, event: BoardEvent, id?: string): Promise<string>
  /** Shows that it was called off. What is gone already stays gone. @throws DeliveryError */
  cancel(to: Address, event: BoardEvent, id: string): Promise<void>
}
