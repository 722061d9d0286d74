import { type Kysely, type Migration, sql } from 'kysely'

/**
 * What profiles mean, by one embedding model. A row goes in the same transaction in which its profile's words change, or in
 * which its owner takes it back: see store/profile-vectors.ts.
 */
export const profileVectors: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Ids only grow: who remembers the last one sees what has come since.
    await sql`
      CREATE TABLE profile_vectors (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        profile TEXT NOT NULL UNIQUE REFERENCES profiles (id),
        model TEXT NOT NULL CHECK (model <> ''),
        value BLOB NOT NULL CHECK (length(value) > 0 AND length(value) % 4 = 0)
      ) STRICT`.execute(db)
  },
}
