import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Confirmed questions, one row a question and passage. Rows are never deleted: a revoked one says by whom and when.
 * `due_since`: the passage changed or went since the confirmation; until somebody looks, the row teaches nothing.
 */
export const learned: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `CREATE TABLE learned (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL CHECK (question <> ''),
    question_key TEXT NOT NULL CHECK (question_key <> ''),
    passage_id INTEGER NOT NULL REFERENCES passages (id),
    quote TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('editor', 'expert', 'members', 'import')),
    learned_by TEXT NOT NULL CHECK (learned_by <> ''),
    learned_at INTEGER NOT NULL,
    due_since INTEGER,
    revoked_by TEXT,
    revoked_at INTEGER,
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
  ) STRICT`,
  'CREATE UNIQUE INDEX learned_once ON learned (question_key, passage_id, quote) WHERE revoked_at IS NULL',
  'CREATE INDEX learned_passage ON learned (passage_id) WHERE revoked_at IS NULL',
]
