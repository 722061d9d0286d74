import type { Clock } from '../core/clock.ts'
import { ModelAway } from '../core/llm.ts'
import type { Attempt } from './openai.ts'

export interface BreakerLimits {
  /** Failures in a row after which the endpoint is left alone. */
  readonly failures: number
  /** For how long, milliseconds; then one question tries whether it is back. */
  readonly rest: number
}

const limits: BreakerLimits = { failures: 5, rest: 30_000 }

/** A circuit breaker: nobody waits for an endpoint that has just failed everybody. */
export function withBreaker<Request, Step, Result>(
  attempt: Attempt<Request, Step, Result>,
  clock: Clock,
  { failures, rest }: BreakerLimits = limits,
): Attempt<Request, Step, Result> {
  let failed = 0
  let restsUntil = 0
  return async function* guarded(request, signal) {
    const now = clock.now()
    if (failed >= failures) {
      if (now < restsUntil) throw new ModelAway('resting', `left alone after ${failed} failures in a row`)
      // The others go on without while one tries.
      restsUntil = now + rest
    }
    try {
      const completion = yield* attempt(request, signal)
      failed = 0
      return completion
    } catch (thrown) {
      if (!(thrown instanceof ModelAway && thrown.reason === 'cancelled')) {
        failed += 1
        restsUntil = clock.now() + rest
      }
      throw thrown
    }
  }
}
