/** What a forward index is made of; `held` has the terms of row 0, then those of row 1, each row up to its end. */
export interface ForwardParts {
  readonly texts: readonly string[]
  readonly terms: readonly string[]
  readonly ends: Uint32Array
  readonly held: Uint32Array
}

const nothing: ForwardParts = { texts: [], terms: [], ends: new Uint32Array(), held: new Uint32Array() }

/**
 * A forward index: which terms each text holds. Texts are numbered as rows and terms by when they were first met, so that
 * an inverted list is counted out of it in milliseconds; what takes long, cutting a text, is done once a text.
 */
export class ForwardIndex {
  readonly #cut: (text: string) => Iterable<string>
  readonly #rows: Map<string, number>
  readonly #numbers: Map<string, number>
  readonly #terms: string[]
  #ends: Uint32Array
  #held: Uint32Array

  /**
   * @param cut the terms of a text, pure; repeats count once
   * @param parts what the same cut gave before
   */
  constructor(cut: (text: string) => Iterable<string>, { texts, terms, ends, held } = nothing) {
    this.#cut = cut
    this.#rows = new Map(texts.map((it, at) => [it, at]))
    this.#numbers = new Map(terms.map((it, at) => [it, at]))
    this.#terms = [...terms]
    this.#ends = ends
    this.#held = held
  }

  /** Texts. */
  get rows(): number {
    return this.#rows.size
  }

  /** Every term by its number. */
  get terms(): readonly string[] {
    return this.#terms
  }

  /** The row of a text, which is cut where it is new. */
  rowOf(text: string): number {
    const known = this.#rows.get(text)
    if (known !== undefined) return known
    const row = this.#rows.size
    let end = row === 0 ? 0 : (this.#ends[row - 1] ?? 0)
    for (const term of new Set(this.#cut(text))) {
      this.#held = withRoom(this.#held, end)
      this.#held[end++] = this.#numbered(term)
    }
    this.#ends = withRoom(this.#ends, row)
    this.#ends[row] = end
    this.#rows.set(text, row)
    return row
  }

  /** The numbers of a row's terms, in the order of the cut. */
  termsAt(row: number): Uint32Array {
    return this.#held.subarray(row === 0 ? 0 : this.#ends[row - 1], this.#ends[row])
  }

  /** The number of a term; undefined where no text holds it. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term)
  }

  parts(): ForwardParts {
    const ends = this.#ends.subarray(0, this.rows)
    return {
      texts: [...this.#rows.keys()],
      terms: this.#terms,
      ends,
      held: this.#held.subarray(0, ends.at(-1) ?? 0),
    }
  }

  #numbered(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#terms.push(term) - 1
    this.#numbers.set(term, number)
    return number
  }
}

/** The same numbers with a place for one more: doubled where it is full. */
function withRoom(numbers: Uint32Array, at: number): Uint32Array {
  if (at < numbers.length) return numbers
  const larger = new Uint32Array(Math.max(1024, 2 * numbers.length))
  larger.set(numbers)
  return larger
}
