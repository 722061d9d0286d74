import type Database from 'better-sqlite3'
import { type Generated, type Kysely, sql } from 'kysely'
import { cachedPerTick } from './cached-per-tick.ts'
import { fromJson } from './from-json.ts'
import { loadSqliteVec } from './load-sqlite-vec.ts'
import type { Tables } from './tables.ts'
import { fewestDiffering, layOut, type Signs, signsOf } from './vector-signs.ts'

export interface VectorTables {
  passage_keys: { passage_id: number; key: string }
  vectors: { id: Generated<number>; model: string; dimension: number; key: string; signs: Uint8Array }
  vector_values: { vector_id: number; value: Uint8Array }
}

/** A passage of a document that answers, as far as its meaning goes. */
export interface MeaningOf {
  readonly passageId: string
  readonly title: string
  readonly path: readonly string[]
  readonly text: string
}

export interface Near {
  readonly passageId: string
  /** Cosine of the two vectors: 1 where they point the same way. */
  readonly similarity: number
}

/** Vectors of passages; another engine would have to write this anew, as the full-text index. */
export interface Vectors {
  /** @throws Problem where vectors cannot be compared on this machine */
  ready(): Promise<void>
  /** Passages whose words have no key yet. */
  unkeyed(most: number): Promise<MeaningOf[]>
  keep(keys: readonly { readonly passageId: string; readonly key: string }[]): Promise<void>
  /** Passages whose words have no vector of that model, by id, of those after an id; some may have the same words. */
  missing(model: string, after: string, most: number): Promise<(MeaningOf & { readonly key: string })[]>
  counts(model: string): Promise<{ readonly passages: number; readonly embedded: number }>
  /** Keeps vectors, all of one dimension; those of the same model and another dimension go: they cannot be compared. */
  put(
    model: string,
    vectors: readonly { readonly key: string; readonly vector: Float32Array }[],
  ): Promise<void>
  /**
   * What was put is found from now on.
   * @param sweep drops what no passage of a document that answers needs, and every other model's
   */
  publish(model: string, options: { readonly sweep: boolean }): Promise<void>
  /** Passages of documents that answer and `may`, nearest first. @throws Problem as `ready` */
  nearest(
    model: string,
    vector: Float32Array,
    may: (documentId: string) => boolean,
    most: number,
  ): Promise<Near[]>
}

/** Of the nearest by signs so many times as are wanted are compared in full: of 1,024 parts that finds nearly all. */
const PROPOSED = 4

interface Remembered {
  readonly of: string
  readonly dimension: number
  readonly signs: Signs
  readonly rows: readonly { readonly passageId: number; readonly vectorId: number }[]
  /** The documents, and by place which of them it is. */
  readonly documents: readonly string[]
  readonly documentAt: Uint32Array
}

