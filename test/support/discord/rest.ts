import {
  listOf,
  objectOf,
  type Refusal,
  refusalOfChoices,
  refusalOfCommands,
  refusalOfEvent,
  refusalOfMessage,
  refusalOfModal,
} from './rules.ts'
import {
  ids,
  type Json,
  type OpenInteraction,
  type SentFile,
  type StoredMessage,
  userOf,
  type World,
} from './world.ts'

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export interface Request {
  readonly method: string
  /** Without `/api/v10` and the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  /** What came beside the body. */
  readonly files: readonly SentFile[]
}

/** An error as Discord tells it (topics/opcodes-and-status-codes#json). */
export function failure(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } }
}

const unknownChannel = failure(404, 10003, 'Unknown Channel')
const unknownMessage = failure(404, 10008, 'Unknown Message')
const unknownInteraction = failure(404, 10062, 'Unknown interaction')
const unknownWebhook = failure(404, 10015, 'Unknown Webhook')
const acknowledged = failure(400, 40060, 'Interaction has already been acknowledged.')
const missingPermissions = failure(403, 50013, 'Missing Permissions')

const invalid = ({ path, message }: Refusal): Answer => ({
  status: 400,
  body:
    message === 'Cannot send an empty message'
      ? { code: 50006, message }
      : {
          code: 50035,
          message: 'Invalid Form Body',
          errors: { [path]: { _errors: [{ code: 'INVALID', message }] } },
        },
})

/** Scheduled or under way. */
const isToCome = ({ status }: Json) => status === 1 || status === 2

const ok = (body: unknown, status = 200): Answer => ({ status, body })
const done: Answer = { status: 204 }

type Handler = (request: Request, ...parts: string[]) => Answer

export interface RestOptions {
  readonly world: World
  readonly gatewayUrl: () => string
  readonly grantsContent: boolean
  /** Tells the gateway's sessions of what happened. */
  readonly tell: (t: string, d: Json) => void
}

