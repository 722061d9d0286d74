import type { ForwardIndex } from '../search/forward.ts'
import { frequenciesIn, InvertedList } from '../search/inverted.ts'

/** A question somebody answered before, and where the answer stands. */
export interface Known {
  readonly question: string
  readonly passageId: string
  /** The words of the passage that answer it, where they were named. */
  readonly quote?: string
}

export interface Neighbour {
  readonly known: Known
  /** Cosine of the two questions' weighted terms, 0..1. */
  readonly similarity: number
}

/** A bag of weighted terms. */
export type Weighted = ReadonlyMap<string, number>

/**
 * Nearest confirmed questions, by the cosine of their tf-idf terms. Kept in memory as an inverted list: a thousand
 * questions take about half a megabyte, a look-up touches only those that share a term.
 * @param forward the terms of confirmed questions: those known are among them, or will be
 * @param weightOf what a term of a confirmed question counts before its rarity
 */
export function makeNearest(
  known: readonly Known[],
  forward: ForwardIndex,
  weightOf: (term: string) => number,
) {
  const rows = known.map(({ question }) => forward.termsAt(forward.rowOf(question)))
  const { terms } = forward
  // A hundred thousand terms stand in ten thousand questions, but they are a tenth as many different ones.
  const rarityIn = (count: number) => Math.log(1 + known.length / (count + 0.5))
  const rarities = Float64Array.from(frequenciesIn(rows, terms.length), rarityIn)
  const unheard = rarityIn(0)
  const rarity = (term: string) => {
    const number = forward.numberOf(term)
    return number === undefined ? unheard : (rarities[number] ?? unheard)
  }
  const worths = Float64Array.from(terms, (term, number) => weightOf(term) * (rarities[number] ?? 0))
  const lengths = Float64Array.from(rows, (held) => {
    let sum = 0
    for (const term of held) sum += (worths[term] ?? 0) ** 2
    return Math.sqrt(sum) || 1
  })
  const questions = new InvertedList(
    rows,
    terms.length,
    (term, row) => (worths[term] ?? 0) / (lengths[row] ?? 1),
  )

  return {
    /** How much a term tells among confirmed questions. */
    rarity,

    /** Whether any confirmed question has the term. */
    isHeard: (term: string): boolean => rarity(term) < unheard,

    nearest(asked: Weighted, most: number): Neighbour[] {
      const length = lengthOf(asked, rarity)
      const sums = questions.collected()
      for (const [term, weight] of asked)
        questions.collect(forward.numberOf(term), (weight * rarity(term)) / length, sums)
      return sums.best(most).flatMap(({ row, score }) => {
        const it = known[row]
        return it ? [{ known: it, similarity: score }] : []
      })
    },
  }
}

export type Nearest = ReturnType<typeof makeNearest>

function lengthOf(vector: Weighted, rarity: (term: string) => number): number {
  let sum = 0
  for (const [term, weight] of vector) sum += (weight * rarity(term)) ** 2
  return Math.sqrt(sum) || 1
}
