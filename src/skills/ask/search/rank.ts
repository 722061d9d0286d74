import type { IndexTerm } from '../../../store/passage-index.ts'

/** A term of a question as ranking weighs it. */
export interface WeighedTerm extends IndexTerm {
  /** 1 for the question's own, less for synonyms. */
  readonly weight: number
  /** Rarity in the passages' bodies and in their headings. */
  readonly bodyRarity: number
  readonly headRarity: number
  /** In how many passages it stands: what it costs the index. */
  readonly postings: number
}

/** What ranking reads of a passage, folded. */
export interface Rankable {
  readonly body: string
  /** Title and path. */
  readonly head: string
}

/** What the words of a passage say for it; each figure is 1 where every term were as dense as can be. */
export interface WordFeatures {
  readonly words: number
  readonly pairs: number
  /** Words in title and path. */
  readonly head: number
  /** Share of the question's words, by rarity, that the passage, its path or its title hold: 0..1. */
  readonly coverage: number
}

const K1 = 1.2
const B = 0.75
/** Length counts less in headings: a long outline path says as much as a short one. */
const HEAD_B = 0.4
const MEAN_HEAD = 30

/**
 * BM25 (Robertson and Zaragoza 2009) over the few passages that the index proposed, as a share of what it can reach.
 * @param meanLength mean length of a passage, in characters
 */
export function makeWordFeatures(
  terms: readonly WeighedTerm[],
  meanLength: number,
): (passage: Rankable) => WordFeatures {
  const counts = makeCounter(terms.map((it) => it.text))
  const most = { word: 0, pair: 0 }
  for (const { kind, weight, bodyRarity } of terms) most[kind] += weight * bodyRarity

  return ({ body, head }) => {
    const bodyLength = K1 * (1 - B + (B * body.length) / meanLength)
    const headLength = K1 * (1 - HEAD_B + (HEAD_B * head.length) / MEAN_HEAD)
    const inBodies = counts(body)
    const inHeads = counts(head)
    const sum = { words: 0, pairs: 0, head: 0, held: 0 }
    terms.forEach(({ kind, weight, bodyRarity, headRarity }, at) => {
      const worth = weight * bodyRarity
      const inBody = inBodies[at] ?? 0
      const gain = (worth * inBody) / (inBody + bodyLength)
      if (kind === 'pair') {
        sum.pairs += gain
        return
      }
      const inHead = inHeads[at] ?? 0
      sum.words += gain
      sum.head += (weight * headRarity * inHead) / (inHead + headLength)
      if (inBody > 0) sum.held += worth
      else if (inHead > 0) sum.held += 0.7 * worth
    })
    return {
      words: sum.words / (most.word || 1),
      pairs: sum.pairs / (most.pair || 1),
      head: sum.head / (most.word || 1),
      coverage: sum.held / (most.word || 1),
    }
  }
}

/** The rarity of a term that stands in `count` of `all` passages. */
export function rarity(count: number, all: number): number {
  return Math.log(1 + (Math.max(all, count) - count + 0.5) / (count + 0.5))
}

/** The rarest terms whose postings the index can read in time, at least one: common terms tell little and cost most. */
export function withinBudget(terms: readonly WeighedTerm[], budget: number): WeighedTerm[] {
  const chosen: WeighedTerm[] = []
  let postings = 0
  for (const term of [...terms].sort((a, b) => a.postings - b.postings)) {
    postings += term.postings
    if (chosen.length > 0 && postings > budget) break
    chosen.push(term)
  }
  return chosen
}

/** Counts many terms in one walk over a text: asking for each by itself took most of a question's time. */
function makeCounter(terms: readonly string[]): (text: string) => Uint16Array {
  /** By first character, the place of its list: a table, because most characters begin no term. */
  const first = new Uint16Array(1 << 16)
  const lists: { readonly term: string; readonly at: number }[][] = [[]]
  terms.forEach((term, at) => {
    const code = term.charCodeAt(0)
    first[code] ||= lists.push([]) - 1
    lists[first[code] ?? 0]?.push({ term, at })
  })
  return (text) => {
    const counts = new Uint16Array(terms.length)
    for (let place = 0; place < text.length; place++) {
      const list = first[text.charCodeAt(place)] ?? 0
      if (list === 0) continue
      for (const { term, at } of lists[list] ?? []) {
        if (text.startsWith(term, place)) counts[at] = (counts[at] ?? 0) + 1
      }
    }
    return counts
  }
}
