import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { fromJson } from './from-json.ts'
import { PostingsReader } from './postings.ts'
import type { Revision } from './revision.ts'
import type { Tables } from './tables.ts'

/** A term of a query: a word in title, path and body, or a pair of neighbouring characters. */
export interface IndexTerm {
  readonly text: string
  readonly kind: 'word' | 'pair'
}

export interface IndexHit {
  readonly passageId: string
  /** Higher is better. */
  readonly score: number
}

/** How much a match counts by where it stands. */
export interface FieldWeights {
  readonly title: number
  readonly path: number
  readonly body: number
  readonly pairs: number
}

/** In how many passages a term stands. */
export interface Frequency {
  readonly title: number
  readonly path: number
  readonly body: number
  readonly pairs: number
}

/** What the index holds as a whole. */
export interface IndexState {
  /** Grows with every change: what was remembered of an earlier one is void. */
  readonly revision: number
  readonly passages: number
  /** Mean length of a passage's text, in characters. */
  readonly meanLength: number
}

/** The words of a passage, segmented and folded, as the index takes them: tokens joined by spaces. */
export interface PassageWords {
  readonly title: string
  readonly path: string
  readonly body: string
  readonly pairs: string
}

/** What a passage's words are cut from. */
export interface Cuttable {
  readonly title: string
  readonly number?: string
  readonly path: readonly string[]
  readonly text: string
}

/** The full-text index: the only part of the store that another engine would have to write anew. */
export interface PassageIndex {
  /** The passages that hold any of the terms, best first. Only documents that answer are in the index. */
  search(terms: readonly IndexTerm[], weights: FieldWeights, limit: number): Promise<readonly IndexHit[]>
  /** Passages whose text holds these characters anywhere: slow, for what is no word by itself. */
  holding(text: string, limit: number): Promise<string[]>
  /** All passages of the documents that answer, those that are not found too; undefined where more than `most`. */
  all(most: number): Promise<string[] | undefined>
  frequenciesOf(terms: readonly string[]): Promise<ReadonlyMap<string, Frequency>>
  /** Every term with its frequency; undefined where there are more than `most`. */
  vocabulary(most: number): Promise<ReadonlyMap<string, Frequency> | undefined>
  /** The words of all passages with the number of passages that hold them; only the first `most`, by spelling. */
  words(most: number): Promise<ReadonlyMap<string, number>>
  revision(): Promise<number>
  /** Grows where a document changes: confirmed questions leave passages and their words as they are. */
  revisionOfTexts(): Promise<number>
  /** How the words in the index were cut; undefined while it is empty. */
  edition(): Promise<string | undefined>
  /** Makes the whole index anew from the stored passages, in one transaction; seconds for ten thousand passages. */
  remake(edition: string, cut: (passage: Cuttable) => PassageWords): Promise<void>
  state(): Promise<IndexState>
}

export interface PassageIndexTables {
  index_facts: { name: string; value: string }
}

