import type { Clock } from '../core/clock.ts'
import type { Sent } from '../core/embedding.ts'
import type { Log } from '../core/log.ts'
import type { Job } from './heart.ts'

export interface EmbedParts {
  /** What gets vectors, as it is called in the log. */
  readonly what: 'passages' | 'profiles'
  /** Another number whenever one of them comes or changes. */
  readonly revision: () => Promise<number>
  /** Gives each of them its vector, those that have one aside. */
  readonly embed: (options: { readonly signal: AbortSignal }) => Promise<Sent>
  readonly clock: Clock
  readonly log: Log
}

/** An endpoint that was away is asked again after this long. Milliseconds. */
const REST = 15 * 60_000

/** What is new gets its vector, so that nobody has to remember the command; while nothing changes it does nothing. */
export function makeEmbed({ what, revision, embed, clock, log }: EmbedParts): Job {
  let begun = false
  let done: number | undefined
  let restsUntil = 0
  return {
    name: `embed-${what}`,
    async run(signal) {
      // The bot's first round of jobs is waited for before time passes; thousands of texts are not.
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
      if (texts > 0) log.info({ texts, tokens }, `new ${what} have their vectors`)
      if (away === undefined) done = now
      else if (!signal.aborted) {
        restsUntil = clock.now() + REST
        log.warn({ reason: away.reason }, `${what} wait for their vectors: ${away.message}`)
      }
      return undefined
    },
  }
}
