import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeGateway } from './gateway.ts'
import { type Answer, failure, makeRest, type Request } from './rest.ts'
import { makeWorld, type SentFile } from './world.ts'

/** What goes wrong with a request. `after`: Discord did what was asked before it went wrong. */
export type Fault =
  | { readonly kind: 'error'; readonly status: number; readonly after?: boolean }
  | { readonly kind: 'hang-up'; readonly after?: boolean }
  /** Never an answer. */
  | { readonly kind: 'silence'; readonly after?: boolean }
  | { readonly kind: 'limit'; readonly seconds: number; readonly scope?: 'user' | 'shared' | 'global' }
  | { readonly kind: 'refuse'; readonly status: number; readonly code: number }

export interface CounterpartOptions {
  readonly token?: string
  readonly grantsContent?: boolean
  readonly epoch?: number
  /** What goes wrong with a request for which no test planned anything. */
  readonly weather?: (method: string, path: string) => Fault | undefined
}

export type Counterpart = Awaited<ReturnType<typeof openCounterpart>>

/** Discord on this machine: gateway and REST over real sockets, with a world behind them that tests can look into. */
export async function openCounterpart(options: CounterpartOptions = {}) {
  const grantsContent = options.grantsContent ?? true
  let token = options.token ?? 'local.discord.token'
  const world = makeWorld(options.epoch)
  const requests: Request[] = []
  const kept = new Map<string, Uint8Array>()
  const planned: { method: string; path: RegExp; fault: Fault }[] = []
  const inFlight = new Set<ServerResponse>()
  let port = 0

  const base = () => `127.0.0.1:${port}`
  const gateway = makeGateway({
    world,
    token: () => token,
    url: () => `ws://${base()}/gateway`,
    grantsContent,
  })
  const rest = makeRest({
    world,
    gatewayUrl: () => `ws://${base()}/gateway`,
    grantsContent,
    tell: gateway.dispatch,
  })

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = kept.get(incoming.url ?? '')
    if (file) return void response.end(file)
    const request = await read(incoming)
    requests.push(request)
    const at = planned.findIndex((it) => it.method === request.method && it.path.test(request.path))
    const [plan] = at < 0 ? [] : planned.splice(at, 1)
    const fault = plan?.fault ?? options.weather?.(request.method, request.path)
    if (fault?.kind === 'limit') return limited(response, fault)
    if (fault?.kind === 'refuse')
      return reply(response, failure(fault.status, fault.code, 'refused by the test'))
    const may = authorized(incoming, request)
    const answer =
      fault && !fault.after ? undefined : may ? rest(request) : failure(401, 0, '401: Unauthorized')
    if (fault?.kind === 'hang-up') return void incoming.socket.destroy()
    if (fault?.kind === 'silence') return forget(response)
    if (fault?.kind === 'error') return reply(response, { status: fault.status, body: {} })
    if (answer) reply(response, answer)
  }

  /** Nobody waits for what will never be answered. */
  function forget(response: ServerResponse): void {
    inFlight.delete(response)
    world.changed()
  }

  /** Interactions carry their own token in the route. */
  function authorized(incoming: IncomingMessage, { path }: Request): boolean {
    return /^\/(interactions|webhooks)\//.test(path) || incoming.headers.authorization === `Bot ${token}`
  }

  const handle = (incoming: IncomingMessage, response: ServerResponse) => {
    inFlight.add(response)
    response.on('close', () => {
      inFlight.delete(response)
      world.changed()
    })
    void serve(incoming, response)
  }

  let server = createServer(handle)
  server.on('upgrade', gateway.upgrade)
  port = await listen(server, 0)

  return {
    world,
    gateway,
    requests,
    get token() {
      return token
    },
    get apiUrl() {
      return `http://${base()}/api`
    },
    idle: () => inFlight.size === 0,

    /** A file that somebody attached, as Discord tells of it. */
    keep({ name, bytes }: SentFile) {
      const id = world.snowflake()
      kept.set(`/attachments/${id}`, bytes)
      return { id, filename: name, size: bytes.byteLength, url: `http://${base()}/attachments/${id}` }
    },

    /** Goes wrong once, with the next request that fits. */
    plan(method: string, path: RegExp, fault: Fault): void {
      planned.push({ method, path, fault })
    },

    /** The token is worth nothing from now on. */
    revoke(): void {
      token = 'another.token'
    },

    /** The network is away. */
    async goAway(): Promise<void> {
      gateway.drop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },

    async comeBack(): Promise<void> {
      server = createServer(handle)
      server.on('upgrade', gateway.upgrade)
      await listen(server, port)
    },

    async close(): Promise<void> {
      gateway.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = incoming.headers['content-type'] ?? ''
  const form = type.startsWith('multipart/form-data')
    ? await new Response(bytes, { headers: { 'content-type': type } }).formData()
    : undefined
  const text = form ? String(form.get('payload_json')) : bytes.toString('utf8')
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/v10/, '').replaceAll('%40', '@'),
    query: url.searchParams,
    body: text === '' ? undefined : JSON.parse(text),
    files: await Promise.all(
      [...(form?.values() ?? [])]
        .filter((it) => it instanceof File)
        .map(async (it) => ({ name: it.name, bytes: new Uint8Array(await it.arrayBuffer()) })),
    ),
  }
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset-after': '1',
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

function limited(
  response: ServerResponse,
  { seconds, scope = 'user' }: Extract<Fault, { kind: 'limit' }>,
): void {
  const bucket = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(seconds),
  }
  response.writeHead(429, {
    'content-type': 'application/json',
    'retry-after': String(seconds),
    'x-ratelimit-scope': scope,
    // Of a limit that is shared with others, Discord tells no bucket.
    ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : scope === 'user' ? bucket : {}),
  })
  response.end(
    JSON.stringify({
      message: 'You are being rate limited.',
      retry_after: seconds,
      global: scope === 'global',
    }),
  )
}
