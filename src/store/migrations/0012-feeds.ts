import { type Kysely, type Migration, sql } from 'kysely'

/** Secret addresses under which members' calendars are read; of an address only the hash is kept. */
export const feeds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE feeds (
        token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
        member_id TEXT NOT NULL REFERENCES members (id),
        created_at INTEGER NOT NULL,
        revoked_at INTEGER
      ) STRICT, WITHOUT ROWID`.execute(db)
    await sql`CREATE INDEX feeds_member ON feeds (member_id) WHERE revoked_at IS NULL`.execute(db)
  },
}
