import { type Kysely, type Migration, sql } from 'kysely'

/** What the bot says unasked: deliveries, the notices that they carry, and which copy of the bot may send them. */
export const outbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `CREATE TABLE outbox (
    key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 60 AND key NOT GLOB '*[^A-Za-z0-9:._-]*'),
    kind TEXT NOT NULL CHECK (kind <> ''),
    about TEXT NOT NULL CHECK (json_valid(about)),
    platform TEXT NOT NULL,
    space TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT,
    locale TEXT NOT NULL CHECK (locale IN ('zh-CN', 'en')),
    due_at INTEGER NOT NULL,
    useful_until INTEGER,
    when_unprovable TEXT NOT NULL CHECK (when_unprovable IN ('repeat', 'wait')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'cancelled', 'expired', 'parked')),
    next_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    attempted_at INTEGER,
    doubtful_since INTEGER,
    boot TEXT,
    sent_at INTEGER,
    message_id TEXT,
    why TEXT,
    repeated INTEGER NOT NULL DEFAULT 0 CHECK (repeated IN (0, 1)),
    created_at INTEGER NOT NULL,
    CHECK ((state = 'sent') = (message_id IS NOT NULL)),
    CHECK (state <> 'sending' OR boot IS NOT NULL),
    CHECK (state NOT IN ('cancelled', 'parked') OR why IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX outbox_state ON outbox (state, due_at, key)',
  // Two small indexes, of the rows that are still to be said: by them a claim sees what holds a place.
  "CREATE INDEX outbox_waiting ON outbox (platform, space, channel, due_at, key) WHERE state = 'waiting'",
  "CREATE INDEX outbox_sending ON outbox (platform, space, channel) WHERE state = 'sending'",
  `CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    obligation TEXT NOT NULL REFERENCES obligations (id),
    duty TEXT NOT NULL,
    organization TEXT NOT NULL,
    due TEXT NOT NULL,
    step TEXT NOT NULL CHECK (step <> ''),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    platform TEXT NOT NULL,
    space TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT,
    due_at INTEGER NOT NULL,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    replaced_by TEXT,
    delivery TEXT REFERENCES outbox (key),
    UNIQUE (duty, organization, due, step, recipient, platform, space, channel),
    CHECK ((replaced_by IS NULL) = (delivery IS NOT NULL))
  ) STRICT`,
  'CREATE INDEX notices_obligation ON notices (obligation)',
  'CREATE INDEX notices_delivery ON notices (delivery) WHERE delivery IS NOT NULL',
  // One row at most: the copy of the bot that talks.
  `CREATE TABLE lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    boot TEXT NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    renewed_at INTEGER NOT NULL
  ) STRICT`,
]
