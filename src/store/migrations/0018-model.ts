import { type Kysely, type Migration, sql } from 'kysely'

/** What was spent on a language model, a day and person, and how each of its answers came about. */
export const model: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE model_spending (
        day TEXT NOT NULL,
        payer TEXT NOT NULL,
        tokens INTEGER NOT NULL,
        money INTEGER NOT NULL,
        PRIMARY KEY (day, payer)
      ) STRICT, WITHOUT ROWID`.execute(db)
    await sql`
      CREATE TABLE model_traces (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        key TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('worded', 'asked-back', 'extractive')),
        question TEXT NOT NULL,
        detail TEXT NOT NULL CHECK (json_valid(detail))
      ) STRICT`.execute(db)
    await sql`CREATE INDEX model_traces_key ON model_traces (key, at) WHERE outcome <> 'extractive'`.execute(
      db,
    )
    await sql`CREATE INDEX model_traces_at ON model_traces (at)`.execute(db)
  },
}
