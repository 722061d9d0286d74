/** A row with what it collected. */
export interface Scored {
  readonly row: number
  readonly score: number
}

/** In how many rows each term stands. */
export function frequenciesIn(rows: readonly Uint32Array[], terms: number): Uint32Array {
  const frequencies = new Uint32Array(terms)
  for (const held of rows) for (const term of held) frequencies[term] = (frequencies[term] ?? 0) + 1
  return frequencies
}

/**
 * An inverted list over rows and terms numbered from 0: in which rows a term stands and what it is worth there, as three
 * arrays of numbers. A look-up touches only the rows that share a term with what is asked.
 */
export class InvertedList {
  readonly #rows: number
  /** Where the postings of a term end; those of the next begin there. */
  readonly #ends: Uint32Array
  readonly #postings: Uint32Array
  readonly #worths: Float64Array

  /**
   * @param rows the terms of each row, none twice
   * @param terms how many terms there are
   * @param worthOf what a term is worth in a row, where it is not 1; `at` is its place among the row's terms
   */
  constructor(
    rows: readonly Uint32Array[],
    terms: number,
    worthOf: (term: number, row: number, at: number) => number = () => 1,
  ) {
    this.#rows = rows.length
    const next = frequenciesIn(rows, terms)
    let all = 0
    for (let term = 0; term < terms; term++) {
      const count = next[term] ?? 0
      next[term] = all
      all += count
    }
    const postings = new Uint32Array(all)
    const worths = new Float64Array(all)
    let row = 0
    for (const held of rows) {
      let at = 0
      for (const term of held) {
        const place = next[term] ?? 0
        postings[place] = row
        worths[place] = worthOf(term, row, at++)
        next[term] = place + 1
      }
      row++
    }
    this.#ends = next
    this.#postings = postings
    this.#worths = worths
  }

  /** In how many rows a term stands; none holds a term without a number. */
  count(term: number | undefined): number {
    if (term === undefined) return 0
    return (this.#ends[term] ?? 0) - this.#beginning(term)
  }

  /** Adds to each row that holds the term what it is worth there, times `by`. */
  collect(term: number | undefined, by: number, into: Collected): void {
    if (term === undefined) return
    const end = this.#ends[term] ?? 0
    for (let at = this.#beginning(term); at < end; at++) {
      into.add(this.#postings[at] ?? 0, by * (this.#worths[at] ?? 0))
    }
  }

  /** An empty sum for every row. */
  collected(): Collected {
    return new Collected(this.#rows)
  }

  #beginning(term: number): number {
    return term === 0 ? 0 : (this.#ends[term - 1] ?? 0)
  }
}

/** Sums by row; rows that were never added to are not there. */
export class Collected {
  readonly #sums: Float64Array
  readonly #touched: number[] = []

  constructor(rows: number) {
    this.#sums = new Float64Array(rows)
  }

  add(row: number, worth: number): void {
    if (this.#sums[row] === 0) this.#touched.push(row)
    this.#sums[row] = (this.#sums[row] ?? 0) + worth
  }

  of(row: number): number {
    return this.#sums[row] ?? 0
  }

  /** In the order in which they were first added to. */
  get rows(): readonly number[] {
    return this.#touched
  }

  /**
   * The rows with the greatest scores, best first; of equal ones those that were added to first.
   * @param scoreOf what a row's sum comes to, the sum itself where left out
   */
  best(most: number, scoreOf: (sum: number, row: number) => number = (sum) => sum): Scored[] {
    const best: Scored[] = []
    for (const row of this.#touched) {
      const score = scoreOf(this.of(row), row)
      if (best.length === most && score <= (best[most - 1]?.score ?? 0)) continue
      let at = best.length
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--
      best.splice(at, 0, { row, score })
      if (best.length > most) best.pop()
    }
    return best
  }
}
