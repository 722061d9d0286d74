import { type Kysely, type Migration, sql } from 'kysely'

/** What was asked, what people thought of the answer, and what experts said. */
export const questions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE asked (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        conversation TEXT NOT NULL,
        asker TEXT NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL CHECK (json_valid(answer)),
        state TEXT NOT NULL CHECK (state IN ('settled', 'open', 'closed'))
      ) STRICT`.execute(db)
    await sql`CREATE INDEX asked_conversation ON asked (conversation, at)`.execute(db)
    await sql`CREATE INDEX asked_open ON asked (at) WHERE state = 'open'`.execute(db)
    await sql`
      CREATE TABLE feedback (
        asked_id TEXT NOT NULL REFERENCES asked (id),
        person TEXT NOT NULL,
        organization TEXT,
        role TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('helpful', 'wrong', 'expert')),
        at INTEGER NOT NULL,
        PRIMARY KEY (asked_id, person)
      ) STRICT`.execute(db)
    await sql`
      CREATE TABLE expert_replies (
        id TEXT PRIMARY KEY,
        asked_id TEXT REFERENCES asked (id),
        question TEXT NOT NULL,
        text TEXT NOT NULL,
        passages TEXT NOT NULL CHECK (json_valid(passages)),
        by TEXT NOT NULL,
        at INTEGER NOT NULL,
        withdrawn_at INTEGER
      ) STRICT`.execute(db)
  },
}
