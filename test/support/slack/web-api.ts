import { field, refusalOf, refusalOfView } from './blocks.ts'
import { BOT_ID, BOT_USER, type Channel, type Message, TEAM, type Workspace } from './workspace.ts'

export type Arguments = Readonly<Record<string, unknown>>
export type Answer = Readonly<Record<string, unknown>>

/** An opened modal, or a published Home tab. */
export interface View {
  readonly id: string
  readonly user: string
  readonly view: unknown
}

export interface WebApiState {
  readonly workspace: Workspace
  readonly modals: View[]
  readonly homes: Map<string, unknown>
  readonly statuses: { readonly channel: string; readonly thread: string; readonly status: string }[]
  /** Trigger ids by the person they were given to, with their age in milliseconds. */
  readonly triggers: Map<string, { readonly user: string; readonly at: number }>
  /** What the bot may not do. */
  readonly missingScopes: Set<string>
  readonly socketUrl: () => string
  /** Files by their id; `channel` once they are shown. */
  readonly uploads: Map<string, Upload>
  readonly uploadUrl: (id: string) => string
}

export interface Upload {
  readonly name: string
  readonly length: number
  bytes?: Uint8Array
  channel?: string
}

const TRIGGER_LIFE = 3_000
const TRUNCATED = 40_000

const fails = (error: string, detail?: string): Answer => ({
  ok: false,
  error,
  ...(detail === undefined ? {} : { response_metadata: { messages: [`[ERROR] ${detail}`] } }),
})

/** Thrown inside a method: what Slack answers instead of doing it. */
export class Refused extends Error {
  readonly answer: Answer
  constructor(error: string, detail?: string) {
    super(error)
    this.answer = fails(error, detail)
  }
}

