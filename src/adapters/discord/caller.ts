import type { InternalRequest, RawFile, REST, RequestMethod, RouteLike } from 'discord.js'
import { DeliveryError } from '../../core/adapter.ts'
import { backOff } from '../../core/back-off.ts'
import type { Clock } from '../../core/clock.ts'
import { deliveryError, failureOf } from './failure.ts'

/** Waits that many milliseconds; rejects when the adapter stops. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

export interface CallerParts {
  readonly rest: Pick<REST, 'request'>
  readonly clock: Clock
  readonly pause: Pause
  /** In [0, 1). */
  readonly random: () => number
  readonly signal: AbortSignal
  /** Called when Discord rejects the token. */
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
  /** Idempotent, so it may be retried when its outcome is unknown. */
  readonly repeatable: boolean
  /** Longest wait for a rate limit, milliseconds; a longer one is thrown. */
  readonly patience?: number
}

export interface OnceCall extends Call {
  /** Error codes of a retry which mean that an earlier attempt succeeded after all. */
  readonly doneAlready: readonly number[]
}

/** Makes one request, with retries. @throws DeliveryError */
export interface Caller {
  (call: OnceCall): Promise<void>
  /** @typeParam T what Discord documents as the answer of that route; it is not validated */
  <T = unknown>(call: Call): Promise<T>
}

const tries = 5
const retries = { first: 400, longest: 8_000 }
const conversationPatience = 60_000

/**
 * Retries of our own, with exponential back-off; those of discord.js are off. A rate limit blocks its own route (one
 * channel), and all requests to that route wait for the same release, so that none is wasted while it is blocked.
 */
export function makeCaller({ rest, clock, pause, random, signal, onRevoked }: CallerParts): Caller {
  const closed = new Map<string, { readonly until: number; readonly opened: Promise<void> }>()

  function close(bucket: string, ms: number): void {
    const opened = pause(ms, signal).finally(() => closed.delete(bucket))
    // Keeps a rejection that nobody awaits from being reported as unhandled.
    opened.catch(() => {})
    closed.set(bucket, { until: clock.now() + ms, opened })
  }

  async function open(bucket: string, patience: number): Promise<void> {
    for (;;) {
      const gate = closed.get('') ?? closed.get(bucket)
      if (!gate) return
      const left = Math.max(0, gate.until - clock.now())
      if (left > patience) throw new DeliveryError('Discord: too fast for this channel', { retryAfter: left })
      await gate.opened
    }
  }

  return async function call<T>(it: Call | OnceCall): Promise<T | undefined> {
    const bucket = bucketOf(it)
    const patience = it.patience ?? conversationPatience
    for (let attempt = 1; ; attempt += 1) {
      await open(bucket, patience)
      if (signal.aborted) throw new DeliveryError('Discord: the adapter is stopping')
      try {
        return (await rest.request(requestOf(it))) as T
      } catch (thrown) {
        const failure = failureOf(thrown)
        if (failure.revoked) onRevoked()
        if (attempt > 1 && 'doneAlready' in it && it.doneAlready.some((code) => isCode(thrown, code)))
          return undefined
        if (failure.kind === 'limited') {
          close(failure.global ? '' : bucket, failure.retryAfter ?? 1_000)
          continue
        }
        const again = failure.kind === 'passing' && (it.repeatable || failure.undone)
        if (!again || attempt === tries) throw deliveryError(thrown)
        await pause(backOff(attempt, retries, random()), signal)
      }
    }
  }
}

/** The rate-limit bucket: a method on a channel, or on an interaction. */
function bucketOf({ method, route }: Call): string {
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
