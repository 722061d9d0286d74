import type Database from 'better-sqlite3'
import type { FieldWeights, IndexHit, IndexTerm } from './passage-index.ts'

/** The passages that hold a term in one field, ascending, and how often it stands there (at most 255 times). */
interface Postings {
  readonly ids: Uint32Array
  readonly counts: Uint8Array
}

type Field = keyof FieldWeights

type ByField = Readonly<Record<Field, Postings>>

const fieldsOf: Readonly<Record<IndexTerm['kind'], readonly Field[]>> = {
  word: ['title', 'path', 'body'],
  pair: ['pairs'],
}

/** Postings that are kept, of all terms together: 5 bytes each. All of 60,000 passages are 8 million. */
const KEPT = 8_000_000

const K1 = 1.2
const B = 0.75

/**
 * BM25 over the postings of some terms, as SQLite's own `bm25()` has it. That one walks through the places of every term in
 * every passage for each row again, and took two thirds of a search over 60,000 passages; here SQLite only hands over each
 * term's passages, in one text, and adding up is ours.
 */
export class PostingsReader {
  readonly #read: Database.Statement<[string], string | null>
  readonly #measure: Database.Statement<[], [passage: number, characters: number]>
  readonly #kept = new Map<string, ByField>()
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
    // One walk for all fields: a word's pair of characters stands at the same places, and is asked for beside it.
    this.#read = sqlite
      .prepare<[string], string | null>(
        "SELECT group_concat(doc || col, '') FROM temp.passage_places WHERE term = ?",
      )
      .pluck()
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
    const postings = this.#postingsOf(text)
    for (const field of fieldsOf[kind]) {
      const weight = weights[field]
      const { ids, counts } = postings[field]
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0
        const before = this.#frequencies[id] ?? 0
        if (before === 0) holding.push(id)
        this.#frequencies[id] = before + weight * (counts[at] ?? 0)
      }
    }
    return holding
  }

  #postingsOf(term: string): ByField {
    const known = this.#kept.get(term)
    if (known) return known
    const made = postingsIn(this.#read.get(term) ?? '')
    this.#kept.set(term, made)
    this.#held += sizeOf(made)
    for (const [oldest, its] of this.#kept) {
      if (this.#held <= KEPT) break
      this.#kept.delete(oldest)
      this.#held -= sizeOf(its)
    }
    return made
  }
}

const sizeOf = (its: ByField) => Object.values(its).reduce((sum, { ids }) => sum + ids.length, 0)

/** @param places the passage and the field of each place of a term, by passage: `3body3body3pairs17body` */
function postingsIn(places: string): ByField {
  const fields = { title: new Growing(), path: new Growing(), body: new Growing(), pairs: new Growing() }
  let id = 0
  // By hand: splitting made a string of each of some thousand numbers.
  for (let at = 0; at < places.length; ) {
    const digit = places.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      id = 10 * id + digit
      at++
    } else {
      const field = fieldAt(places, at)
      fields[field].add(id)
      id = 0
      at += field.length
    }
  }
  const { title, path, body, pairs } = fields
  return { title: title.postings(), path: path.postings(), body: body.postings(), pairs: pairs.postings() }
}

/** The field whose name begins at a place of a text. */
function fieldAt(text: string, at: number): Field {
  if (text.charAt(at) === 'b') return 'body'
  if (text.charAt(at) === 't') return 'title'
  return text.charAt(at + 2) === 'i' ? 'pairs' : 'path'
}

/** The postings of one field while they are read. */
class Growing {
  readonly #ids: number[] = []
  readonly #counts: number[] = []

  add(id: number): void {
    const last = this.#ids.length - 1
    if (this.#ids[last] === id) {
      this.#counts[last] = Math.min(255, (this.#counts[last] ?? 0) + 1)
    } else {
      this.#ids.push(id)
      this.#counts.push(1)
    }
  }

  postings(): Postings {
    return this.#ids.length === 0
      ? nowhere
      : { ids: Uint32Array.from(this.#ids), counts: Uint8Array.from(this.#counts) }
  }
}

/** Shared by the fields that do not hold a term. */
const nowhere: Postings = { ids: new Uint32Array(), counts: new Uint8Array() }

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
