import type { PassageText } from '../../../store/passages.ts'
import type { Counted, Rankable } from './rank.ts'

/** Up to so many passages are weighed all of them, for every question: sooner done than the index is asked. */
export const WHOLE_AT_MOST = 2_000

/** Counts that are kept, as passages times terms: 8 MB. */
const KEPT = 2_000_000

/**
 * A corpus small enough to be known whole: for each term that was ever asked for, how often it stands in each passage.
 * What people ask repeats, so after some questions nearly every term has its column, and weighing all passages against a
 * question is a few thousand multiplications.
 */
export class WholeCorpus implements Counted {
  readonly passages: readonly Rankable[]
  readonly inBodies: (term: string) => Uint16Array
  readonly inHeads: (term: string) => Uint16Array
  readonly #texts: readonly PassageText[]
  readonly #places: ReadonlyMap<string, number>

  constructor(texts: readonly PassageText[], rankable: (text: PassageText) => Rankable) {
    this.#texts = texts
    this.#places = new Map(texts.map((it, at) => [it.id, at]))
    this.passages = texts.map(rankable)
    this.inBodies = makeColumns(this.passages.map((it) => it.body))
    this.inHeads = makeColumns(this.passages.map((it) => it.head))
  }

  /** The place of a passage among {@link passages}. */
  placeOf(id: string): number | undefined {
    return this.#places.get(id)
  }

  textAt(place: number): PassageText | undefined {
    return this.#texts[place]
  }

  /** The passages that hold any of the terms, in their text or above it; a table of contents is never found. */
  holding(terms: readonly string[]): string[] {
    const held = new Uint8Array(this.#texts.length)
    for (const term of terms) {
      for (const column of [this.inBodies(term), this.inHeads(term)]) {
        for (let at = 0; at < column.length; at++) if (column[at] !== 0) held[at] = 1
      }
    }
    return this.#texts.filter((it, at) => held[at] === 1 && it.kind !== 'contents').map((it) => it.id)
  }
}

/** Stands between two texts; no term holds it. */
const BREAK = '\0'

/** Gives how often a term stands in each of many texts, counted by one search through all of them and kept. */
function makeColumns(texts: readonly string[]): (term: string) => Uint16Array {
  const all = texts.join(BREAK)
  const textAt = new Uint16Array(all.length)
  let start = 0
  texts.forEach((text, at) => {
    textAt.fill(at, start, start + text.length)
    start += text.length + BREAK.length
  })
  const kept = new Map<string, Uint16Array>()

  function count(term: string): Uint16Array {
    const counts = new Uint16Array(texts.length)
    if (term === '' || term.includes(BREAK)) return counts
    for (let place = all.indexOf(term); place >= 0; place = all.indexOf(term, place + 1)) {
      const at = textAt[place] ?? 0
      counts[at] = (counts[at] ?? 0) + 1
    }
    return counts
  }

  return (term) => {
    const known = kept.get(term)
    if (known) return known
    const column = count(term)
    if ((kept.size + 1) * texts.length > KEPT) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    kept.set(term, column)
    return column
  }
}
