import type { Message } from './message.ts'

/** A person as a platform knows them; who that is in the alliance stands in the store. */
export interface Identity {
  readonly platform: string
  readonly space: string
  readonly user: string
}

/** The identity of a message's author. */
export function identityOf({ author, from }: Pick<Message, 'author' | 'from'>): Identity {
  return { platform: from.platform, space: author.realm ?? from.space, user: author.id }
}

/** One text for one identity, for logs of changes and maps; never parsed again. */
export function personKey({ platform, space, user }: Identity): string {
  return `${platform}/${space}/${user}`
}
