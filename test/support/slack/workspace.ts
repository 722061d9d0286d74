/** What a workspace holds, as far as a bot meets it. */
export interface Message {
  readonly ts: string
  readonly channel: string
  readonly thread_ts?: string
  readonly user: string
  readonly bot: boolean
  text: string
  blocks?: unknown
  metadata?: unknown
  /** Only this person sees it. */
  readonly to?: string
  edits: number
  gone: boolean
  pinned?: boolean
  readonly reactions: Set<string>
}

export interface Channel {
  readonly id: string
  readonly kind: 'channel' | 'im' | 'mpim'
  readonly members: Set<string>
  archived: boolean
  readonly messages: Message[]
}

export const TEAM = 'T0ALLIANCE'
export const BOT_USER = 'U0BOT'
export const BOT_ID = 'B0BOT'

/** People, channels and messages; knows nothing of HTTP. */
export function makeWorkspace() {
  const channels = new Map<string, Channel>()
  const people = new Map<string, { readonly name: string; readonly locale: string }>()
  let lastTs = 0

  /** Slack's name of a message: the time in seconds, unique. */
  function nextTs(): string {
    lastTs = Math.max(lastTs + 1, Date.now() * 1000)
    return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`
  }

  function addChannel(id: string, members: readonly string[], kind: Channel['kind'] = 'channel'): Channel {
    const channel: Channel = { id, kind, members: new Set(members), archived: false, messages: [] }
    channels.set(id, channel)
    return channel
  }

  /** The private chat of the bot and a person. */
  function direct(user: string): Channel {
    const id = `D0${user}`
    return channels.get(id) ?? addChannel(id, [user, BOT_USER], 'im')
  }

  /** The conversation of the bot and several people. */
  function group(users: readonly string[]): Channel {
    const id = `G0${[...users].sort().join('')}`
    return channels.get(id) ?? addChannel(id, [...users, BOT_USER], 'mpim')
  }

  function add(channel: Channel, given: Pick<Message, 'user' | 'text'> & Partial<Message>): Message {
    const message: Message = {
      bot: given.user === BOT_USER,
      edits: 0,
      gone: false,
      reactions: new Set(),
      ...given,
      channel: channel.id,
      ts: nextTs(),
    }
    channel.messages.push(message)
    return message
  }

  function addPerson(id: string, name: string, locale = 'zh-CN'): void {
    people.set(id, { name, locale })
  }

  function find(channel: string, ts: string): Message | undefined {
    return channels.get(channel)?.messages.find((it) => it.ts === ts && !it.gone)
  }

  return { channels, people, addChannel, addPerson, direct, group, add, find, nextTs }
}

export type Workspace = ReturnType<typeof makeWorkspace>
