import { setTimeout as sleep } from 'node:timers/promises'
import { type App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import { backOff } from '../../core/back-off.ts'
import { messageOf, Problem } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { clientOptions, quietLogger } from './client.ts'
import { revocationIn } from './failure.ts'

/** How events arrive: over a WebSocket that we open (no public address needed), or as HTTP requests to our port. */
export type Mode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number }

/** The path of all requests from Slack. */
export const EVENTS_PATH = '/slack/events'

export interface Connection {
  readonly receiver: Receiver
  /** Starts receiving. A broken socket reconnects with back-off until `close`. */
  open(): Promise<void>
  close(): Promise<void>
}

export interface ConnectionParts {
  readonly mode: Mode
  readonly apiUrl: string | undefined
  readonly log: Log
  /** Milliseconds before the first retry of a connection. */
  readonly backOffMs: number
  /** In [0, 1). */
  readonly random: () => number
  /** Called when Slack has revoked the token; no further attempts are made. */
  readonly revoked: (code: string) => void
  readonly reconnected: () => void
}

export function makeConnection(parts: ConnectionParts): Connection {
  return parts.mode.kind === 'socket'
    ? socketConnection(parts.mode, parts)
    : httpConnection(parts.mode, parts)
}

/** The longest wait between two attempts to connect, milliseconds. */
export const LONGEST_BACK_OFF = 60_000
/** Milliseconds until an attempt without Slack's hello is given up. */
const HELLO_TIMEOUT = 15_000
/** A connection that lasted this long does not count as a failure when it closes, milliseconds. */
const STABLE = 10_000

interface Session {
  readonly since: number
  /** Resolves when the socket is closed, by either side. */
  readonly gone: Promise<void>
}

/**
 * Socket Mode. The SDK's auto-reconnect is off: with its retries off as well, one failed attempt would be an unhandled
 * rejection and end the process (@slack/socket-mode 3.1, `delayReconnectAttempt`).
 */
function socketConnection(mode: Extract<Mode, { kind: 'socket' }>, parts: ConnectionParts): Connection {
  const { log } = parts
  const { logger, ...options } = clientOptions(parts.apiUrl, log)
  const receiver = new SocketModeReceiver({
    appToken: mode.appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options },
  })
  const closing = new AbortController()
  let ended: Promise<void> = Promise.resolve()

  /** Opens the socket; resolves at Slack's hello. */
  async function connect(): Promise<Session> {
    const gone = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()))
    const timer = setTimeout(() => void hangUp(), HELLO_TIMEOUT)
    try {
      await receiver.start()
      return { gone, since: performance.now() }
    } finally {
      clearTimeout(timer)
    }
  }

  async function hangUp(): Promise<void> {
    const done = receiver.client.disconnect()
    // A second disconnect keeps the SDK from waiting half a minute for the other side to close.
    receiver.client.websocket?.disconnect()
    await done
  }

  /** Reconnects until `close` or until the token is revoked. */
  async function keep(first: Session | undefined): Promise<void> {
    let session = first
    let failures = 0
    while (!closing.signal.aborted) {
      await session?.gone
      // Slack renews sockets every few hours, which is no failure; a socket that closes at once is one.
      const lasted = session === undefined ? 0 : performance.now() - session.since
      failures = lasted > STABLE ? 0 : failures + 1
      session = await reconnect(failures)
      if (!session) return
    }
  }

  async function reconnect(failuresBefore: number): Promise<Session | undefined> {
    let told = false
    for (let failures = failuresBefore; ; failures += 1) {
      if (failures > 0) {
        const wait = backOff(failures, { first: parts.backOffMs, longest: LONGEST_BACK_OFF }, parts.random())
        await sleep(wait, undefined, { signal: closing.signal }).catch(() => {})
      }
      if (closing.signal.aborted) return undefined
      try {
        const session = await connect()
        if (told) log.warn({ failures }, 'connected to Slack again')
        parts.reconnected()
        return session
      } catch (thrown) {
        const code = revocationIn(thrown)
        if (code !== undefined) {
          parts.revoked(code)
          return undefined
        }
        // Logged once when the outage begins and once when it ends.
        log[told ? 'debug' : 'warn']({ err: thrown }, 'Slack is out of reach; trying again')
        told = true
      }
    }
  }

  return {
    receiver,
    async open() {
      let session: Session | undefined
      try {
        session = await connect()
      } catch (thrown) {
        const code = revocationIn(thrown)
        if (code !== undefined) throw thrown
        log.warn({ err: thrown }, 'Slack is out of reach; trying again')
      }
      ended = keep(session)
    },
    async close() {
      closing.abort()
      await hangUp()
      await ended
    },
  }
}

/** The Events API over HTTP. Bolt rejects signatures that are forged or older than five minutes. */
function httpConnection(mode: Extract<Mode, { kind: 'http' }>, { log }: ConnectionParts): Connection {
  const receiver = new HTTPReceiver({
    signingSecret: mode.signingSecret,
    port: mode.port,
    endpoints: [EVENTS_PATH],
    logger: quietLogger(log),
  })
  let listening = false
  return {
    receiver,
    async open() {
      try {
        await receiver.start(mode.port)
        listening = true
      } catch (thrown) {
        throw new Problem(
          `打不开端口 ${mode.port}（SLACK_PORT）：${messageOf(thrown)}。`,
          '请换一个空闲的端口，或停掉占用它的程序。',
          { cause: thrown },
        )
      }
    },
    async close() {
      if (listening) await receiver.stop()
      listening = false
    },
  }
}

/**
 * Bolt acknowledges an event before any listener runs. This receiver passes the acknowledgement on as
 * `context.acknowledge` instead, so that it can wait until the message is stored.
 */
export function holdingAcknowledgements(inner: Receiver): Receiver {
  return {
    init(app) {
      const holding: App = Object.create(app)
      holding.processEvent = (event) => app.processEvent(held(event))
      inner.init(holding)
    },
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  }
}

function held(event: ReceiverEvent): ReceiverEvent {
  if (event.body.event === undefined) return event
  let given = false
  const acknowledge = async () => {
    if (given) return
    given = true
    await event.ack()
  }
  return {
    ...event,
    ack: async () => {},
    customProperties: { ...event.customProperties, acknowledge },
  }
}
