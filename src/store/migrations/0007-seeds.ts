import { type Kysely, type Migration, sql } from 'kysely'

/** Which parts of the initial data have been loaded, so that a start never undoes what people changed since. */
export const seeds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE seeds (
        name TEXT PRIMARY KEY,
        hash TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT`.execute(db)
  },
}
