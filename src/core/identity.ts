import type { Message } from './message.ts'

/** A platform account. The store maps it to a member of the alliance. */
export interface Identity {
  readonly platform: string
  readonly space: string
  readonly user: string
}

/** The identity of a message's author. */
export function identityOf({ author, from }: Pick<Message, 'author' | 'from'>): Identity {
  return { platform: from.platform, space: author.realm ?? from.space, user: author.id }
}

/** An opaque string key for an identity; never parsed. */
export function personKey({ platform, space, user }: Identity): string {
  return `${platform}/${space}/${user}`
}
