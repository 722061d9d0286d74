import { type Kysely, type Migration, sql } from 'kysely'

/** What takes long to work out from the rest: a row may be missing, or be deleted, at any time. */
export const derived: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE derived (
        name TEXT PRIMARY KEY,
        edition TEXT NOT NULL,
        value BLOB NOT NULL
      ) STRICT`.execute(db)
  },
}
