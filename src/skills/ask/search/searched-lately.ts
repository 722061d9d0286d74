import type { Clock, Instant } from '../../../core/clock.ts'
import type { Hit, Searcher, SearchOptions } from './search.ts'

/** Searches that are kept, and for how long, milliseconds: an answer is put into better words a moment after it was made. */
const most = 16
const longest = 10_000

/**
 * The same search, which gives what it gave a moment ago where it is asked the same again: whoever words an answer looks for
 * the same passages as whoever made it. The hits are shared, so nobody may change them.
 * @param knowledge another text whenever something changes on which a search may rest
 */
export function searchedLately(
  { search }: Pick<Searcher, 'search'>,
  knowledge: () => Promise<string>,
  clock: Clock,
): Pick<Searcher, 'search'> {
  const kept = new Map<string, { readonly at: Instant; readonly hits: Promise<Hit[]> }>()
  return {
    async search(question: string, options?: SearchOptions) {
      const key = JSON.stringify([await knowledge(), question, options])
      const known = kept.get(key)
      if (known && clock.now() - known.at < longest) return known.hits
      const hits = search(question, options)
      kept.delete(key)
      kept.set(key, { at: clock.now(), hits })
      hits.catch(() => kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return hits
    },
  }
}
