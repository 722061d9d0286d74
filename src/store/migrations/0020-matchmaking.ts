import { type Kysely, type Migration, sql } from 'kysely'

/** Needs and offers, introductions and what came of them; the history nobody can change. */
export const matchmaking: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const introductionStates =
  "('asked', 'agreed', 'talking', 'concluded', 'declined', 'withdrawn', 'lapsed', 'blocked')"

/** A history is only ever added to; INSERT OR REPLACE deletes without a trigger, so a taken id is refused as well. */
const appendOnly = (table: string) => [
  ...(['UPDATE', 'DELETE'] as const).map(
    (verb) => `CREATE TRIGGER ${table}_keep_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  ),
  `CREATE TRIGGER ${table}_keep_replace BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
]

const stamped = `at INTEGER NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    platform TEXT,
    space TEXT,
    channel TEXT`

const statements = [
  // Two ids fit into one button on the narrowest platform.
  `CREATE TABLE profiles (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 28 AND id NOT GLOB '*[^A-Za-z0-9-]*'),
    owner TEXT NOT NULL CHECK (owner <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('need', 'offer', 'project', 'result', 'expert')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
    valid_until TEXT,
    body TEXT NOT NULL CHECK (json_valid(body)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    told_at INTEGER
  ) STRICT`,
  'CREATE INDEX profiles_owner ON profiles (owner, state)',
  `CREATE TABLE profile_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb <> ''),
    body TEXT NOT NULL CHECK (json_valid(body)),
    revision INTEGER NOT NULL,
    ${stamped}
  ) STRICT`,
  'CREATE INDEX profile_events_profile ON profile_events (profile, id)',
  ...appendOnly('profile_events'),
  `CREATE TABLE introductions (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 24),
    need TEXT NOT NULL,
    offer TEXT NOT NULL,
    asker TEXT NOT NULL CHECK (asker <> ''),
    asked TEXT NOT NULL CHECK (asked <> '' AND asked <> asker),
    pair TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ${introductionStates}),
    since INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    revision INTEGER NOT NULL CHECK (revision >= 1)
  ) STRICT`,
  // Nobody is asked twice while something between the two is open, whatever the program believes.
  `CREATE UNIQUE INDEX introductions_open ON introductions (pair)
    WHERE state IN ('asked', 'agreed', 'talking')`,
  'CREATE INDEX introductions_pair ON introductions (pair, since)',
  'CREATE INDEX introductions_state ON introductions (state)',
  `CREATE TABLE introduction_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    introduction TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb <> ''),
    state_after TEXT NOT NULL CHECK (state_after IN ${introductionStates}),
    ${stamped}
  ) STRICT`,
  'CREATE INDEX introduction_events_introduction ON introduction_events (introduction, id)',
  ...appendOnly('introduction_events'),
  `CREATE TABLE match_blocks (
    organization TEXT NOT NULL,
    blocked TEXT NOT NULL CHECK (blocked <> organization),
    since INTEGER NOT NULL,
    PRIMARY KEY (organization, blocked)
  ) STRICT, WITHOUT ROWID`,
  // Suggestions that an organization does not want to see again; without a day, never.
  `CREATE TABLE match_dismissals (
    organization TEXT NOT NULL,
    need TEXT NOT NULL,
    offer TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY (organization, need, offer)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE exchange_days (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    body TEXT NOT NULL CHECK (json_valid(body)),
    kept_at INTEGER NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE match_digests (
    organization TEXT PRIMARY KEY,
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    quiet_until TEXT
  ) STRICT, WITHOUT ROWID`,
]
