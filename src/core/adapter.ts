import type { Instant } from './clock.ts'
import type { EventBoard } from './event-board.ts'
import type { Identity } from './identity.ts'
import type { MeetingRooms } from './meeting-rooms.ts'
import type { Address, AttachedFile, Message, Overheard } from './message.ts'
import type { Reply } from './reply.ts'
import type { Outcome, Skill } from './skill.ts'

/** Names one delivery, for ever: the same key is never posted twice. At most 60 characters of `[A-Za-z0-9:._-]`. */
export type DeliveryKey = string

/** The platform's word that a message is there. */
export interface Receipt {
  readonly messageId: string
  readonly at: Instant
}

/** Hands a message to the house; gives back what is to be drawn. Never throws. */
export type Receive = (message: Message, turn?: Turn) => Promise<Outcome>

/**
 * One message's way through the house, for a platform that waits to hear that it arrived. With a turn, the answer is
 * drawn before the house counts the message as answered, so that a process which dies in between still owes it.
 */
export interface Turn {
  /** Set where an earlier run took the message and died before its answer stood on the platform: the present instant. */
  readonly owedAt?: Instant
  /** The message is safe in the store, or is none of ours: the platform may be told that it arrived. */
  taken(): void
  /** Posts the outcome; resolves when it stands on the platform. A rejection leaves the answer owed. */
  draw(outcome: Exclude<Outcome, undefined>): Promise<void>
}

/** A platform. Lifecycle and sending only; parsing and drawing are pure neighbours. */
export interface Adapter {
  readonly platform: string
  /**
   * Connects and begins to listen.
   * @param skills the skills whose commands and forms the platform shall show
   * @param owed messages that an earlier run took and did not answer; they are answered first
   */
  start(receive: Receive, skills: readonly Skill[], owed?: readonly Message[]): Promise<void>
  /** Where `send` reaches that person alone. Pure. */
  directly(account: Identity): Address
  /** Posts a message unasked. @throws DeliveryError */
  send(to: Address, reply: Reply, key: DeliveryKey): Promise<Receipt>
  /** Was the message of this key posted after all, since that instant? */
  confirm?(to: Address, key: DeliveryKey, since: Instant): Promise<Receipt | undefined>
  /** The bytes of a file that came with a message. @throws DeliveryError */
  fetch?(file: AttachedFile): Promise<Uint8Array>
  /** What was said in that thread, oldest first, as far as the platform shows it to the bot. @throws DeliveryError */
  thread?(at: Address): Promise<readonly Overheard[]>
  /** Where it shows events beside the conversation, each in a way of its own; absent on a platform that cannot. */
  readonly boards?: readonly EventBoard[]
  /** Where it brings people together; absent on a platform that cannot. */
  readonly rooms?: MeetingRooms
  /** Finishes what is being said, then disconnects. */
  stop(): Promise<void>
}

/** A message was not posted, as far as we know. */
export class DeliveryError extends Error {
  /** Nothing will make it work (channel gone, access revoked): park it and tell the office. */
  readonly permanent: boolean
  /** Milliseconds to wait, where the platform says so. */
  readonly retryAfter?: number
  constructor(message: string, options: { permanent?: boolean; retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'DeliveryError'
    this.permanent = options.permanent ?? false
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter
  }
}