/** The methods of the Web API that a bot like ours calls; each throws {@link Refused} where Slack refuses. */
export function makeWebApi(state: WebApiState): Readonly<Record<string, (args: Arguments) => Answer>> {
  const { workspace } = state

  function channelFor(args: Arguments): Channel {
    const id = String(args.channel ?? '')
    if (/^[UW]/.test(id) && workspace.people.has(id)) return workspace.direct(id)
    const channel = workspace.channels.get(id)
    if (!channel) throw new Refused('channel_not_found')
    if (channel.archived) throw new Refused('is_archived')
    if (!channel.members.has(BOT_USER)) throw new Refused('not_in_channel')
    return channel
  }

  function contentOf(args: Arguments): { readonly text: string; readonly blocks?: unknown } {
    const blocks = typeof args.blocks === 'string' ? parse(args.blocks) : args.blocks
    const text = String(args.text ?? '')
    if (text === '' && (blocks === undefined || (Array.isArray(blocks) && blocks.length === 0)))
      throw new Refused('no_text')
    if (blocks !== undefined) {
      const why = refusalOf(blocks, 'message')
      if (why === 'msg_blocks_too_long') throw new Refused(why)
      if (why !== undefined) throw new Refused('invalid_blocks', why)
    }
    return { text: text.slice(0, TRUNCATED), ...(blocks === undefined ? {} : { blocks }) }
  }

  function post(args: Arguments, to?: string): Answer {
    const channel = channelFor(args)
    if (to !== undefined && !channel.members.has(to)) throw new Refused('user_not_in_channel')
    const content = contentOf(args)
    const metadata = typeof args.metadata === 'string' ? parse(args.metadata) : undefined
    if (args.metadata !== undefined && typeof field(metadata, 'event_type') !== 'string')
      throw new Refused('invalid_metadata_format')
    const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts)
    const message = workspace.add(channel, {
      user: BOT_USER,
      ...content,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(metadata === undefined ? {} : { metadata }),
      ...(to === undefined ? {} : { to }),
    })
    return to === undefined
      ? { ok: true, channel: channel.id, ts: message.ts, message: shown(message, true) }
      : { ok: true, message_ts: message.ts }
  }

  function own(args: Arguments): Message {
    const message = workspace.find(String(args.channel), String(args.ts))
    if (!message || message.to !== undefined) throw new Refused('message_not_found')
    if (!message.bot) throw new Refused('cant_update_message')
    return message
  }

  function history(args: Arguments, take: (channel: Channel) => readonly Message[]): Answer {
    if (/^[UW]/.test(String(args.channel))) throw new Refused('channel_not_found')
    if (state.missingScopes.has('channels:history')) throw new Refused('missing_scope')
    const channel = channelFor(args)
    const oldest = Number(args.oldest ?? 0)
    const limit = Number(args.limit ?? 100)
    const from = Number(args.cursor ?? 0)
    const all = take(channel).filter((it) => !it.gone && it.to === undefined && Number(it.ts) > oldest)
    const page = all.slice(from, from + limit)
    const more = from + limit < all.length
    return {
      ok: true,
      messages: page.map((it) => shown(it, args.include_all_metadata === 'true')),
      has_more: more,
      response_metadata: { next_cursor: more ? String(from + limit) : '' },
    }
  }

  return {
    'auth.test': () => ({
      ok: true,
      team_id: TEAM,
      user_id: BOT_USER,
      bot_id: BOT_ID,
      team: 'alliance',
      user: 'bot',
    }),
    'apps.connections.open': () => ({ ok: true, url: state.socketUrl() }),
    'chat.postMessage': (args) => post(args),
    'chat.postEphemeral': (args) => post(args, String(args.user ?? '')),
    'chat.update': (args) => {
      const message = own(args)
      Object.assign(message, contentOf(args), { edits: message.edits + 1 })
      return { ok: true, channel: message.channel, ts: message.ts }
    },
    'chat.delete': (args) => {
      const message = own(args)
      message.gone = true
      return { ok: true }
    },
    'conversations.open': (args) => {
      const users = String(args.users ?? '').split(',')
      if (!users.every((it) => workspace.people.has(it))) return fails('user_not_found')
      if (users.length > 8) return fails('too_many_users')
      const [user = ''] = users
      return {
        ok: true,
        channel: { id: (users.length === 1 ? workspace.direct(user) : workspace.group(users)).id },
      }
    },
    'conversations.history': (args) =>
      history(args, (channel) =>
        channel.messages.filter((it) => it.thread_ts === undefined || it.thread_ts === it.ts).reverse(),
      ),
    'conversations.replies': (args) =>
      history(args, (channel) =>
        channel.messages.filter((it) => it.ts === args.ts || it.thread_ts === args.ts),
      ),
    'users.info': (args) => {
      const id = String(args.user)
      const person = workspace.people.get(id)
      if (!person) return fails('user_not_found')
      const user = { id, name: id.toLowerCase(), is_bot: false, profile: { display_name: person.name } }
      return { ok: true, user: args.include_locale === 'true' ? { ...user, locale: person.locale } : user }
    },
    'views.open': (args) => {
      const trigger = state.triggers.get(String(args.trigger_id ?? ''))
      if (!trigger) return fails('invalid_trigger_id')
      if (Date.now() - trigger.at > TRIGGER_LIFE) return fails('expired_trigger_id')
      const view = parse(String(args.view))
      const why = refusalOfView(view)
      if (why !== undefined) return fails('invalid_arguments', why)
      state.triggers.delete(String(args.trigger_id))
      const id = `V${state.modals.length + 1}`
      state.modals.push({ id, user: trigger.user, view })
      return { ok: true, view: { id } }
    },
    'views.publish': (args) => {
      const view = parse(String(args.view))
      const why = refusalOfView(view)
      if (why !== undefined) return fails('invalid_arguments', why)
      state.homes.set(String(args.user_id), view)
      return { ok: true }
    },
    'assistant.threads.setStatus': (args) => {
      if (state.missingScopes.has('assistant:write')) return fails('missing_scope')
      const thread = String(args.thread_ts ?? '')
      if (!workspace.find(String(args.channel_id), thread)) return fails('invalid_thread_ts')
      state.statuses.push({ channel: String(args.channel_id), thread, status: String(args.status) })
      return { ok: true }
    },
    'files.getUploadURLExternal': (args) => {
      const id = `F${state.uploads.size + 1}`
      if (!args.filename || Number(args.length) < 1) return fails('invalid_arguments')
      state.uploads.set(id, { name: String(args.filename), length: Number(args.length) })
      return { ok: true, upload_url: state.uploadUrl(id), file_id: id }
    },
    'files.completeUploadExternal': (args) => {
      const given = typeof args.files === 'string' ? parse(args.files) : args.files
      const [it] = Array.isArray(given) ? given : []
      const upload = state.uploads.get(String(field(it, 'id')))
      if (!upload?.bytes || upload.bytes.byteLength !== upload.length) return fails('file_not_found')
      upload.channel = channelFor({ channel: args.channel_id }).id
      return { ok: true, files: [{ id: field(it, 'id'), title: upload.name }] }
    },
    'pins.add': (args) => {
      if (state.missingScopes.has('pins:write')) return fails('missing_scope')
      const message = workspace.find(String(args.channel), String(args.timestamp))
      if (!message || message.gone) return fails('message_not_found')
      if (message.pinned) return fails('already_pinned')
      message.pinned = true
      return { ok: true }
    },
    'pins.remove': (args) => {
      const message = workspace.find(String(args.channel), String(args.timestamp))
      if (!message?.pinned) return fails('no_pin')
      message.pinned = false
      return { ok: true }
    },
    'reactions.add': (args) => {
      const message = workspace.find(String(args.channel), String(args.timestamp))
      if (!message) return fails('message_not_found')
      if (message.reactions.has(String(args.name))) return fails('already_reacted')
      message.reactions.add(String(args.name))
      return { ok: true }
    },
    'reactions.remove': (args) => {
      const message = workspace.find(String(args.channel), String(args.timestamp))
      return message?.reactions.delete(String(args.name)) ? { ok: true } : fails('no_reaction')
    },
  }
}

function shown(message: Message, withMetadata: boolean): Answer {
  return {
    type: 'message',
    ts: message.ts,
    user: message.user,
    text: message.text,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    ...(message.bot ? { bot_id: BOT_ID } : {}),
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
