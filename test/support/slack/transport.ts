import { createHmac, randomUUID } from 'node:crypto'
import { type WebSocket, WebSocketServer } from 'ws'

/** What Slack sends to an app, by the kinds of Socket Mode envelopes. */
export interface Outgoing {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive'
  readonly payload: Readonly<Record<string, unknown>>
  /** Above zero: Slack doubts that it arrived, and sends it again. */
  readonly attempt: number
}

/** How the app took it. */
export interface Taken {
  readonly acknowledged: boolean
  /** Milliseconds until the acknowledgement. */
  readonly ms: number
  readonly status?: number
  readonly payload?: unknown
}

export interface Transport {
  /** Resolves at the acknowledgement, or after Slack's three seconds without one. */
  send(outgoing: Outgoing): Promise<Taken>
  close(): Promise<void>
}

const PATIENCE = 3_000

/** Requests to the app's port, signed as Slack signs them. */
export function httpTransport(url: () => string, signingSecret: string): Transport {
  return {
    async send(outgoing) {
      const begun = performance.now()
      const { body, type } = encode(outgoing)
      try {
        const answer = await fetch(url(), {
          method: 'POST',
          body,
          headers: {
            'content-type': type,
            ...signed(body, signingSecret),
            ...(outgoing.attempt === 0
              ? {}
              : { 'x-slack-retry-num': String(outgoing.attempt), 'x-slack-retry-reason': 'http_timeout' }),
          },
          signal: AbortSignal.timeout(PATIENCE),
        })
        const payload = await answer.text()
        return {
          acknowledged: answer.status === 200,
          ms: performance.now() - begun,
          status: answer.status,
          payload,
        }
      } catch {
        return { acknowledged: false, ms: performance.now() - begun }
      }
    },
    async close() {},
  }
}

/** The headers that prove that a request comes from Slack. @param at seconds since 1970 */
export function signed(
  body: string,
  secret: string,
  at = Math.floor(Date.now() / 1000),
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` }
}

function encode({ kind, payload }: Outgoing): { readonly body: string; readonly type: string } {
  const form = 'application/x-www-form-urlencoded'
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' }
  if (kind === 'interactive')
    return { body: `payload=${encodeURIComponent(JSON.stringify(payload))}`, type: form }
  return {
    body: new URLSearchParams(
      Object.entries(payload).map(([key, it]): [string, string] => [key, String(it)]),
    ).toString(),
    type: form,
  }
}

export interface SocketTransport extends Transport {
  readonly url: () => string
  /** Sockets that said hello since the beginning. */
  readonly connections: () => number
  readonly open: () => number
  /** Slack renews its sockets now and then: it says so and expects the app to come again. */
  renew(): void
  /** The network breaks: no close frame, no good-bye. */
  cut(): void
  /** Refuses new connections, until told otherwise. */
  refuse(refusing: boolean): void
}

/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export async function socketTransport(changed: () => void): Promise<SocketTransport> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const sockets = new Set<WebSocket>()
  const waiting = new Map<string, (payload: unknown) => void>()
  let connections = 0
  let refusing = false

  server.on('connection', (socket) => {
    if (refusing) return socket.terminate()
    connections += 1
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      changed()
    })
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown }
      waiting.get(envelope_id)?.(payload)
      waiting.delete(envelope_id)
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } }))
    changed()
  })

  return {
    url: () => `ws://127.0.0.1:${port}/link`,
    connections: () => connections,
    open: () => sockets.size,
    async send({ kind, payload, attempt }) {
      const begun = performance.now()
      const envelope_id = randomUUID()
      const acknowledged = new Promise<Taken>((resolve) => {
        const timer = setTimeout(() => resolve({ acknowledged: false, ms: PATIENCE }), PATIENCE)
        waiting.set(envelope_id, (answer) => {
          clearTimeout(timer)
          resolve({ acknowledged: true, ms: performance.now() - begun, payload: answer })
        })
      })
      const [socket] = sockets
      socket?.send(
        JSON.stringify({
          envelope_id,
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api'
            ? { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' }
            : {}),
        }),
      )
      return acknowledged
    },
    renew() {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    cut() {
      for (const socket of sockets) socket.terminate()
    },
    refuse(it) {
      refusing = it
    },
    async close() {
      for (const socket of sockets) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
