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
  /** Its place among the passages of a corpus that is known whole. */
  readonly at?: number
}

/** Writes how often each of some terms stands in a passage, by the terms' places, into what it is handed. */
export type CountTerms = (passage: Rankable, inBody: Uint16Array, inHead: Uint16Array) => void

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
 * @param count counts the terms in a passage; by walking over its text where left out
 */
export function makeWordFeatures(
  terms: readonly WeighedTerm[],
  meanLength: number,
  count: CountTerms = makeCounter(terms.map((it) => it.text)),
): (passage: Rankable) => WordFeatures {
  const inBodies = new Uint16Array(terms.length)
  const inHeads = new Uint16Array(terms.length)
  const most = { word: 0, pair: 0 }
  for (const { kind, weight, bodyRarity } of terms) most[kind] += weight * bodyRarity

  return (passage) => {
    const { body, head } = passage
    const bodyLength = K1 * (1 - B + (B * body.length) / meanLength)
    const headLength = K1 * (1 - HEAD_B + (HEAD_B * head.length) / MEAN_HEAD)
    count(passage, inBodies, inHeads)
    const sum = { words: 0, pairs: 0, head: 0, held: 0 }
    for (let at = 0; at < terms.length; at++) {
      const inBody = inBodies[at] ?? 0
      const inHead = inHeads[at] ?? 0
      const term = terms[at]
      if (term === undefined || inBody + inHead === 0) continue
      const worth = term.weight * term.bodyRarity
      const gain = (worth * inBody) / (inBody + bodyLength)
      if (term.kind === 'pair') {
        sum.pairs += gain
        continue
      }
      sum.words += gain
      sum.head += (term.weight * term.headRarity * inHead) / (inHead + headLength)
      if (inBody > 0) sum.held += worth
      else if (inHead > 0) sum.held += 0.7 * worth
    }
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
export function makeCounter(terms: readonly string[]): CountTerms {
  const lists: number[][] = [[]]
  // By character code; 0 where no term begins with it.
  const listOf = new Uint16Array(0x10000)
  terms.forEach((term, at) => {
    const first = term.charCodeAt(0)
    if (listOf[first] === 0) listOf[first] = lists.push([]) - 1
    lists[listOf[first] ?? 0]?.push(at)
  })
  const second = Uint16Array.from(terms, (it) => it.charCodeAt(1))
  function countIn(text: string, counts: Uint16Array): void {
    counts.fill(0)
    for (let place = 0; place < text.length; place++) {
      const list = listOf[text.charCodeAt(place)] ?? 0
      if (list === 0) continue
      const next = text.charCodeAt(place + 1)
      for (const at of lists[list] ?? []) {
        const term = terms[at] ?? ''
        if (term.length > 1 && second[at] !== next) continue
        if (term.length <= 2 || text.startsWith(term, place)) counts[at] = (counts[at] ?? 0) + 1
      }
    }
  }
  return ({ body, head }, inBody, inHead) => {
    countIn(body, inBody)
    countIn(head, inHead)
  }
}