export function makePassageIndex(
  db: Kysely<Tables>,
  sqlite: Database.Database,
  revision: Revision,
): PassageIndex {
  const fact = async (name: string) => {
    const row = await db.selectFrom('index_facts').select('value').where('name', '=', name).executeTakeFirst()
    return row?.value
  }

  let postings: PostingsReader | undefined

  return {
    revision: revision.now,
    revisionOfTexts: revision.ofTexts,
    edition: () => fact('edition'),

    async remake(edition, cut) {
      await db.transaction().execute(async () => {
        remakeNow(sqlite, edition, cut)
        revision.raise('texts')
      })
    },

    async search(terms, weights, limit) {
      if (terms.length === 0) return []
      const now = await revision.ofTexts()
      postings ??= new PostingsReader(sqlite)
      return postings.search(terms, weights, limit, now)
    },

    async holding(text, limit) {
      const { rows } = await sql<{ id: number }>`
        SELECT passages.id id FROM passages JOIN documents ON documents.id = document_id
        WHERE replaced_at IS NULL AND kind <> 'contents' AND instr(text, ${text}) > 0 LIMIT ${limit}`.execute(
        db,
      )
      return rows.map((it) => String(it.id))
    },

    async all(most) {
      const { rows } = await sql<{ id: number }>`
        SELECT passages.id id FROM passages JOIN documents ON documents.id = document_id
        WHERE replaced_at IS NULL ORDER BY passages.id LIMIT ${most + 1}`.execute(db)
      return rows.length > most ? undefined : rows.map((it) => String(it.id))
    },

    async frequenciesOf(terms) {
      if (terms.length === 0) return new Map()
      const { rows } = await sql<VocabularyRow>`
        SELECT term, col, doc FROM json_each(${JSON.stringify(terms)}) AS wanted
        CROSS JOIN passage_vocabulary ON term = wanted.value`.execute(db)
      return frequenciesIn(rows)
    },

    async vocabulary(most) {
      // A term has a row for each field that it stands in.
      const { rows } = await sql<VocabularyRow>`
        SELECT term, col, doc FROM passage_vocabulary LIMIT ${4 * most + 1}`.execute(db)
      const found = frequenciesIn(rows)
      return rows.length > 4 * most || found.size > most ? undefined : found
    },

    async words(most) {
      const { rows } = await sql<{ term: string; held: number }>`
        SELECT term, max(doc) held FROM passage_vocabulary WHERE col <> 'pairs' GROUP BY term LIMIT ${most}`.execute(
        db,
      )
      return new Map(rows.map((it) => [it.term, it.held]))
    },

    async state() {
      const { rows } = await sql<{ passages: number; meanLength: number | null }>`
        SELECT count(*) passages, avg(length(text)) meanLength FROM passages
        JOIN documents ON documents.id = document_id WHERE replaced_at IS NULL AND kind <> 'contents'`.execute(
        db,
      )
      return {
        revision: await revision.now(),
        passages: rows[0]?.passages ?? 0,
        meanLength: rows[0]?.meanLength ?? 1,
      }
    },
  }
}

interface VocabularyRow {
  term: string
  col: keyof Frequency
  doc: number
}

function frequenciesIn(rows: readonly VocabularyRow[]): ReadonlyMap<string, Frequency> {
  const found = new Map<string, { -readonly [Field in keyof Frequency]: number }>()
  for (const { term, col, doc } of rows) {
    const its = found.get(term) ?? { title: 0, path: 0, body: 0, pairs: 0 }
    its[col] = doc
    found.set(term, its)
  }
  return found
}

interface CuttableRow {
  id: number
  title: string
  number: string | null
  path: string
  text: string
}

function remakeNow(
  sqlite: Database.Database,
  edition: string,
  cut: (passage: Cuttable) => PassageWords,
): void {
  sqlite.exec("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
  const documents = sqlite
    .prepare<[], number>('SELECT id FROM documents WHERE replaced_at IS NULL ORDER BY id')
    .pluck()
    .all()
  const passages = sqlite.prepare<[number], CuttableRow>(
    `SELECT passages.id, title, number, path, text FROM passages JOIN documents ON documents.id = document_id
     WHERE document_id = ? AND kind <> 'contents'`,
  )
  const insert = wordsInserter(sqlite)
  for (const document of documents) {
    for (const { id, title, number, path, text } of passages.all(document)) {
      const passage = {
        title,
        path: fromJson<string[]>(path),
        text,
        ...(number === null ? {} : { number }),
      }
      insert(id, cut(passage))
    }
  }
  sqlite.prepare("DELETE FROM index_facts WHERE name = 'edition'").run()
  keepEdition(sqlite, edition)
}

/** Puts the words of passages into the index; called inside the transaction that keeps them. */
export function wordsInserter(sqlite: Database.Database): (id: number | bigint, words: PassageWords) => void {
  const insert = sqlite.prepare(
    'INSERT INTO passage_words (rowid, title, path, body, pairs) VALUES (?, ?, ?, ?, ?)',
  )
  return (id, words) => insert.run(id, words.title, words.path, words.body, words.pairs)
}

/** Makes one piece of all that was inserted; called inside a transaction. */
export function mergeWords(sqlite: Database.Database): void {
  sqlite.exec("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
}

/** The first document's edition is the index's; a later one that differs shows that the index must be made anew. */
export function keepEdition(sqlite: Database.Database, edition: string): void {
  sqlite.prepare("INSERT INTO index_facts VALUES ('edition', ?) ON CONFLICT (name) DO NOTHING").run(edition)
}
