/** A row with what it collected. */
export interface Scored {
  readonly row: number
  readonly score: number
}

/**
 * An inverted list over rows numbered from 0: in which rows a term stands and what it is worth there. A look-up touches
 * only the rows that share a term with what is asked.
 */
export class InvertedList {
  readonly #postings = new Map<string, { readonly rows: number[]; readonly worths: number[] }>()
  #rows = 0

  add(row: number, term: string, worth: number): void {
    const its = this.#postings.get(term)
    if (its) {
      its.rows.push(row)
      its.worths.push(worth)
    } else this.#postings.set(term, { rows: [row], worths: [worth] })
    if (row >= this.#rows) this.#rows = row + 1
  }

  /** In how many rows a term stands. */
  count(term: string): number {
    return this.#postings.get(term)?.rows.length ?? 0
  }

  /** Adds to each row that holds the term what it is worth there, times `by`. */
  collect(term: string, by: number, into: Collected): void {
    const its = this.#postings.get(term)
    if (!its) return
    const { rows, worths } = its
    for (let at = 0; at < rows.length; at++) into.add(rows[at] ?? 0, by * (worths[at] ?? 0))
  }

  /** An empty sum for every row. */
  collected(): Collected {
    return new Collected(this.#rows)
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
