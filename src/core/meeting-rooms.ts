import type { Identity } from './identity.ts'
import type { Address } from './message.ts'

/** Who meets, and where. */
export interface Meeting {
  /** Names it for ever, at most 40 characters of `[A-Za-z0-9:._-]`: by it a room that an earlier run opened is found. */
  readonly key: string
  readonly name: string
  /** Accounts of one platform and space. */
  readonly people: readonly Identity[]
  /** A channel that all of them see, where the platform opens rooms inside of channels. */
  readonly near?: Address
}

/** Opens places in which some people and the bot are among themselves. */
export interface MeetingRooms {
  /**
   * Opens the room of a meeting; the same one again for the same key.
   * @throws DeliveryError permanent where these people cannot be brought together there
   */
  open(meeting: Meeting): Promise<Address>
}
