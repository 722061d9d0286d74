import type { Clock } from '../core/clock.ts'
import type { ModelAway } from '../core/llm.ts'
import type { Log } from '../core/log.ts'
import type { Job } from './heart.ts'

export interface EmbedPassagesParts {
  /** Another number whenever a document comes or changes. */
  readonly revision: () => Promise<number>
  /** Gives every passage its vector, those that have one aside. */
  readonly embed: (options: { readonly signal: AbortSignal }) => Promise<{
    readonly texts: number
    readonly tokens: number
    /** Why it ended before all was done. */
    readonly away?: ModelAway
  }>
  readonly clock: Clock
  readonly log: Log
}

/** An endpoint that was away is asked again after this long. Milliseconds. */
const REST = 15 * 60_000

/** New passages get their vectors, so that nobody has to remember the command; without new documents it does nothing. */
export function makeEmbedPassages({ revision, embed, clock, log }: EmbedPassagesParts): Job {
  let begun = false
  let done: number | undefined
  let restsUntil = 0
  return {
    name: 'embed-passages',
    async run(signal) {
      // The bot's first round of jobs is waited for before time passes; thousands of passages are not.
      if (!begun) {
        begun = true
        return clock.now()
      }
      const now = await revision()
      if (now === done || clock.now() < restsUntil) return undefined
      const { texts, tokens, away } = await embed({ signal }).catch((thrown: unknown) => {
        // This machine cannot compare vectors, or something is broken: the next start tries again.
        done = now
        throw thrown
      })
      if (texts > 0) log.info({ texts, tokens }, 'new passages have their vectors')
      if (away === undefined) done = now
      else if (!signal.aborted) {
        restsUntil = clock.now() + REST
        log.warn({ reason: away.reason }, `passages wait for their vectors: ${away.message}`)
      }
      return undefined
    },
  }
}
