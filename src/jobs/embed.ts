import type { Clock } from '../core/clock.ts'
import type { Sent } from '../core/embedding.ts'
import type { Log } from '../core/log.ts'
import type { Job } from './scheduler.ts'

export interface EmbedParts {
  /** What is embedded; used in the job's name and the log. */
  readonly what: 'passages' | 'profiles'
  /** Changes whenever one of them is added or edited. */
  readonly revision: () => Promise<number>
  /** Embeds those that have no vector yet. */
  readonly embed: (options: { readonly signal: AbortSignal }) => Promise<Sent>
  readonly clock: Clock
  readonly log: Log
}

/** Wait after a failed call before the endpoint is tried again, milliseconds. */
const REST = 15 * 60_000

/** Embeds what is new, so that nobody has to remember `alliance embed`; does nothing while nothing changes. */
export function makeEmbed({ what, revision, embed, clock, log }: EmbedParts): Job {
  let begun = false
  let done: number | undefined
  let restsUntil = 0
  return {
    name: `embed-${what}`,
    async run(signal) {
      // Startup waits for the first round of jobs; it must not wait for thousands of texts.
      if (!begun) {
        begun = true
        return clock.now()
      }
      const now = await revision()
      if (now === done || clock.now() < restsUntil) return undefined
      const { texts, tokens, away } = await embed({ signal }).catch((thrown: unknown) => {
        // The vector extension is missing or something is broken: not tried again before the next start.
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
