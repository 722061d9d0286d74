import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { refusalOf } from './blocks.ts'
import { makePeople } from './people.ts'
import {
  httpTransport,
  type Outgoing,
  type SocketTransport,
  socketTransport,
  type Taken,
  type Transport,
} from './transport.ts'
import { type Answer, type Arguments, makeWebApi, Refused, type WebApiState } from './web-api.ts'
import { BOT_USER, type Message, makeWorkspace, TEAM } from './workspace.ts'

export const BOT_TOKEN = 'xoxb-counterpart'
export const APP_TOKEN = 'xapp-counterpart'
export const SIGNING_SECRET = 'counterpart-signing-secret'

/** What goes wrong with the next call of a method, after it was done (`after`) or instead of it. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly after: boolean }
  | { readonly kind: 'hang-up'; readonly after: boolean }
  | { readonly kind: 'silence'; readonly after: boolean }
  | { readonly kind: 'rate-limit'; readonly retryAfter: number }
  | { readonly kind: 'error'; readonly error: string }

export interface Call {
  readonly method: string
  readonly args: Arguments
  readonly at: number
  readonly answer: Answer | Fault
}

/**
 * A Slack of our own over real sockets: Web API, Events API, interactivity, slash commands, Socket Mode and response
 * URLs. It refuses what Slack refuses and can be told to fail as Slack and networks fail.
 * @param appUrl where the app listens, for the Events API over HTTP; Socket Mode where left out
 * @param weather what goes wrong with a call for which no test planned anything
 */
