import { type Kysely, type Migration, sql } from 'kysely'

/** Trainings, who registered for them, and what became of each; the history nobody can change. */
export const trainings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
const states = "('seated', 'waiting', 'offered', 'declined', 'lapsed', 'withdrawn')"

const statements = [
  // The columns are what is asked for; the body is the whole, and the only source of both.
  `CREATE TABLE trainings (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^A-Za-z0-9._-]*'),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled', 'held')),
    organizer TEXT NOT NULL CHECK (organizer <> ''),
    starts TEXT NOT NULL CHECK (starts GLOB '${day}'),
    ends TEXT NOT NULL CHECK (ends GLOB '${day}'),
    body TEXT NOT NULL CHECK (json_valid(body)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    CHECK (starts <= ends)
  ) STRICT`,
  'CREATE INDEX trainings_state ON trainings (state, ends)',
  // No foreign key to a member: a roster outlives a membership.
  `CREATE TABLE registrations (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    training TEXT NOT NULL REFERENCES trainings (id),
    member TEXT NOT NULL CHECK (member <> ''),
    name TEXT NOT NULL,
    organization TEXT NOT NULL CHECK (organization <> ''),
    province TEXT,
    nomination_group TEXT,
    nomination_priority INTEGER,
    nomination_order INTEGER,
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ${states}),
    state_since INTEGER NOT NULL,
    held_until INTEGER,
    attended_at INTEGER,
    UNIQUE (training, member),
    CHECK ((state = 'offered') = (held_until IS NOT NULL)),
    CHECK ((nomination_group IS NULL) = (nomination_priority IS NULL)),
    CHECK ((nomination_group IS NULL) = (nomination_order IS NULL))
  ) STRICT`,
  'CREATE INDEX registrations_member ON registrations (member)',
  `CREATE TABLE registration_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    training TEXT NOT NULL,
    member TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb <> ''),
    state_before TEXT CHECK (state_before IN ${states}),
    state_after TEXT NOT NULL CHECK (state_after IN ${states}),
    at INTEGER NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    platform TEXT,
    space TEXT,
    channel TEXT
  ) STRICT`,
  'CREATE INDEX registration_events_training ON registration_events (training, member, id)',
  ...(['UPDATE', 'DELETE'] as const).map(
    (
      verb,
    ) => `CREATE TRIGGER registration_events_keep_${verb.toLowerCase()} BEFORE ${verb} ON registration_events
    BEGIN SELECT RAISE(ABORT, 'the history of registrations is append-only'); END`,
  ),
  // INSERT OR REPLACE deletes without firing the trigger above, so an id that is taken is refused as well.
  `CREATE TRIGGER registration_events_keep_replace BEFORE INSERT ON registration_events
    WHEN EXISTS (SELECT 1 FROM registration_events WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the history of registrations is append-only'); END`,
  `CREATE TABLE attendance_codes (
    training TEXT NOT NULL REFERENCES trainings (id),
    code TEXT NOT NULL CHECK (code <> ''),
    day TEXT NOT NULL CHECK (day GLOB '${day}'),
    valid_until INTEGER NOT NULL,
    PRIMARY KEY (training, code)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE training_feedback (
    training TEXT NOT NULL REFERENCES trainings (id),
    member TEXT NOT NULL CHECK (member <> ''),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    given_at INTEGER NOT NULL,
    PRIMARY KEY (training, member)
  ) STRICT, WITHOUT ROWID`,
  // What stands of a training on a platform and has to be kept in step with it.
  `CREATE TABLE training_marks (
    training TEXT NOT NULL REFERENCES trainings (id),
    kind TEXT NOT NULL CHECK (kind IN ('card', 'event', 'canvas', 'pin')),
    platform TEXT NOT NULL,
    space TEXT NOT NULL,
    channel TEXT NOT NULL,
    reference TEXT NOT NULL CHECK (reference <> ''),
    revision INTEGER NOT NULL,
    PRIMARY KEY (training, kind, platform, space, channel)
  ) STRICT, WITHOUT ROWID`,
]