export function makeVectors(db: Kysely<Tables>, sqlite: Database.Database): Vectors {
  let loading: Promise<void> | undefined
  let remembered: Remembered | undefined
  const state = cachedPerTick(async () => {
    const { rows } = await sql<{ state: string }>`
      SELECT group_concat(value, '/') state FROM (
        SELECT value FROM index_facts WHERE name IN ('texts', 'vectors') ORDER BY name)`.execute(db)
    return rows[0]?.state ?? ''
  })

  const ready = () => {
    loading ??= loadSqliteVec(sqlite)
    return loading
  }

  async function remember(model: string): Promise<Remembered> {
    const of = `${model} ${await state.read()}`
    if (remembered?.of === of) return remembered
    const { rows } = await sql<{
      passageId: number
      vectorId: number
      documentId: number
      dimension: number
      signs: Uint8Array
    }>`
      SELECT passages.id passageId, vectors.id vectorId, document_id documentId, dimension, signs
      FROM vectors JOIN passage_keys ON passage_keys.key = vectors.key
      JOIN passages ON passages.id = passage_id JOIN documents ON documents.id = document_id
      WHERE model = ${model} AND replaced_at IS NULL`.execute(db)
    const dimension = rows[0]?.dimension ?? 0
    const documents = [...new Set(rows.map((it) => it.documentId))]
    const numbers = new Map(documents.map((id, at) => [id, at]))
    remembered = {
      of,
      dimension,
      signs: layOut(
        rows.map((it) => it.signs),
        dimension,
      ),
      rows: rows.map(({ passageId, vectorId }) => ({ passageId, vectorId })),
      documents: documents.map(String),
      documentAt: Uint32Array.from(rows, (it) => numbers.get(it.documentId) ?? 0),
    }
    return remembered
  }

  return {
    ready,

    async unkeyed(most) {
      const { rows } = await sql<MeaningRow>`
        SELECT ${meaning} FROM ${stored}
        WHERE ${answers} AND passages.id NOT IN (SELECT passage_id FROM passage_keys)
        ORDER BY passages.id LIMIT ${most}`.execute(db)
      return rows.map(meaningOf)
    },

    async keep(keys) {
      await sql`
        INSERT INTO passage_keys
        SELECT value ->> 'passageId', value ->> 'key' FROM json_each(${JSON.stringify(keys)}) WHERE true
        ON CONFLICT (passage_id) DO UPDATE SET key = excluded.key`.execute(db)
    },

    async missing(model, after, most) {
      const { rows } = await sql<MeaningRow & { key: string }>`
        SELECT ${meaning}, key FROM ${stored} JOIN passage_keys ON passage_id = passages.id
        WHERE passages.id > ${Number(after)} AND ${answers}
          AND NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.model = ${model} AND vectors.key = passage_keys.key)
        ORDER BY passages.id LIMIT ${most}`.execute(db)
      return rows.map((it) => ({ ...meaningOf(it), key: it.key }))
    },

    async counts(model) {
      const { rows } = await sql<{ passages: number; embedded: number }>`
        SELECT count(*) passages, count(vectors.id) embedded
        FROM ${stored}
        LEFT JOIN passage_keys ON passage_id = passages.id
        LEFT JOIN vectors ON vectors.model = ${model} AND vectors.key = passage_keys.key
        WHERE ${answers}`.execute(db)
      return rows[0] ?? { passages: 0, embedded: 0 }
    },

    async put(model, vectors) {
      const dimension = vectors[0]?.vector.length ?? 0
      if (dimension === 0) return
      await db.transaction().execute(async () => {
        sqlite.prepare('DELETE FROM vectors WHERE model = ? AND dimension <> ?').run(model, dimension)
        const insert = sqlite.prepare(
          'INSERT INTO vectors (model, dimension, key, signs) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        )
        const value = sqlite.prepare('INSERT INTO vector_values VALUES (?, ?)')
        for (const { key, vector } of vectors) {
          const { changes, lastInsertRowid } = insert.run(model, dimension, key, signsOf(vector))
          if (changes > 0) value.run(lastInsertRowid, bytesOf(vector))
        }
      })
    },

    async publish(model, { sweep }) {
      await db.transaction().execute(async () => {
        if (sweep) {
          sqlite
            .prepare(
              `DELETE FROM vectors WHERE model <> ? OR key NOT IN (
                SELECT key FROM passage_keys JOIN passages ON passages.id = passage_id
                JOIN documents ON documents.id = document_id WHERE replaced_at IS NULL)`,
            )
            .run(model)
        }
        sqlite
          .prepare(
            `INSERT INTO index_facts VALUES ('vectors', '1')
             ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
          )
          .run()
      })
      state.forget()
    },

    async nearest(model, vector, may, most) {
      await ready()
      const { dimension, signs, rows, documents, documentAt } = await remember(model)
      // An endpoint that has changed its vectors under the same name: they are made anew by the next run.
      if (dimension !== vector.length) return []
      // Asked once a document: asking for each of 50,000 passages took as long as comparing them.
      const those = Uint8Array.from(documents, (it) => (may(it) ? 1 : 0))
      const mayBe = (place: number) => those[documentAt[place] ?? 0] === 1
      const proposed = fewestDiffering(signs, vector, mayBe, most * PROPOSED).flatMap((at) => rows[at] ?? [])
      const { rows: found } = await sql<{ id: number; similarity: number }>`
        SELECT vector_id id, 1 - vec_distance_cosine(vector_values.value, ${bytesOf(vector)}) similarity
        FROM json_each(${JSON.stringify([...new Set(proposed.map((it) => it.vectorId))])}) proposed
        CROSS JOIN vector_values ON vector_id = proposed.value`.execute(db)
      const similarities = new Map(found.map((it) => [it.id, it.similarity]))
      return proposed
        .map((it) => ({
          passageId: String(it.passageId),
          similarity: similarities.get(it.vectorId) ?? 0,
        }))
        .sort((one, other) => other.similarity - one.similarity)
        .slice(0, most)
    },
  }
}

interface MeaningRow {
  id: number
  title: string
  path: string
  text: string
}

const meaning = sql`passages.id, title, path, text`
const stored = sql`passages JOIN documents ON documents.id = document_id`
const answers = sql`replaced_at IS NULL AND kind <> 'contents'`

const meaningOf = ({ id, title, path, text }: MeaningRow): MeaningOf => ({
  passageId: String(id),
  title,
  path: fromJson<string[]>(path),
  text,
})

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** The words of a document's passages have changed: its title is among them. Called inside the transaction that changes it. */
export function forgetKeys(sqlite: Database.Database, documentId: number): void {
  sqlite
    .prepare('DELETE FROM passage_keys WHERE passage_id IN (SELECT id FROM passages WHERE document_id = ?)')
    .run(documentId)
}
