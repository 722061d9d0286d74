import type { InternalRequest, RawFile, REST, RequestMethod, RouteLike } from 'discord.js'
import { DeliveryError } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import { deliveryError, faultOf } from './faults.ts'

/** Waits that long, in milliseconds; rejects when the adapter stops. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

export interface CallerParts {
  readonly rest: Pick<REST, 'request'>
  readonly clock: Clock
  readonly pause: Pause
  /** In [0, 1). */
  readonly random: () => number
  readonly signal: AbortSignal
  /** Called when Discord says that the token is none. */
  readonly onRevoked: () => void
}

export interface Call {
  readonly method: `${RequestMethod}`
  readonly route: RouteLike
  readonly body?: unknown
  /** Sent beside the body. */
  readonly files?: RawFile[]
  readonly query?: URLSearchParams
  /** False where the route itself carries a token (an interaction's). */
  readonly auth?: boolean
  /** Doing it twice is like doing it once, so it may be tried again when nobody knows whether it was done. */
  readonly repeatable: boolean
  /** Longest wait for a rate limit, milliseconds; a longer one is thrown. */
  readonly patience?: number
  /** Errors that a further try meets because an earlier one was done after all. */
  readonly doneAlready?: readonly number[]
}

/** Makes one request, again where that helps. @throws DeliveryError */
export type Caller = <T = unknown>(call: Call) => Promise<T>

const tries = 5
const firstWait = 400
const longestWait = 8_000
const conversationPatience = 60_000

/**
 * Our own retries over discord.js' requests, whose are off: exponential with jitter. A rate limit stops its own route -
 * one channel - and is waited for once by all who want it, so that no request is wasted on a closed door.
 */
export function makeCaller({ rest, clock, pause, random, signal, onRevoked }: CallerParts): Caller {
  const closed = new Map<string, { readonly until: number; readonly opened: Promise<void> }>()

  function close(lane: string, ms: number): void {
    const opened = pause(ms, signal).finally(() => closed.delete(lane))
    // Whoever waits hears of the end; where nobody does, it is no unhandled rejection.
    opened.catch(() => {})
    closed.set(lane, { until: clock.now() + ms, opened })
  }

  async function open(lane: string, patience: number): Promise<void> {
    for (;;) {
      const gate = closed.get('') ?? closed.get(lane)
      if (!gate) return
      const left = Math.max(0, gate.until - clock.now())
      if (left > patience) throw new DeliveryError('Discord: too fast for this channel', { retryAfter: left })
      await gate.opened
    }
  }

  return async function call<T>(it: Call): Promise<T> {
    const lane = laneOf(it)
    const patience = it.patience ?? conversationPatience
    for (let attempt = 1; ; attempt += 1) {
      await open(lane, patience)
      if (signal.aborted) throw new DeliveryError('Discord: the adapter is stopping')
      try {
        return (await rest.request(requestOf(it))) as T
      } catch (thrown) {
        const fault = faultOf(thrown)
        if (fault.revoked) onRevoked()
        if (attempt > 1 && it.doneAlready?.some((code) => isCode(thrown, code))) return undefined as T
        if (fault.kind === 'limited') {
          close(fault.global ? '' : lane, fault.retryAfter ?? 1_000)
          continue
        }
        const again = fault.kind === 'passing' && (it.repeatable || fault.undone)
        if (!again || attempt === tries) throw deliveryError(thrown)
        const wait = Math.min(longestWait, firstWait * 2 ** (attempt - 1))
        await pause(wait * (0.5 + random() / 2), signal)
      }
    }
  }
}

/** What Discord limits together: a method on a channel, or on an interaction. */
function laneOf({ method, route }: Call): string {
  return `${method} ${route.split('/').slice(0, 4).join('/')}`
}

function requestOf({ method, route, body, files, query, auth }: Call): InternalRequest {
  return {
    method: method as RequestMethod,
    fullRoute: route,
    ...(body === undefined ? {} : { body }),
    ...(files === undefined ? {} : { files }),
    ...(query === undefined ? {} : { query }),
    ...(auth === undefined ? {} : { auth }),
  }
}

function isCode(thrown: unknown, code: number): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code
}
