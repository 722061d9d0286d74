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
  const vectors = known.map((it) => termsOf(it.question))
  const frequency = new Map<string, number>()
  for (const vector of vectors)
    for (const term of vector.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const rarity = (term: string) => Math.log(1 + known.length / ((frequency.get(term) ?? 0) + 0.5))
  const postings = new Map<string, { at: number; weight: number }[]>()
  vectors.forEach((vector, at) => {
    const length = lengthOf(vector, rarity)
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? []
      list.push({ at, weight: (weight * rarity(term)) / length })
      postings.set(term, list)
    }
  })

  return {
    /** How much a term tells among confirmed questions. */
    rarity,

    nearest(asked: Weighted, most: number): Neighbour[] {
      const length = lengthOf(asked, rarity)
      const sums = new Map<number, number>()
      for (const [term, weight] of asked) {
        const share = (weight * rarity(term)) / length
        for (const { at, weight: theirs } of postings.get(term) ?? [])
          sums.set(at, (sums.get(at) ?? 0) + share * theirs)
      }
      return [...sums]
        .sort((a, b) => b[1] - a[1])
        .slice(0, most)
        .flatMap(([at, similarity]) => {
          const it = known[at]
          return it ? [{ known: it, similarity }] : []
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
