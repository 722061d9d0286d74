import type { PassageText } from '../../../store/passages.ts'
import { type CountTerms, makeCounter, type Rankable } from './rank.ts'

/** Up to so many passages are weighed all of them, for every question: sooner done than the index is asked. */
export const WHOLE_AT_MOST = 2_000

/** Counts that are kept, as passages times terms: 8 MB. */
const KEPT = 2_000_000

/**
 * A corpus small enough to be known whole: for each term that was ever asked for, how often it stands in each passage.
 * What people ask repeats, so after some questions nearly every term has its column, and weighing all passages against a
 * question is a few thousand multiplications.
 */
export class WholeCorpus {
  readonly #texts: ReadonlyMap<string, PassageText>
  readonly #ids: readonly string[]
  readonly #bodies: Columns
  readonly #heads: Columns

  /** @param passages each with what ranking reads of it; its `at` is its place here */
  constructor(passages: readonly { readonly text: PassageText; readonly rankable: Rankable }[]) {
    this.#texts = new Map(passages.map(({ text }) => [text.id, text]))
    this.#ids = passages.map(({ text }) => text.id)
    this.#bodies = new Columns(passages.map(({ rankable }) => rankable.body))
    this.#heads = new Columns(passages.map(({ rankable }) => rankable.head))
  }

  /** The passages of these ids; undefined where one of them is none of ours. */
  texts(ids: Iterable<string>): PassageText[] | undefined {
    const found: PassageText[] = []
    for (const id of ids) {
      const text = this.#texts.get(id)
      if (text === undefined) return undefined
      found.push(text)
    }
    return found
  }

  /** The passages that hold any of the terms, in their text or above it. */
  holding(terms: readonly string[]): string[] {
    const columns = terms.flatMap((it) => [this.#bodies.of(it), this.#heads.of(it)])
    return this.#ids.filter((_, at) => columns.some((it) => (it[at] ?? 0) > 0))
  }

  counterOf(terms: readonly string[]): CountTerms {
    const bodies = terms.map((it) => this.#bodies.of(it))
    const heads = terms.map((it) => this.#heads.of(it))
    // A table of contents is no part of the corpus, yet an expert may have named it.
    let walking: CountTerms | undefined
    return (passage, inBody, inHead) => {
      const { at } = passage
      if (at === undefined) {
        walking ??= makeCounter(terms)
        walking(passage, inBody, inHead)
        return
      }
      for (let term = 0; term < terms.length; term++) {
        inBody[term] = bodies[term]?.[at] ?? 0
        inHead[term] = heads[term]?.[at] ?? 0
      }
    }
  }
}

/** Stands between two texts; no term holds it. */
const BREAK = '\0'

/** How often terms stand in each of many texts, counted by one search through all of them. */
class Columns {
  readonly #all: string
  /** By place in `#all`, the text that stands there. */
  readonly #textAt: Uint16Array
  readonly #size: number
  readonly #kept = new Map<string, Uint16Array>()

  constructor(texts: readonly string[]) {
    this.#all = texts.join(BREAK)
    this.#size = texts.length
    this.#textAt = new Uint16Array(this.#all.length)
    let start = 0
    texts.forEach((text, at) => {
      this.#textAt.fill(at, start, start + text.length)
      start += text.length + BREAK.length
    })
  }

  of(term: string): Uint16Array {
    const known = this.#kept.get(term)
    if (known) return known
    const column = this.#count(term)
    if ((this.#kept.size + 1) * this.#size > KEPT) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(term, column)
    return column
  }

  #count(term: string): Uint16Array {
    const counts = new Uint16Array(this.#size)
    if (term === '' || term.includes(BREAK)) return counts
    for (let place = this.#all.indexOf(term); place >= 0; place = this.#all.indexOf(term, place + 1)) {
      const at = this.#textAt[place] ?? 0
      counts[at] = (counts[at] ?? 0) + 1
    }
    return counts
  }
}
