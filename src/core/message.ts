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
  /** Within what `id` is unique, where that is not the address's space (on Discord an id is the same in every guild). */
  readonly realm?: string
  /** True for bots and for ourselves; the router drops those. */
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

/** What somebody said where the bot is, without saying it to the bot. */
export interface Overheard {
  readonly author: Author
  readonly text: string
  readonly at: Instant
}

/** A file that came with a message. Its bytes are with the platform: its adapter gets them. */
export interface AttachedFile {
  readonly name: string
  /** Bytes, as the platform says. */
  readonly size: number
  /** The platform's own address of it; never shown. */
  readonly at: string
}

/** Everything that can happen to the bot in a chat. A button or a form is a message like any other. */
export interface Message {
  /** The platform's own id of the event: it makes a redelivery harmless. */
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