export async function startSlack(appUrl?: () => string, weather?: (method: string) => Fault | undefined) {
  const workspace = makeWorkspace()
  const calls: Call[] = []
  const faults = new Map<string, Fault[]>()
  const deliveries: { readonly outgoing: Outgoing; readonly taken: Promise<Taken> }[] = []
  const watchers = new Set<() => void>()
  const responses = new Map<
    string,
    { readonly channel: string; readonly user: string; left: number; readonly on?: Message }
  >()
  let revoked: string | undefined
  let eventCount = 0
  const kept = new Map<string, Uint8Array>()
  let base = ''

  const changed = () => {
    for (const watcher of watchers) watcher()
  }
  const socket: SocketTransport | undefined = appUrl ? undefined : await socketTransport(changed)
  const transport: Transport = socket ?? httpTransport(appUrl ?? (() => ''), SIGNING_SECRET)
  const state: WebApiState = {
    workspace,
    modals: [],
    homes: new Map(),
    statuses: [],
    triggers: new Map(),
    missingScopes: new Set(),
    socketUrl: () => socket?.url() ?? '',
    uploads: new Map(),
    uploadUrl: (id) => `${base}/upload/${id}`,
  }
  const methods = makeWebApi(state)

  const server = createServer((request, response) => {
    void serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    const body = bytes.toString()
    const path = request.url ?? ''
    const file = kept.get(path)
    if (file) return serveFile(response, file, request.headers.authorization)
    const upload = state.uploads.get(path.replace('/upload/', ''))
    if (upload) {
      upload.bytes = new Uint8Array(bytes)
      return finish(response, 200, {})
    }
    if (path.startsWith('/respond/')) return finish(response, 200, answerResponse(path.slice(9), body))
    const method = path.replace('/api/', '')
    const args = Object.fromEntries(new URLSearchParams(body))
    const fault = faults.get(method)?.shift() ?? weather?.(method)
    const answer = fault && !('after' in fault && fault.after) ? undefined : answerCall(method, args, request)
    calls.push({ method, args, at: performance.now(), answer: fault ?? answer ?? {} })
    changed()
    if (!fault) return finish(response, 200, answer ?? {})
    if (fault.kind === 'status') return finish(response, fault.status, 'upstream trouble')
    if (fault.kind === 'error') return finish(response, 200, { ok: false, error: fault.error })
    if (fault.kind === 'hang-up') return void request.socket.destroy()
    if (fault.kind === 'rate-limit') {
      response.setHeader('retry-after', String(fault.retryAfter))
      return finish(response, 429, { ok: false, error: 'ratelimited' })
    }
  }

  function answerCall(method: string, args: Arguments, request: IncomingMessage): Answer {
    if (revoked !== undefined) return { ok: false, error: revoked }
    const token = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN
    if (request.headers.authorization !== `Bearer ${token}`) return { ok: false, error: 'invalid_auth' }
    try {
      return methods[method]?.(args) ?? { ok: false, error: 'unknown_method' }
    } catch (thrown) {
      if (thrown instanceof Refused) return thrown.answer
      throw thrown
    }
  }

  /** What is posted to a response URL: five times, within the rules of its `response_type`. */
  function answerResponse(id: string, body: string): Answer {
    const way = responses.get(id)
    const channel = way && workspace.channels.get(way.channel)
    if (!way || !channel || way.left === 0) return { ok: false, error: 'used_url' }
    way.left -= 1
    const it = JSON.parse(body) as Arguments
    const original =
      way.on ?? channel.messages.findLast((message) => message.metadata === id && !message.gone)
    if (it.delete_original === true) {
      if (original) original.gone = true
      changed()
      return { ok: true }
    }
    const why = it.blocks === undefined ? undefined : refusalOf(it.blocks, 'message')
    if (why !== undefined) return { ok: false, error: why }
    const content = { text: String(it.text ?? ''), ...(it.blocks === undefined ? {} : { blocks: it.blocks }) }
    if (it.replace_original === true && original)
      Object.assign(original, content, { edits: original.edits + 1 })
    else
      workspace.add(channel, {
        user: BOT_USER,
        ...content,
        metadata: id,
        ...(it.response_type === 'in_channel' ? {} : { to: way.user }),
      })
    changed()
    return { ok: true }
  }

  /** Hands something to the app, and resolves when it has acknowledged it (or not). */
  function deliver(outgoing: Outgoing): Promise<Taken> {
    const taken = transport.send(outgoing)
    deliveries.push({ outgoing, taken })
    return taken
  }

  function event(it: Readonly<Record<string, unknown>>): Promise<Taken> {
    eventCount += 1
    const payload = {
      type: 'event_callback',
      token: 'unused',
      team_id: TEAM,
      api_app_id: 'A0ALLIANCE',
      event_id: `Ev${eventCount}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ team_id: TEAM, user_id: BOT_USER, is_bot: true }],
      event: it,
    }
    return deliver({ kind: 'events_api', payload, attempt: 0 })
  }

  function interaction(user: string, channel: string, on?: Message) {
    const id = `${responses.size + 1}`
    responses.set(id, { channel, user, left: 5, ...(on === undefined ? {} : { on }) })
    const trigger_id = `${Date.now()}.${state.triggers.size}.${id}`
    state.triggers.set(trigger_id, { user, at: Date.now() })
    return { trigger_id, response_url: `${base}/respond/${id}` }
  }

  const lastEvent = () => deliveries.findLast((it) => it.outgoing.kind === 'events_api')?.outgoing

  return {
    workspace,
    calls,
    deliveries,
    state,
    socket,
    apiUrl: `${base}/api/`,

    ...makePeople({ workspace, state, event, deliver, lastEvent, interaction }),
    event,

    /** A file that somebody shared, as Slack tells of it. */
    keep(name: string, bytes: Uint8Array) {
      const id = `F0${kept.size + 1}`
      kept.set(`/files/${id}`, bytes)
      return { id, name, size: bytes.byteLength, url_private_download: `${base}/files/${id}` }
    },

    /** The next call of the method fails so; several are used up one after the other. */
    fails(method: string, ...how: readonly Fault[]): void {
      faults.set(method, [...(faults.get(method) ?? []), ...how])
    },

    revoke(code = 'token_revoked'): void {
      revoked = code
    },

    callsOf: (method: string) => calls.filter((it) => it.method === method),

    /** What the bot has said in a channel and is still there, in its order. */
    said: (channel: string) =>
      (workspace.channels.get(channel)?.messages ?? []).filter((it) => it.bot && !it.gone),

    /** Resolves as soon as it holds; looked at after everything that happens. */
    until(holds: () => boolean, what = 'what was waited for'): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look)
          reject(new Error(`${what} did not happen; calls: ${calls.map((it) => it.method).join(', ')}`))
        }, 8_000)
        function look() {
          if (!holds()) return
          clearTimeout(timer)
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      })
    },

    async close() {
      await transport.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type SlackCounterpart = Awaited<ReturnType<typeof startSlack>>

/** A private file: whoever shows no token gets the login page. */
function serveFile(response: ServerResponse, bytes: Uint8Array, token: string | undefined): void {
  if (token === `Bearer ${BOT_TOKEN}`) response.end(bytes)
  else finish(response, 200, '<html>')
}

function finish(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('content-type', typeof body === 'string' ? 'text/plain' : 'application/json')
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
