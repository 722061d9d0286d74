import type { Instant } from './clock.ts'
import type { EventBoard } from './event-board.ts'
import type { Identity } from './identity.ts'
import type { MeetingRooms } from './meeting-rooms.ts'
import type { Address, AttachedFile, Message, Overheard } from './message.ts'
import type { Reply } from './reply.ts'
import type { Outcome, Skill } from './skill.ts'

/** Idempotency key of one delivery: the same key is never posted twice. At most 60 characters of `[A-Za-z0-9:._-]`. */
export type DeliveryKey = string

/** Confirms that the platform has a message. */
export interface Receipt {
  readonly messageId: string
  readonly at: Instant
}

/** Handles a message and returns what to draw. Never throws. */
export type Receive = (message: Message, turn?: Turn) => Promise<Outcome>

/**
 * Callbacks for a platform that expects acknowledgements. With a turn, a message counts as answered only once its answer
 * has been posted, so that after a crash in between it is answered by the next run.
 */
export interface Turn {
  /** Set for a message that an earlier run accepted but did not answer: the present instant. */
  readonly owedAt?: Instant
  /** Called once the message is stored (or will not be handled): the platform may be acknowledged. */
  taken(): void
  /** Posts the outcome; resolves once the platform has it. If it rejects, the message stays unanswered in the inbox. */
  draw(outcome: Exclude<Outcome, undefined>): Promise<void>
}

/** A chat platform: lifecycle and sending only. Parsing and rendering are pure functions beside it. */
export interface Adapter {
  readonly platform: string
  /**
   * Connects and starts listening.
   * @param skills whose commands and forms the platform offers
   * @param owed messages that an earlier run accepted but did not answer; they are answered first
   */
  start(receive: Receive, skills: readonly Skill[], owed?: readonly Message[]): Promise<void>
  /** The address of a direct message to that person. Pure. */
  directly(account: Identity): Address
  /** Posts a message. @throws DeliveryError */
  send(to: Address, reply: Reply, key: DeliveryKey): Promise<Receipt>
  /** Looks up whether the message of this key was posted since that instant. */
  confirm?(to: Address, key: DeliveryKey, since: Instant): Promise<Receipt | undefined>
  /** Downloads an attached file. @throws DeliveryError */
  fetch?(file: AttachedFile): Promise<Uint8Array>
  /** The messages of a thread, oldest first, as far as the platform lets the bot read them. @throws DeliveryError */
  thread?(at: Address): Promise<readonly Overheard[]>
  /** The ways in which this platform can show events outside the conversation; absent if it has none. */
  readonly boards?: readonly EventBoard[]
  /** Opens channels for a few people; absent if the platform cannot. */
  readonly rooms?: MeetingRooms
  /** Finishes answers in progress, then disconnects. */
  stop(): Promise<void>
}

/** A message was, as far as we know, not posted. */
export class DeliveryError extends Error {
  /** Retrying is pointless (channel deleted, access revoked): the delivery is parked and shown to the office. */
  readonly permanent: boolean
  /** Milliseconds to wait, if the platform says. */
  readonly retryAfter?: number
  constructor(message: string, options: { permanent?: boolean; retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'DeliveryError'
    this.permanent = options.permanent ?? false
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter
  }
}
