import type { Introduction } from '../../../core/introduction.ts'
import type { Meeting } from '../../../core/meeting-rooms.ts'
import type { BoundChannel, Contact } from '../../../store/directory.ts'

export interface MeetingParts {
  /** Members of both sides and of the office, with the account at which each hears. */
  readonly contacts: readonly Contact[]
  /** Channels of the alliance, near which a platform may open a room. */
  readonly channels: readonly BoundChannel[]
  readonly office: string
  /** A name by which people know what the room is about. */
  readonly name: string
}

/**
 * Both contacts and the office's broker, where they are on one platform; undefined where they are not, and have to talk
 * through the bot. Pure.
 */
export function meetingFor(
  it: Introduction,
  { contacts, channels, office, name }: MeetingParts,
): Meeting | undefined {
  const accounts = it.consents.map(
    (yes) =>
      contacts.find((contact) => contact.member === yes.member && contact.organization === yes.organization)
        ?.account,
  )
  const [one, other] = accounts
  if (!one || !other || one.platform !== other.platform || one.space !== other.space) return undefined
  const here = (at: { readonly platform: string; readonly space: string } | undefined) =>
    at?.platform === one.platform && at.space === one.space
  const broker = contacts.find((contact) => contact.organization === office && here(contact.account))?.account
  const near = [office, it.from, it.to]
    .flatMap((id) => channels.filter((bound) => bound.organization === id))
    .find((bound) => bound.channel.platform === one.platform)?.channel
  return {
    key: `intro-${it.id}`,
    name,
    people: [one, other, ...(broker ? [broker] : [])],
    ...(near ? { near } : {}),
  }
}
