import { type Kysely, type Migration, sql } from 'kysely'

/** Every message that was taken, once; the message itself is kept only until it has its answer. */
export const inbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE inbox (
        platform TEXT NOT NULL,
        space TEXT NOT NULL,
        message_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        message TEXT CHECK (message IS NULL OR json_valid(message)),
        PRIMARY KEY (platform, space, message_id)
      ) STRICT, WITHOUT ROWID`.execute(db)
    await sql`CREATE INDEX inbox_owed ON inbox (at) WHERE message IS NOT NULL`.execute(db)
  },
}
