import type { Address, Message } from '../../core/message.ts'
import type { Form } from '../../core/reply.ts'
import { readActionId } from './buttons.ts'
import { readMetadata, type ViewState, valuesOf } from './view.ts'

/** Who we are in the workspace, as `auth.test` says. */
export interface Self {
  readonly team: string
  readonly user: string
  readonly bot: string
}

/** What we read of a `message` or an `app_mention` event. */
export interface Said {
  readonly channel: string
  readonly ts: string
  readonly text?: string | undefined
  readonly user?: string | undefined
  readonly bot_id?: string | undefined
  readonly subtype?: string | undefined
  readonly thread_ts?: string | undefined
  readonly channel_type?: string | undefined
  readonly files?: readonly SharedFile[] | undefined
}

/** What we read of a file; one that was taken back has no address. */
export interface SharedFile {
  readonly name?: string | null | undefined
  readonly size?: number | undefined
  readonly url_private_download?: string | undefined
}

/** Subtypes that carry a person's message; all others are system messages or edits. */
const spoken = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/**
 * A message in a channel or a direct message; undefined for bots, ourselves, edits and joins. A mention arrives both as
 * `message` and as `app_mention`, and both give the same Message. Pure.
 */
export function parseSaid(event: Said, self: Self): Message | undefined {
  const { user } = event
  if (user === undefined || user === self.user || event.bot_id !== undefined || !spoken.has(event.subtype))
    return undefined
  const direct = isDirect(event.channel)
  const raw = event.text ?? ''
  const mentioned = raw.includes(`<@${self.user}`)
  return {
    id: `${event.channel}:${event.ts}`,
    from: addressOf(self, event.channel, event.thread_ts ?? (direct ? undefined : event.ts)),
    author: { id: user, name: user },
    text: readMarkup(raw, self.user),
    ...filesOf(event.files ?? []),
    at: instantOf(event.ts),
    addressed: direct ? 'direct' : mentioned ? 'mention' : 'ambient',
  }
}

function filesOf(shared: readonly SharedFile[]): Pick<Message, 'files'> {
  const files = shared.flatMap(({ name, size = 0, url_private_download: at }) =>
    at === undefined ? [] : [{ name: name ?? '', size, at }],
  )
  return files.length === 0 ? {} : { files }
}

/** What we read of a pressed button. */
export interface Pressed {
  readonly user: { readonly id: string; readonly username?: string; readonly name?: string }
  readonly channel?: { readonly id: string } | undefined
  readonly message?: { readonly ts: string; readonly thread_ts?: string } | undefined
  readonly container: Readonly<Record<string, unknown>>
  readonly actions: readonly {
    readonly action_id: string
    readonly action_ts?: string
    readonly value?: string
    readonly text?: { readonly text: string }
  }[]
}

/** A pressed button with what the adapter needs besides the Message. */
export interface Press {
  readonly message: Message
  /** The form that opens instead of the message being handed on. */
  readonly opens?: string
  /** The message that carries the button, for replies that take its place; absent in App Home. */
  readonly on?: { readonly ts: string; readonly ephemeral: boolean }
}

/** A pressed button; undefined where the body holds none of ours. Pure. */
export function parsePress(body: Pressed, self: Self, at: number): Press | undefined {
  const action = body.actions[0]
  if (!action) return undefined
  const { action: name, opens } = readActionId(action.action_id)
  const ts = body.message?.ts ?? text(body.container.message_ts)
  const ephemeral = body.container.is_ephemeral === true
  const channel = body.channel?.id ?? text(body.container.channel_id) ?? body.user.id
  const thread = body.message?.thread_ts ?? text(body.container.thread_ts)
  // A reply to a button in a channel stands in the thread of its message; an ephemeral message has none.
  const below = isDirect(channel) || ephemeral || channel === body.user.id ? undefined : ts
  const value = action.value ?? ''
  return {
    message: {
      id: `press:${ts ?? 'home'}:${action.action_ts ?? ''}:${body.user.id}`,
      from: addressOf(self, channel, thread ?? below),
      author: { id: body.user.id, name: body.user.name ?? body.user.username ?? body.user.id },
      text: action.text?.text ?? '',
      at,
      addressed: isDirect(channel) || channel === body.user.id ? 'direct' : 'mention',
      press: { action: name, value },
    },
    ...(opens === undefined ? {} : { opens }),
    ...(ts === undefined ? {} : { on: { ts, ephemeral } }),
  }
}

