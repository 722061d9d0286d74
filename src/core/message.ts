import type { Instant } from './clock.ts'

/** Where a message came from and where a reply goes. All ids are the platform's own, never parsed by others. */
export interface Address {
  /** The adapter's name, e.g. `console`. An open set: shared code never lists platforms. */
  readonly platform: string
  /** Workspace, guild or process. */
  readonly space: string
  readonly channel: string
  /** Present inside a thread; replies stay there. */
  readonly thread?: string
}

/** Who wrote, as the platform knows them. Who that is in the alliance is a {@link Caller}. */
export interface Author {
  readonly id: string
  readonly name: string
  /** The platform's language setting for this person, a BCP 47 tag, if it tells. */
  readonly locale?: string
  /** The scope in which `id` is unique, if it is not the address's space (a Discord id is the same in every guild). */
  readonly realm?: string
  /** True for bots, this one included; the router drops their messages. */
  readonly bot?: boolean
}

/** A pressed button: which one, and the value it carried. */
export interface Press {
  readonly action: string
  readonly value: string
}

/** A submitted form: its name, its fields by name, and the value of the button that opened it. */
export interface Submission {
  readonly name: string
  readonly values: Readonly<Record<string, string>>
  readonly value?: string
}

/** A slash command after parsing: the subcommand's name, and its options by name. */
export interface CommandCall {
  readonly name: string
  readonly options: Readonly<Record<string, string>>
}

/** A message in a thread that was not addressed to the bot. */
export interface Overheard {
  readonly author: Author
  readonly text: string
  readonly at: Instant
}

/** A file attached to a message; the adapter downloads its bytes on demand. */
export interface AttachedFile {
  readonly name: string
  /** Bytes, as reported by the platform. */
  readonly size: number
  /** The platform's own address of it; never shown. */
  readonly at: string
}

/** Any event in a chat. A pressed button or a submitted form is a message like any other. */
export interface Message {
  /** The platform's id of the event; redeliveries are recognized by it. */
  readonly id: string
  readonly from: Address
  readonly author: Author
  readonly text: string
  readonly files?: readonly AttachedFile[]
  readonly at: Instant
  /** `direct`: a private chat; `mention`: the bot was called; `ambient`: said in a channel the bot reads. */
  readonly addressed: 'direct' | 'mention' | 'ambient'
  readonly press?: Press
  readonly form?: Submission
  readonly command?: CommandCall
}

/** One conversation: the thread if there is one, else the channel; in a channel without threads, per person. */
export function conversationOf(message: Message): string {
  const { platform, space, channel, thread } = message.from
  return [platform, space, channel, thread ?? (message.addressed === 'direct' ? '' : message.author.id)].join(
    '/',
  )
}
