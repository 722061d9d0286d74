import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Vectors of passages. They belong to words, not to passages: the same words are never paid for twice, also in a new version
 * of their document. Plain tables: a store with vectors can be opened, copied and checked where sqlite-vec cannot be loaded.
 */
export const vectors: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  // Which words stand for a passage: their hash. A row is gone where the document's title has changed.
  `CREATE TABLE passage_keys (
    passage_id INTEGER PRIMARY KEY REFERENCES passages (id),
    key TEXT NOT NULL CHECK (length(key) = 64)
  ) STRICT`,
  // The signs of a vector's parts, by which the nearest are proposed: read all of them at once, so the vectors stand apart.
  `CREATE TABLE vectors (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    dimension INTEGER NOT NULL CHECK (dimension > 0),
    key TEXT NOT NULL CHECK (length(key) = 64),
    signs BLOB NOT NULL,
    UNIQUE (model, key)
  ) STRICT`,
  `CREATE TABLE vector_values (
    vector_id INTEGER PRIMARY KEY REFERENCES vectors (id) ON DELETE CASCADE,
    value BLOB NOT NULL
  ) STRICT`,
]
