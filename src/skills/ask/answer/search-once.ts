import type { LocalDate } from '../../../core/clock.ts'
import type { Hit, Searcher, SearchOptions } from '../search/search.ts'
import type { Part } from './question.ts'

/** How many passages search ranks for one look, how many of them are weighed, and how many that nobody asked about beside. */
const candidates = { ranked: 80, weighed: 25, unlearned: 10 }

/** Looks for what answers a part of a question, best first. */
export function searchFor(
  searcher: Pick<Searcher, 'search'>,
  part: Part,
  around: { readonly history: string; readonly asOf?: LocalDate | undefined },
): Promise<readonly Hit[]> {
  return searcher.search([part.text, part.context, around.history].join(' ').trim(), asForAnswers(around))
}

/** How an answer is searched for; whoever words it later asks the same, and it is not searched again. */
export function asForAnswers({ asOf }: { readonly asOf?: LocalDate | undefined }): SearchOptions {
  return {
    k: candidates.weighed,
    unlearned: candidates.unlearned,
    candidates: candidates.ranked,
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** The same searches for the length of one answer: several ways to answer look for the same, and it is searched once. */
export function searchOnce(searcher: Pick<Searcher, 'search'>): Pick<Searcher, 'search'> {
  const made = new Map<string, Promise<Hit[]>>()
  return {
    search(question: string, options?: SearchOptions) {
      const key = JSON.stringify([question, options])
      const found = made.get(key) ?? searcher.search(question, options)
      made.set(key, found)
      return found
    },
  }
}
