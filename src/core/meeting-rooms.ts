import type { Identity } from './identity.ts'
import type { Address } from './message.ts'

/** Who meets, and where. */
export interface Meeting {
  /** Stable key, at most 40 characters of `[A-Za-z0-9:._-]`; a room opened by an earlier run is found by it. */
  readonly key: string
  readonly name: string
  /** Accounts of one platform and space. */
  readonly people: readonly Identity[]
  /** A channel that all of them see, where the platform opens rooms inside of channels. */
  readonly near?: Address
}

/** Opens private channels for a few people and the bot. */
export interface MeetingRooms {
  /**
   * Opens the room of a meeting; the same one again for the same key.
   * @throws DeliveryError permanent where these people cannot be brought together there
   */
  open(meeting: Meeting): Promise<Address>
}