/** Discord's REST API, as far as a bot of ours uses it; it refuses what Discord refuses. */
export function makeRest({
  world,
  gatewayUrl,
  grantsContent,
  tell,
}: RestOptions): (request: Request) => Answer {
  const routes: readonly [string, RegExp, Handler][] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      () =>
        ok({
          url: gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        }),
    ],
    ['GET', /^\/users\/@me$/, () => ok(userOf(ids.bot))],
    [
      'GET',
      /^\/applications\/@me$/,
      () => ok({ id: ids.application, name: '联盟助手', flags: grantsContent ? 1 << 19 : 0 }),
    ],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => ok(world.commands)],
    ['PUT', /^\/applications\/(\d+)\/commands$/, register],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      (_request, id) => (world.channels.has(id) ? ok(world.channels.get(id)) : unknownChannel),
    ],
    ['GET', /^\/guilds\/(\d+)\/scheduled-events$/, () => ok([...world.events.values()].filter(isToCome))],
    ['POST', /^\/guilds\/(\d+)\/scheduled-events$/, makeEvent],
    ['PATCH', /^\/guilds\/(\d+)\/scheduled-events\/(\d+)$/, changeEvent],
    ['POST', /^\/channels\/(\d+)\/typing$/, typing],
    ['GET', /^\/channels\/(\d+)\/messages$/, history],
    ['POST', /^\/channels\/(\d+)\/messages$/, post],
    ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, edit],
    [
      'DELETE',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (_request, _channel, id) => (world.messages.delete(id) ? done : unknownMessage),
    ],
    ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, startThread],
    ['POST', /^\/channels\/(\d+)\/threads$/, startPrivateThread],
    [
      'GET',
      /^\/guilds\/(\d+)\/threads\/active$/,
      () => ok({ threads: [...world.channels.values()].filter((it) => it.type === 12), members: [] }),
    ],
    ['PUT', /^\/channels\/(\d+)\/thread-members\/(\d+)$/, addToThread],
    ['POST', /^\/users\/@me\/channels$/, openDirect],
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback],
    ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, followUp],
    ['PATCH', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/, editAnswer],
    ['DELETE', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/, removeAnswer],
  ]

  function register({ body }: Request): Answer {
    const refusal = refusalOfCommands(body)
    if (refusal) return invalid(refusal)
    // As Discord gives them back: with ids and defaults.
    world.commands = listOf(body).map((it) => ({
      id: world.snowflake(),
      application_id: ids.application,
      version: '1',
      nsfw: false,
      ...objectOf(it),
    }))
    return ok(world.commands)
  }

  function makeEvent({ body }: Request, guild: string): Answer {
    const event = objectOf(body)
    const refusal = refusalOfEvent(event, world.now())
    if (refusal) return invalid(refusal)
    const id = world.snowflake()
    const made = { id, guild_id: guild, creator_id: ids.bot, status: 1, ...event }
    world.events.set(id, made)
    return ok(made)
  }

  function changeEvent({ body }: Request, _guild: string, id: string): Answer {
    const event = world.events.get(id)
    if (!event) return failure(404, 10070, 'Unknown Guild Scheduled Event')
    if (!isToCome(event)) return failure(400, 180000, 'Cannot update a finished event')
    const changes = objectOf(body)
    const refusal = refusalOfEvent({ ...event, ...changes }, changes.scheduled_start_time ? world.now() : 0)
    if (refusal) return invalid(refusal)
    const changed = { ...event, ...changes }
    world.events.set(id, changed)
    return ok(changed)
  }

  function typing(_request: Request, channel: string): Answer {
    world.typing.push(channel)
    return done
  }

  function history({ query }: Request, channel: string): Answer {
    if (!world.channels.has(channel)) return unknownChannel
    const after = query.get('after')
    const limit = Number(query.get('limit') ?? 50)
    if (limit < 1 || limit > 100) return invalid({ path: 'limit', message: 'must be between 1 and 100' })
    const there = [...starterOf(channel), ...world.inChannel(channel)]
      .filter((it) => BigInt(it.id) > BigInt(after ?? '0') && (Number(it.flags) & 64) === 0)
      .map(readByBot)
    return ok((after === null ? there.slice(-limit) : there.slice(0, limit)).reverse())
  }

  /** The message from which a thread was started stands in its channel; the thread points to it (resources/message#message-types, 21). */
  function starterOf(thread: string): readonly StoredMessage[] {
    const start = world.messages.get(thread)
    if (!start || world.channels.get(thread)?.type !== 11) return []
    return [{ ...start, channel_id: thread, type: 21, content: '', referenced_message: readByBot(start) }]
  }

  /** Without the intent, the words of others are withheld here, too, where the bot is not mentioned in them. */
  function readByBot(message: StoredMessage): StoredMessage {
    const open =
      grantsContent ||
      objectOf(message.author).id === ids.bot ||
      String(message.content).includes(`<@${ids.bot}>`)
    return open ? message : { ...message, content: '', embeds: [], components: [] }
  }

  function post({ body }: Request, channel: string): Answer {
    const room = world.channels.get(channel)
    if (!room) return unknownChannel
    const refusal = refusalOfMessage(body)
    if (refusal) return invalid(refusal)
    const [person] = listOf(room.recipients)
    if (person && world.closed.has(String(objectOf(person).id)))
      return failure(403, 50007, 'Cannot send messages to this user')
    const given = objectOf(body)
    const before = world.repeated(given)
    if (before) return ok(before)
    const message = world.post(channel, given, ids.bot)
    world.keepNonce(given, message.id)
    tell('MESSAGE_CREATE', {
      ...message,
      ...(room.guild_id === undefined ? {} : { guild_id: room.guild_id }),
    })
    return ok({ ...message, nonce: given.nonce })
  }

  function edit({ body }: Request, _channel: string, id: string): Answer {
    const refusal = refusalOfMessage(body, true)
    if (refusal) return invalid(refusal)
    const message = world.messages.get(id)
    if (!message) return unknownMessage
    return objectOf(message.author).id === ids.bot
      ? ok(world.edit(id, objectOf(body)))
      : failure(403, 50005, 'Cannot edit a message authored by another user')
  }

  function startThread({ body }: Request, channel: string, message: string): Answer {
    const { name } = objectOf(body)
    if (!world.channels.has(channel)) return unknownChannel
    if (!world.mayStartThreads(channel)) return missingPermissions
    if (world.channels.has(message))
      return failure(400, 160004, 'A thread has already been created for this message')
    if (world.messages.get(message)?.channel_id !== channel) return unknownMessage
    if (typeof name !== 'string' || name.length < 1 || name.length > 100)
      return invalid({ path: 'name', message: 'Must be between 1 and 100 in length.' })
    const thread = world.startThread(channel, message, name)
    tell('THREAD_CREATE', { ...thread, newly_created: true })
    return ok(thread, 201)
  }

  function startPrivateThread({ body }: Request, channel: string): Answer {
    const { name, type } = objectOf(body)
    if (!world.channels.has(channel)) return unknownChannel
    if (type !== 12) return invalid({ path: 'type', message: 'this counterpart knows private threads only' })
    if (typeof name !== 'string' || name.length < 1 || name.length > 100)
      return invalid({ path: 'name', message: 'Must be between 1 and 100 in length.' })
    const id = world.snowflake()
    const thread = { id, type, name, guild_id: ids.guild, parent_id: channel, owner_id: ids.bot, members: [] }
    world.channels.set(id, thread)
    return ok(thread, 201)
  }

  function addToThread(_request: Request, thread: string, user: string): Answer {
    const room = world.channels.get(thread)
    if (!room) return unknownChannel
    if (!world.people.has(user)) return failure(403, 50001, 'Missing Access')
    const members = listOf(room.members)
    if (!members.includes(user)) world.channels.set(thread, { ...room, members: [...members, user] })
    return done
  }

  function openDirect({ body }: Request): Answer {
    const person = String(objectOf(body).recipient_id)
    const there = [...world.channels.values()].find((it) =>
      listOf(it.recipients).some((who) => objectOf(who).id === person),
    )
    if (there) return ok(there)
    const channel = { id: world.snowflake(), type: 1, recipients: [userOf(person)] }
    world.channels.set(channel.id, channel)
    return ok(channel)
  }

  function callback({ body }: Request, id: string, token: string): Answer {
    const open = world.interactions.get(token)
    if (open?.id !== id) return unknownInteraction
    if (open.callbacks.length > 0) return acknowledged
    const { type, data } = objectOf(body)
    const given = objectOf(data)
    const refusal = refusalOfCallback(Number(type), given, open)
    if (refusal) return invalid(refusal)
    open.callbacks.push({ type, data: given })
    if (type === 4) open.original = world.post(open.channel, given, ids.bot, Number(given.flags ?? 0)).id
    if (type === 5) open.thinking = { flags: Number(given.flags ?? 0) }
    if (type === 7 && open.message) world.edit(open.message, given)
    if ((type === 6 || type === 7) && open.message) open.original = open.message
    return done
  }

  function followUp({ body }: Request, _application: string, token: string): Answer {
    const open = world.interactions.get(token)
    if (!open || open.callbacks.length === 0) return unknownWebhook
    const refusal = refusalOfMessage(body)
    if (refusal) return invalid(refusal)
    // The first word after a deferral takes its place, with the visibility that the deferral said.
    if (open.thinking) return answerThinking(open, objectOf(body))
    const message = world.post(open.channel, objectOf(body), ids.bot, Number(objectOf(body).flags ?? 0))
    return ok(message)
  }

  function editAnswer({ body }: Request, _application: string, token: string, id: string): Answer {
    const open = world.interactions.get(token)
    if (!open || open.callbacks.length === 0) return unknownWebhook
    const refusal = refusalOfMessage(body, true)
    if (refusal) return invalid(refusal)
    if (id === '@original' && open.thinking) return answerThinking(open, objectOf(body))
    const message = world.edit(id === '@original' ? (open.original ?? '') : id, objectOf(body))
    return message ? ok(message) : unknownMessage
  }

  function answerThinking(open: OpenInteraction, body: Json): Answer {
    const message = world.post(open.channel, body, ids.bot, open.thinking?.flags)
    open.original = message.id
    delete open.thinking
    return ok(message)
  }

  function removeAnswer(_request: Request, _application: string, token: string, id: string): Answer {
    const open = world.interactions.get(token)
    if (!open || open.callbacks.length === 0) return unknownWebhook
    if (id === '@original' && open.thinking) {
      delete open.thinking
      return done
    }
    return world.messages.delete(id === '@original' ? (open.original ?? '') : id) ? done : unknownMessage
  }

  return (request) => {
    for (const [method, pattern, handle] of routes) {
      const found = request.method === method ? pattern.exec(request.path) : null
      if (!found) continue
      const before = world.posted.length
      const answer = handle(request, ...found.slice(1))
      if (world.posted.length > before) world.files.push(...request.files)
      return answer
    }
    return failure(404, 0, '404: Not Found')
  }
}

function refusalOfCallback(type: number, data: Json, open: OpenInteraction): Refusal | undefined {
  if (type === 4) return refusalOfMessage(data)
  if (type === 5)
    return Object.keys(data).some((it) => it !== 'flags')
      ? { path: 'data', message: 'Only flags may be set' }
      : undefined
  if (type === 6 || type === 7) {
    if (open.message === undefined)
      return { path: 'type', message: 'This interaction has no message to update' }
    return type === 7 ? refusalOfMessage(data, true) : undefined
  }
  if (type === 8) return refusalOfChoices(listOf(data.choices))
  return type === 9 ? refusalOfModal(data) : { path: 'type', message: 'Invalid type' }
}
