import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Questions that no document answered when somebody looked. Rows are never deleted: a revoked one says by whom and when.
 * What was confirmed says nothing of documents that came after `confirmed_at`.
 */
export const unanswerable: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `CREATE TABLE unanswerable (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL CHECK (question <> ''),
    question_key TEXT NOT NULL CHECK (question_key <> ''),
    asked_id TEXT REFERENCES asked (id),
    source TEXT NOT NULL CHECK (source IN ('editor', 'expert', 'import')),
    confirmed_by TEXT NOT NULL CHECK (confirmed_by <> ''),
    confirmed_at INTEGER NOT NULL,
    revoked_by TEXT,
    revoked_at INTEGER,
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
  ) STRICT`,
  'CREATE UNIQUE INDEX unanswerable_once ON unanswerable (question_key) WHERE revoked_at IS NULL',
]