/** What we read of a submitted modal. */
export interface Submitted {
  readonly user: { readonly id: string; readonly name?: string }
  readonly view: {
    readonly id: string
    readonly hash?: string
    readonly callback_id: string
    readonly private_metadata: string
    readonly state: ViewState
  }
}

/** A submitted form. `form` is its declaration, for the words of the message. Pure. */
export function parseSubmission(body: Submitted, form: Form | undefined, self: Self, at: number): Message {
  const { channel, thread, value } = readMetadata(body.view.private_metadata)
  const where = channel ?? body.user.id
  return {
    // A view is submitted once: a second delivery carries the same id.
    id: `view:${body.view.id}`,
    from: addressOf(self, where, thread),
    author: { id: body.user.id, name: body.user.name ?? body.user.id },
    text: form?.title ?? body.view.callback_id,
    at,
    addressed: isDirect(where) || where === body.user.id ? 'direct' : 'mention',
    form: {
      name: body.view.callback_id,
      values: valuesOf(body.view.state),
      ...(value === '' ? {} : { value }),
    },
  }
}

/** What we read of a slash command. */
export interface Called {
  readonly user_id: string
  readonly user_name?: string
  readonly channel_id: string
  readonly trigger_id: string
  readonly text?: string
}

/** A slash command before its text is read. Pure. */
export function parseCalled(body: Called, self: Self, at: number): Message {
  return {
    id: `call:${body.trigger_id}`,
    from: addressOf(self, body.channel_id, undefined),
    author: { id: body.user_id, name: body.user_name ?? body.user_id },
    text: readMarkup(body.text ?? '', self.user),
    at,
    addressed: isDirect(body.channel_id) ? 'direct' : 'mention',
  }
}

/** What we read of the message shortcut. */
export interface AskedAbout {
  readonly user: { readonly id: string; readonly name?: string }
  readonly channel: { readonly id: string }
  readonly message: { readonly ts: string; readonly text?: string; readonly thread_ts?: string }
  readonly trigger_id: string
}

/** The message shortcut: the text of the selected message, asked by the person who used the shortcut. Pure. */
export function parseShortcut(body: AskedAbout, self: Self, at: number): Message {
  const direct = isDirect(body.channel.id)
  return {
    id: `about:${body.trigger_id}`,
    from: addressOf(self, body.channel.id, body.message.thread_ts ?? (direct ? undefined : body.message.ts)),
    author: { id: body.user.id, name: body.user.name ?? body.user.id },
    text: readMarkup(body.message.text ?? '', self.user),
    at,
    addressed: direct ? 'direct' : 'mention',
  }
}

/** Slack's markup as a person reads it: our own mention gone, people and links by their names, escapes undone. Pure. */
export function readMarkup(markup: string, ourselves: string): string {
  return markup
    .replace(/<([^<>]*)>/g, (_, inside: string) => readTag(inside, ourselves))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

function readTag(inside: string, ourselves: string): string {
  const [target = '', label] = inside.split(/\|(.*)/s)
  if (target === `@${ourselves}`) return ' '
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0] ?? ''}`
  if (target.startsWith('@') || target.startsWith('#')) return `${target[0]}${label ?? target.slice(1)}`
  return label ?? target.replace(/^mailto:/, '')
}

/** `1403485200.000100`, Slack's name of a message, is its time in seconds. */
export const instantOf = (ts: string): number => Math.round(Number(ts) * 1000)

/** A private chat with one person, by its id. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')

function addressOf(self: Self, channel: string, thread: string | undefined): Address {
  return { platform: 'slack', space: self.team, channel, ...(thread === undefined ? {} : { thread }) }
}

const text = (it: unknown): string | undefined => (typeof it === 'string' ? it : undefined)
