import type { Studied } from './study.ts'

/** How far each sentence of a passage holds a term, 0..1, by the sentence's place. */
export interface Holding {
  /** 1 where the sentence itself holds it. */
  readonly within: Float64Array
  /** Less where it stands above the sentence, beside it, or elsewhere in the passage. */
  readonly held: Float64Array
  /** The same where confirmed questions lend the passage their words. */
  readonly asked: Float64Array
}

/** What a term counts that stands not in the sentence but above it, beside it, elsewhere in its passage, or in questions. */
const share = { above: 0.7, beside: 0.5, passage: 0.4, asked: 0.8, askedPassage: 0.45 }

/** What of a term stands where in a passage; undefined where neither it nor its confirmed questions hold the term. */
export type HoldingOf = (term: string) => (studied: Studied) => Holding | undefined

/** Terms with passages that hold them which are remembered: some tens of megabytes. */
const remembered = 400_000

/**
 * Works out what is held where and keeps it by term: the words of questions repeat, and most of them stand in few
 * passages, which then is known at once.
 */
export function makeHoldings(): HoldingOf {
  const byTerm = new Map<string, Map<Studied, Holding>>()
  let size = 0
  return (term) => {
    const its = byTerm.get(term) ?? new Map<Studied, Holding>()
    byTerm.set(term, its)
    return (studied) => {
      if (!studied.all.has(term) && !studied.asked.has(term)) return undefined
      const known = its.get(studied)
      if (known) return known
      const holding = holdingOf(term, studied)
      if (++size > remembered) {
        byTerm.clear()
        size = 0
      }
      its.set(studied, holding)
      return holding
    }
  }
}

/** Pure. */
function holdingOf(term: string, { sentences, above, asked, all }: Studied): Holding {
  const inside = (at: number) => sentences[at]?.terms.has(term) ?? false
  const heldAt = (at: number) => {
    if (inside(at)) return 1
    if (above.has(term)) return share.above
    if (inside(at - 1) || inside(at + 1)) return share.beside
    return all.has(term) ? share.passage : 0
  }
  // By hand: Float64Array.from() with a function is several times slower.
  const empty = () => new Float64Array(sentences.length)
  const holding = { within: empty(), held: empty(), asked: empty() }
  const askedOfPassage = asked.has(term) ? share.askedPassage : 0
  for (let at = 0; at < sentences.length; at++) {
    const held = heldAt(at)
    const lent = sentences[at]?.asked.has(term) ? share.asked : askedOfPassage
    holding.within[at] = inside(at) ? 1 : 0
    holding.held[at] = held
    holding.asked[at] = Math.max(held, lent)
  }
  return holding
}
