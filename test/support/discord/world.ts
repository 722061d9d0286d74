import { objectOf } from './rules.ts'

export type Json = Record<string, unknown>

export interface StoredMessage extends Json {
  readonly id: string
  readonly channel_id: string
}

export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An interaction that the platform waits to have answered. */
export interface OpenInteraction {
  readonly id: string
  readonly token: string
  readonly channel: string
  /** The message whose button was pressed. */
  readonly message?: string
  /** The types of the callbacks that arrived, the first one accepted. */
  readonly callbacks: Json[]
  /** The message that `@original` means. */
  original?: string
  /** A deferred answer waits for its words; ephemeral or not was said with it. */
  thinking?: { readonly flags: number }
}

export const ids = {
  bot: '100000000000000001',
  application: '100000000000000002',
  botRole: '100000000000000003',
  guild: '200000000000000001',
  /** A channel in which the bot may start threads. */
  questions: '200000000000000011',
  /** A channel in which it may only write. */
  plain: '200000000000000012',
  wang: '300000000000000001',
  li: '300000000000000002',
  /** Wang's private chat with the bot. */
  direct: '400000000000000001',
} as const

const bit = (at: number) => 1n << BigInt(at)
const viewAndWrite = bit(10) | bit(11) | bit(16) | bit(31)
const threads = bit(35) | bit(38)

const text = { type: 0, guild_id: ids.guild, permission_overwrites: [] as Json[] }

/**
 * Everything that Discord remembers: channels, messages, commands, interactions.
 * @param epoch when its time begins; it goes on by a second with each message
 */
export function makeWorld(epoch = Date.UTC(2026, 2, 2)) {
  let ticks = 0
  const watchers = new Set<() => void>()
  const channels = new Map<string, Json>([
    [ids.questions, { ...text, id: ids.questions, name: '提问' }],
    [
      ids.plain,
      {
        ...text,
        id: ids.plain,
        name: '闲聊',
        permission_overwrites: [{ id: ids.guild, type: 0, allow: '0', deny: String(threads) }],
      },
    ],
    [ids.direct, { id: ids.direct, type: 1, recipients: [userOf(ids.wang)] }],
  ])
  const messages = new Map<string, StoredMessage>()
  const nonces = new Map<string, string>()
  const interactions = new Map<string, OpenInteraction>()

  const world = {
    channels,
    messages,
    interactions,
    commands: [] as Json[],
    /** What was sent beside messages. */
    files: [] as SentFile[],
    /** Scheduled events of the guild, by id. */
    events: new Map<string, Json>(),
    /** How often something was posted, edits not counted. */
    posted: [] as string[],
    /** People who take no direct messages from the bot. */
    closed: new Set<string>(),
    typing: [] as string[],
    /** Who sees the guild's channels. */
    people: new Set<string>([ids.wang, ids.li]),

    now: () => epoch + ticks * 1_000,

    /** A new id; time goes on with each. */
    snowflake(): string {
      ticks += 1
      return String((BigInt(world.now() - 1_420_070_400_000) << 22n) + BigInt(ticks))
    },

    /** A moment passes: for `since`. */
    tick(seconds: number): void {
      ticks += seconds
    },

    changed(): void {
      for (const look of [...watchers]) look()
    },

    /** Resolves with what is found, as soon as it is. */
    until<T>(find: () => T | undefined | false): Promise<T> {
      return new Promise((resolve) => {
        const look = () => {
          const found = find()
          if (found === undefined || found === false) return
          watchers.delete(look)
          resolve(found)
        }
        watchers.add(look)
        look()
      })
    },

    post(channel: string, body: Json, author: string, flags = 0): StoredMessage {
      const id = world.snowflake()
      const message: StoredMessage = {
        id,
        channel_id: channel,
        type: 0,
        content: '',
        embeds: [],
        components: [],
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        attachments: [],
        tts: false,
        pinned: false,
        timestamp: new Date(world.now()).toISOString(),
        edited_timestamp: null,
        author: userOf(author),
        flags,
        ...shown(body),
      }
      messages.set(id, message)
      world.posted.push(id)
      return message
    },

    edit(id: string, body: Json): StoredMessage | undefined {
      const before = messages.get(id)
      if (!before) return undefined
      const after = { ...before, ...shown(body), edited_timestamp: new Date(world.now()).toISOString() }
      messages.set(id, after)
      return after
    },

    /** The message that a nonce named before, if this one is a repetition. */
    repeated: (body: Json) =>
      body.enforce_nonce === true ? messages.get(nonces.get(String(body.nonce)) ?? '') : undefined,
    keepNonce: (body: Json, id: string) =>
      void (body.nonce === undefined ? undefined : nonces.set(String(body.nonce), id)),
    /** Discord remembers a nonce for some minutes. */
    forgetNonces: () => nonces.clear(),

    /** One more channel of the guild, in which the bot may write. */
    addChannel(id: string, name: string): void {
      channels.set(id, { ...text, id, name })
    },

    inChannel: (channel: string) => [...messages.values()].filter((it) => it.channel_id === channel),

    startThread(parent: string, message: string, name: string): Json {
      const thread = {
        id: message,
        type: 11,
        name,
        guild_id: ids.guild,
        parent_id: parent,
        owner_id: ids.bot,
        message_count: 0,
        member_count: 1,
        thread_metadata: {
          archived: false,
          auto_archive_duration: 1440,
          archive_timestamp: new Date(world.now()).toISOString(),
          locked: false,
        },
        member: {
          id: message,
          user_id: ids.bot,
          join_timestamp: new Date(world.now()).toISOString(),
          flags: 0,
        },
      }
      channels.set(message, thread)
      return thread
    },

    mayStartThreads: (channel: string) => {
      const overwrites = objectOf(channels.get(channel)).permission_overwrites
      return !(Array.isArray(overwrites) && overwrites.length > 0)
    },
  }
  return world
}

export type World = ReturnType<typeof makeWorld>

/** What of a body stands in the message that people see. */
function shown({ content, embeds, components, message_reference }: Json): Json {
  return Object.fromEntries(
    Object.entries({ content, embeds, components, message_reference }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}

const names: Readonly<Record<string, string>> = {
  [ids.bot]: '联盟助手',
  [ids.wang]: '王工',
  [ids.li]: '李工',
}

export function userOf(id: string): Json {
  const name = names[id] ?? id
  return {
    id,
    username: name,
    global_name: name,
    discriminator: '0',
    avatar: null,
    ...(id === ids.bot ? { bot: true } : {}),
  }
}

/** The guild as the gateway tells it. */
export function guildOf(world: World): Json {
  const all = [...world.channels.values()].filter((it) => it.guild_id === ids.guild)
  return {
    id: ids.guild,
    name: '联盟',
    owner_id: ids.li,
    features: [],
    emojis: [],
    stickers: [],
    stage_instances: [],
    voice_states: [],
    presences: [],
    guild_scheduled_events: [],
    member_count: 3,
    joined_at: new Date(world.now()).toISOString(),
    channels: all.filter((it) => it.type === 0),
    threads: all.filter((it) => it.type === 11),
    roles: [
      {
        id: ids.guild,
        name: '@everyone',
        permissions: String(viewAndWrite | threads),
        position: 0,
        color: 0,
      },
      {
        id: ids.botRole,
        name: '联盟助手',
        permissions: '0',
        position: 1,
        color: 0,
        tags: { bot_id: ids.bot },
      },
    ],
    members: [
      {
        user: userOf(ids.bot),
        roles: [ids.botRole],
        joined_at: new Date(world.now()).toISOString(),
        flags: 0,
      },
    ],
  }
}
