import { type Kysely, type Migration, sql } from 'kysely'

/** Trainings that are being written, tries of codes of attendance, secrets of the house, and why somebody was moved. */
export const organizing: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  // A draft has the id that its training will have.
  `CREATE TABLE training_drafts (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^A-Za-z0-9._-]*'),
    organizer TEXT NOT NULL CHECK (organizer <> ''),
    body TEXT NOT NULL CHECK (json_valid(body)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL CHECK (changed_by <> '')
  ) STRICT`,
  `CREATE TABLE attendance_tries (
    member TEXT NOT NULL CHECK (member <> ''),
    at INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX attendance_tries_member ON attendance_tries (member, at)',
  // Made once; what was signed with one stays true as long as it is kept.
  `CREATE TABLE secrets (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL CHECK (length(value) >= 32)
  ) STRICT, WITHOUT ROWID`,
  'ALTER TABLE registration_events ADD COLUMN reason TEXT',
]
