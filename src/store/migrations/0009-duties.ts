import { type Kysely, type Migration, sql } from 'kysely'

/** Rules that somebody owes something, what they make of the register, and its history, which nobody can change. */
export const duties: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
const states = "('open', 'preparing', 'filed', 'confirmed', 'received', 'waived', 'suspended')"

const statements = [
  `CREATE TABLE duties (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    audience TEXT NOT NULL CHECK (json_valid(audience)),
    rule TEXT NOT NULL CHECK (json_valid(rule)),
    ladder TEXT NOT NULL CHECK (json_valid(ladder)),
    materials TEXT NOT NULL CHECK (json_valid(materials)),
    channel TEXT,
    source TEXT CHECK (json_valid(source)),
    state TEXT NOT NULL CHECK (state IN ('draft', 'live', 'retired')),
    live_since INTEGER,
    revision INTEGER NOT NULL CHECK (revision >= 1)
  ) STRICT`,
  `CREATE TABLE settled_years (
    zone TEXT NOT NULL CHECK (zone <> ''),
    milestone TEXT NOT NULL CHECK (milestone IN ('founded', 'accepted')),
    year INTEGER NOT NULL CHECK (year BETWEEN 1986 AND 2100),
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (zone, milestone)
  ) STRICT, WITHOUT ROWID`,
  // Passages come and go with the versions of a document: the sentence is what was decided, wherever it stands now.
  `CREATE TABLE proposals (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    document_id TEXT NOT NULL,
    passage_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    quote TEXT NOT NULL CHECK (quote <> ''),
    date TEXT CHECK (date GLOB '${day}'),
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dismissed')),
    duty TEXT,
    proposed_at INTEGER NOT NULL,
    UNIQUE (origin, quote),
    CHECK ((state = 'accepted') = (duty IS NOT NULL))
  ) STRICT`,
  `CREATE TABLE obligations (
    id TEXT PRIMARY KEY,
    duty TEXT NOT NULL REFERENCES duties (id),
    organization TEXT NOT NULL REFERENCES organizations (id),
    period TEXT NOT NULL CHECK (period <> ''),
    due TEXT NOT NULL CHECK (due GLOB '${day}'),
    originally TEXT CHECK (originally GLOB '${day}'),
    state TEXT NOT NULL CHECK (state IN ${states}),
    since INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    reason TEXT,
    lapsed INTEGER NOT NULL DEFAULT 0 CHECK (lapsed IN (0, 1)),
    UNIQUE (duty, organization, period),
    CHECK (lapsed = 0 OR state = 'waived')
  ) STRICT`,
  'CREATE INDEX obligations_organization ON obligations (organization, due)',
  'CREATE INDEX obligations_due ON obligations (due)',
  // No foreign key: an entry outlives whatever it tells of.
  `CREATE TABLE obligation_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    obligation TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb <> ''),
    state_before TEXT CHECK (state_before IN ${states}),
    due_before TEXT,
    state_after TEXT NOT NULL CHECK (state_after IN ${states}),
    due_after TEXT NOT NULL,
    reason TEXT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    platform TEXT,
    space TEXT,
    channel TEXT,
    CHECK ((state_before IS NULL) = (due_before IS NULL))
  ) STRICT`,
  'CREATE INDEX obligation_events_obligation ON obligation_events (obligation, id)',
  `CREATE TRIGGER obligation_events_keep_update BEFORE UPDATE ON obligation_events
    BEGIN SELECT RAISE(ABORT, 'the history of obligations is append-only'); END`,
  `CREATE TRIGGER obligation_events_keep_delete BEFORE DELETE ON obligation_events
    BEGIN SELECT RAISE(ABORT, 'the history of obligations is append-only'); END`,
  // INSERT OR REPLACE deletes without firing the trigger above, so an id that is taken is refused as well.
  `CREATE TRIGGER obligation_events_keep_replace BEFORE INSERT ON obligation_events
    WHEN EXISTS (SELECT 1 FROM obligation_events WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the history of obligations is append-only'); END`,
]
