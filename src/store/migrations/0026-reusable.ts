import { type Kysely, type Migration, sql } from 'kysely'

/** How long a model's answer may be given again; traces of what was read in English, and of what was given again. */
export const reusable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** As long as traces were kept until now, 90 days. Milliseconds. */
const kept = 90 * 86_400_000

const statements = [
  'ALTER TABLE model_traces RENAME TO old_model_traces',
  'DROP INDEX model_traces_key',
  'DROP INDEX model_traces_at',
  `CREATE TABLE model_traces (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    key TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN
      ('worded', 'asked-back', 'extractive', 'looked-up', 'nothing-found', 'drafted', 'read', 'again')),
    question TEXT NOT NULL,
    detail TEXT NOT NULL CHECK (json_valid(detail)),
    reusable_until INTEGER
  ) STRICT`,
  `INSERT INTO model_traces
    SELECT id, at, key, outcome, question, detail,
      CASE WHEN outcome IN ('worded', 'asked-back', 'drafted') THEN at + ${kept} END
    FROM old_model_traces`,
  'DROP TABLE old_model_traces',
  'CREATE INDEX model_traces_key ON model_traces (key, at) WHERE reusable_until IS NOT NULL',
  'CREATE INDEX model_traces_at ON model_traces (at)',
]
