import { type Kysely, type Migration, sql } from 'kysely'

/** A model may also choose what is looked up, or draft something; a CHECK cannot be changed in place. */
export const lookedUp: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE model_traces RENAME TO old_model_traces`.execute(db)
    await sql`DROP INDEX model_traces_key`.execute(db)
    await sql`DROP INDEX model_traces_at`.execute(db)
    await sql`
      CREATE TABLE model_traces (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        key TEXT NOT NULL,
        outcome TEXT NOT NULL
          CHECK (outcome IN ('worded', 'asked-back', 'extractive', 'looked-up', 'nothing-found', 'drafted')),
        question TEXT NOT NULL,
        detail TEXT NOT NULL CHECK (json_valid(detail))
      ) STRICT`.execute(db)
    await sql`INSERT INTO model_traces SELECT id, at, key, outcome, question, detail FROM old_model_traces`.execute(
      db,
    )
    await sql`DROP TABLE old_model_traces`.execute(db)
    await sql`
      CREATE INDEX model_traces_key ON model_traces (key, at)
      WHERE outcome NOT IN ('extractive', 'nothing-found')`.execute(db)
    await sql`CREATE INDEX model_traces_at ON model_traces (at)`.execute(db)
  },
}
