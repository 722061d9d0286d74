import { type APIMessage, ChannelType, type GatewayMessageCreateDispatchData, MessageType } from 'discord.js'
import type { Message } from '../../core/message.ts'

/** Who the bot is on Discord. */
export interface Self {
  readonly userId: string
  readonly applicationId: string
}

/** What is known of the channel that a message came from. */
export interface ChannelInfo {
  readonly type: ChannelType
  /** The channel of a thread. */
  readonly parentId?: string
  /** The bot may start threads here and write in them. */
  readonly startsThreads: boolean
  /** The roles that Discord made for the bot: people mention them as often as the bot itself. */
  readonly selfRoles: readonly string[]
}

export type GatewayMessage = GatewayMessageCreateDispatchData

const threadTypes: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]
const threadable: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement]

/**
 * A message of the gateway as a {@link Message}; undefined where it is nobody's word to us: a bot's, a webhook's, a
 * system message, or words that Discord keeps from us for want of the MessageContent intent. Pure.
 *
 * In a channel where the bot may start threads, the answer will stand in the thread of the message, whose id is the
 * message's own: naming it now makes the question and what follows in the thread one conversation.
 */
export function parseMessage(
  message: GatewayMessage,
  self: Self,
  channelInfo: ChannelInfo | undefined,
): Message | undefined {
  if (message.author.bot || message.webhook_id !== undefined) return undefined
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined
  const direct = message.guild_id === undefined
  const mentioned =
    message.mentions.some((it) => it.id === self.userId) ||
    message.content.includes(`<@${self.userId}>`) ||
    message.referenced_message?.author.id === self.userId ||
    message.mention_roles.some((it) => channelInfo?.selfRoles.includes(it))
  const text = textOf(message, self, channelInfo?.selfRoles ?? [])
  const files = message.attachments.map(({ filename, size, url }) => ({ name: filename, size, at: url }))
  if (!direct && !mentioned && text === '') return undefined
  return {
    id: message.id,
    from: addressOf(message.channel_id, message.guild_id, channelInfo, message.id),
    author: {
      id: message.author.id,
      realm: everywhere,
      name: message.member?.nick ?? message.author.global_name ?? message.author.username,
    },
    text,
    ...(files.length === 0 ? {} : { files }),
    at: instantOf(message.id),
    addressed: direct ? 'direct' : mentioned ? 'mention' : 'ambient',
  }
}

/** Where something happened, and where its answer goes. @param starts the message from which a thread can be started */
export function addressOf(
  channelId: string,
  guildId: string | undefined,
  channelInfo: Pick<ChannelInfo, 'type' | 'parentId' | 'startsThreads'> | undefined,
  starts?: string,
): Message['from'] {
  const at = { platform: 'discord', space: guildId ?? directSpace }
  if (guildId === undefined) return { ...at, channel: channelId }
  if (channelInfo && threadTypes.includes(channelInfo.type)) {
    return { ...at, channel: channelInfo.parentId ?? channelId, thread: channelId }
  }
  const thread = starts !== undefined && channelInfo?.startsThreads && threadable.includes(channelInfo.type)
  return { ...at, channel: channelId, ...(thread ? { thread: starts } : {}) }
}

/** A person's id is the same in every guild and in direct messages: who joined in one is known in all. */
export const everywhere = 'discord'

/** The space of direct messages; Discord's own links call it so. */
export const directSpace = '@me'

/** What was said: without the call of the bot, other people by name, custom emoji by theirs. Pure. */
export function textOf(
  message: Pick<GatewayMessage, 'content' | 'mentions'>,
  self: Pick<Self, 'userId'> | undefined,
  selfRoles: readonly string[],
): string {
  const names = new Map(
    message.mentions.map((it) => [it.id, it.member?.nick ?? it.global_name ?? it.username]),
  )
  return message.content
    .replace(/<@!?(\d+)>/g, (all, id: string) =>
      id === self?.userId ? '' : names.has(id) ? `@${names.get(id)}` : all,
    )
    .replace(/<@&(\d+)>/g, (all, id: string) => (selfRoles.includes(id) ? '' : all))
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** The words of a message that somebody else posted, cards included; for the command in its context menu. Pure. */
export function wordsOf(message: Pick<APIMessage, 'content' | 'embeds'>): string {
  const cards = message.embeds.flatMap((it) => [it.title, it.description])
  return [message.content, ...cards].filter((it) => it !== undefined && it !== '').join('\n')
}

const discordEpoch = 1_420_070_400_000n

/** When Discord made an id, epoch milliseconds (reference#snowflakes). Pure. */
export function instantOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + discordEpoch)
}

/** The first id that Discord could make at an instant. Pure. */
export function snowflakeAt(instant: number): string {
  const since = BigInt(Math.floor(instant)) - discordEpoch
  return since <= 0n ? '0' : String(since << 22n)
}
