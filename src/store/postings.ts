import type Database from 'better-sqlite3'
import type { FieldWeights, IndexHit, IndexTerm } from './passage-index.ts'

/** The passages that hold a term in one field, ascending, and how often it stands there (at most 255 times). */
interface Postings {
  readonly ids: Uint32Array
  readonly counts: Uint8Array
}

type Field = keyof FieldWeights

const fieldsOf: Readonly<Record<IndexTerm['kind'], readonly Field[]>> = {
  word: ['title', 'path', 'body'],
  pair: ['pairs'],
}

/** Postings that are kept, of all terms together: 5 bytes each. The same few hundred terms come in most questions. */
const KEPT = 2_000_000

const K1 = 1.2
const B = 0.75

/**
 * BM25 over the postings of some terms, as SQLite's own `bm25()` has it. That one walks through the places of every term in
 * every passage for each row again, and took two thirds of a search over 60,000 passages; here SQLite only hands over each
 * term's passages, in one text, and adding up is ours.
 */
export class PostingsReader {
  readonly #read: Record<Field, Database.Statement<[string], string | null>>
  readonly #measure: Database.Statement<[], [passage: number, characters: number]>
  readonly #kept = new Map<string, Postings>()
  #held = 0
  #revision: number | undefined
  /** By passage: what its length does to how much a term counts. 0 where there is none. */
  #norms = new Float32Array()
  #passages = 0
  /** By passage, all 0 between two searches. */
  #scores = new Float64Array()
  #frequencies = new Float64Array()

  constructor(sqlite: Database.Database) {
    sqlite.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.passage_places USING fts5vocab ('main', 'passage_words', 'instance')",
    )
    const read = (field: Field) =>
      sqlite
        .prepare<[string], string | null>(
          `SELECT group_concat(doc) FROM temp.passage_places WHERE term = ? AND col = '${field}'`,
        )
        .pluck()
    this.#read = { title: read('title'), path: read('path'), body: read('body'), pairs: read('pairs') }
    this.#measure = sqlite
      .prepare<[], [number, number]>(
        `SELECT passages.id, length(text) + length(path) + length(title)
         FROM passages JOIN documents ON documents.id = document_id
         WHERE replaced_at IS NULL AND kind <> 'contents'`,
      )
      .raw()
  }

  /** The passages that hold any of the terms, best first. @param revision what was kept of another one is void */
  search(
    terms: readonly IndexTerm[],
    weights: FieldWeights,
    limit: number,
    revision: number,
  ): readonly IndexHit[] {
    if (revision !== this.#revision) this.#begin(revision)
    const scores = this.#scores
    const touched: number[] = []
    for (const term of terms) {
      const holding = this.#frequenciesOf(term, weights)
      // A term in more than half of the passages says next to nothing, never less than that.
      const all = this.#passages
      const rarity = Math.max(1e-6, Math.log((all - holding.length + 0.5) / (holding.length + 0.5)))
      for (const id of holding) {
        const frequency = this.#frequencies[id] ?? 0
        this.#frequencies[id] = 0
        const before = scores[id] ?? 0
        if (before === 0) touched.push(id)
        scores[id] = before + (rarity * frequency * (K1 + 1)) / (frequency + (this.#norms[id] ?? 1))
      }
    }
    const best = bestOf(touched, scores, limit)
    for (const id of touched) scores[id] = 0
    return best
  }

  #begin(revision: number): void {
    const rows = this.#measure.all()
    const size = rows.reduce((most, [id]) => Math.max(most, id), 0) + 1
    const mean = rows.reduce((sum, [, characters]) => sum + characters, 0) / (rows.length || 1)
    this.#norms = new Float32Array(size)
    for (const [id, characters] of rows) this.#norms[id] = K1 * (1 - B + (B * characters) / (mean || 1))
    this.#passages = rows.length
    this.#scores = new Float64Array(size)
    this.#frequencies = new Float64Array(size)
    this.#kept.clear()
    this.#held = 0
    this.#revision = revision
  }

  /** How often the term stands in each passage, weighed by field, into {@link #frequencies}. @returns the passages that hold it */
  #frequenciesOf({ text, kind }: IndexTerm, weights: FieldWeights): readonly number[] {
    const holding: number[] = []
    for (const field of fieldsOf[kind]) {
      const weight = weights[field]
      const { ids, counts } = this.#postingsOf(text, field)
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0
        const before = this.#frequencies[id] ?? 0
        if (before === 0) holding.push(id)
        this.#frequencies[id] = before + weight * (counts[at] ?? 0)
      }
    }
    return holding
  }

  #postingsOf(term: string, field: Field): Postings {
    const key = `${field} ${term}`
    const known = this.#kept.get(key)
    if (known) return known
    const made = postingsIn(this.#read[field].get(term) ?? '')
    this.#kept.set(key, made)
    this.#held += made.ids.length
    for (const [oldest, its] of this.#kept) {
      if (this.#held <= KEPT) break
      this.#kept.delete(oldest)
      this.#held -= its.ids.length
    }
    return made
  }
}

/** @param places the passage of each place of a term, in their order: `3,3,17` */
function postingsIn(places: string): Postings {
  const ids: number[] = []
  const counts: number[] = []
  let id = 0
  // By hand: splitting made a string of each of some thousand numbers.
  for (let at = 0; at <= places.length; at++) {
    const digit = places.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      id = 10 * id + digit
      continue
    }
    if (id !== 0) {
      const last = ids.length - 1
      if (ids[last] === id) counts[last] = Math.min(255, (counts[last] ?? 0) + 1)
      else {
        ids.push(id)
        counts.push(1)
      }
    }
    id = 0
  }
  return { ids: Uint32Array.from(ids), counts: Uint8Array.from(counts) }
}

/** The best so many of those touched, best first; of equal ones the earlier passage. */
function bestOf(touched: readonly number[], scores: Float64Array, limit: number): readonly IndexHit[] {
  const least = leastOfBest(touched, scores, limit)
  return touched
    .filter((id) => (scores[id] ?? 0) >= least)
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
    .slice(0, limit)
    .map((id) => ({ passageId: String(id), score: scores[id] ?? 0 }))
}

/** The score of the last of the best so many; -Infinity where there are no more. Few of thousands come among them. */
function leastOfBest(touched: readonly number[], scores: Float64Array, limit: number): number {
  // Descending.
  const best = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY)
  for (const id of touched) {
    const score = scores[id] ?? 0
    if (score <= (best[limit - 1] ?? 0)) continue
    let at = limit - 1
    while (at > 0 && (best[at - 1] ?? 0) < score) {
      best[at] = best[at - 1] ?? 0
      at--
    }
    best[at] = score
  }
  return best[limit - 1] ?? Number.NEGATIVE_INFINITY
}
