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

/** Some passages, and how often a term stands in each of them, by the passages' places. */
export interface Counted {
  readonly passages: readonly Rankable[]
  inBodies(term: string): Uint16Array
  inHeads(term: string): Uint16Array
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
 * BM25 (Robertson and Zaragoza 2009) over the few passages that the index proposed, or all of a small corpus, as a share
 * of what it can reach. Term by term, because most terms stand in few passages.
 * @param meanLength mean length of a passage, in characters
 * @returns the features of the passage at a place
 */
export function wordFeaturesOf(
  terms: readonly WeighedTerm[],
  { passages, inBodies, inHeads }: Counted,
  meanLength: number,
): (at: number) => WordFeatures {
  const bodyLengths = Float64Array.from(passages, (it) => K1 * (1 - B + (B * it.body.length) / meanLength))
  const headLengths = Float64Array.from(
    passages,
    (it) => K1 * (1 - HEAD_B + (HEAD_B * it.head.length) / MEAN_HEAD),
  )
  const sums = () => new Float64Array(passages.length)
  const sum = { words: sums(), pairs: sums(), head: sums(), held: sums() }
  const most = { word: 0, pair: 0 }
  for (const { text, kind, weight, bodyRarity, headRarity } of terms) {
    const worth = weight * bodyRarity
    most[kind] += worth
    const bodies = inBodies(text)
    if (kind === 'pair') {
      add(sum.pairs, worth, bodies, bodyLengths)
      continue
    }
    const heads = inHeads(text)
    add(sum.words, worth, bodies, bodyLengths)
    add(sum.head, weight * headRarity, heads, headLengths)
    for (let at = 0; at < bodies.length; at++) {
      if (bodies[at] !== 0) sum.held[at] = (sum.held[at] ?? 0) + worth
      else if (heads[at] !== 0) sum.held[at] = (sum.held[at] ?? 0) + 0.7 * worth
    }
  }
  return (at) => ({
    words: (sum.words[at] ?? 0) / (most.word || 1),
    pairs: (sum.pairs[at] ?? 0) / (most.pair || 1),
    head: (sum.head[at] ?? 0) / (most.word || 1),
    coverage: (sum.held[at] ?? 0) / (most.word || 1),
  })
}

/** Adds a term's gain to the sum of each passage. */
function add(sum: Float64Array, worth: number, counts: Uint16Array, lengths: Float64Array): void {
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0
    if (count !== 0) sum[at] = (sum[at] ?? 0) + (worth * count) / (count + (lengths[at] ?? 0))
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
