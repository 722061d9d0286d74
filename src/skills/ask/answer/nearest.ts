import { InvertedList } from '../search/inverted.ts'

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
 * questions take about a megabyte, a look-up touches only those that share a term.
 * @param termsOf the terms of a confirmed question, each with its weight before rarity
 */
export function makeNearest(known: readonly Known[], termsOf: (question: string) => Weighted) {
  // One question may be answered by several passages; its terms are taken once.
  const byQuestion = new Map<string, Weighted>()
  const vectors = known.map(({ question }) => {
    const vector = byQuestion.get(question) ?? termsOf(question)
    byQuestion.set(question, vector)
    return vector
  })
  const frequency = new Map<string, number>()
  for (const vector of vectors)
    for (const term of vector.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  // A hundred thousand terms stand in ten thousand questions, but they are a tenth as many different ones.
  const rarityIn = (count: number) => Math.log(1 + known.length / (count + 0.5))
  const rarities = new Map([...frequency].map(([term, count]) => [term, rarityIn(count)] as const))
  const unheard = rarityIn(0)
  const rarity = (term: string) => rarities.get(term) ?? unheard
  const questions = new InvertedList()
  vectors.forEach((vector, at) => {
    const length = lengthOf(vector, rarity)
    for (const [term, weight] of vector) questions.add(at, term, (weight * rarity(term)) / length)
  })

  return {
    /** How much a term tells among confirmed questions. */
    rarity,

    /** Whether any confirmed question has the term. */
    isHeard: (term: string): boolean => frequency.has(term),

    nearest(asked: Weighted, most: number): Neighbour[] {
      const length = lengthOf(asked, rarity)
      const sums = questions.collected()
      for (const [term, weight] of asked) questions.collect(term, (weight * rarity(term)) / length, sums)
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
