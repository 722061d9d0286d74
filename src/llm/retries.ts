import { setTimeout } from 'node:timers/promises'
import { ModelAway } from '../core/llm.ts'
import { limitTime } from '../core/time-limit.ts'
import type { Attempt } from './openai.ts'

export interface Patience {
  /** Milliseconds for everything, tries and pauses together. */
  readonly together: number
  readonly tries: number
  /** Milliseconds before the second try; each further pause is twice as long. */
  readonly firstPause: number
}

export const patience: Patience = { together: 20_000, tries: 3, firstPause: 500 }

export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const pause: Pause = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })

/**
 * Tries again where a failure may pass (too many requests, a failing or unreachable endpoint), after the pause that the
 * endpoint asks for or a growing one. Never after the first word has come, which is paid for, and never beyond the time
 * that all of it may take.
 */
export function withRetries<Request, Step, Result>(
  attempt: Attempt<Request, Step, Result>,
  pause: Pause,
  { together, tries, firstPause }: Patience = patience,
): Attempt<Request, Step, Result> {
  return async function* again(request, given) {
    const begun = performance.now()
    const { signal, end } = limitTime(together, given)
    try {
      for (let tried = 1; ; tried++) {
        try {
          return yield* attempt(request, signal)
        } catch (thrown) {
          if (!(thrown instanceof ModelAway) || !thrown.passing || tried >= tries) throw thrown
          const wait = thrown.retryAfter ?? firstPause * 2 ** (tried - 1)
          if (performance.now() - begun + wait >= together) throw thrown
          await pause(wait, signal).catch(() => {
            throw thrown
          })
        }
      }
    } finally {
      end()
    }
  }
}
