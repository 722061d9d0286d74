import { type Kysely, type Migration, sql } from 'kysely'

/** Visits between zones: what is offered, who asked for it, how far the two are, and how they came there. */
export const visits: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
const states = "('asked', 'answered', 'agreed', 'held', 'declined', 'withdrawn', 'called-off')"

const statements = [
  `CREATE TABLE visit_offers (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    host TEXT NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'shadowing')),
    topic TEXT NOT NULL CHECK (topic <> ''),
    place TEXT,
    dates TEXT NOT NULL CHECK (json_valid(dates)),
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn')),
    reason TEXT,
    offered_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE visits (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    offer TEXT NOT NULL REFERENCES visit_offers (id),
    guest TEXT NOT NULL REFERENCES organizations (id),
    wanted TEXT NOT NULL CHECK (json_valid(wanted)),
    people INTEGER NOT NULL CHECK (people >= 1),
    note TEXT,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ${states}),
    state_since INTEGER NOT NULL,
    days_from TEXT CHECK (days_from GLOB '${day}'),
    days_to TEXT CHECK (days_to GLOB '${day}'),
    ended_by TEXT CHECK (ended_by IN ('host', 'guest')),
    reason TEXT,
    host_report TEXT CHECK (json_valid(host_report)),
    guest_report TEXT CHECK (json_valid(guest_report)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    CHECK ((days_from IS NULL) = (days_to IS NULL) AND days_from <= days_to),
    CHECK (state NOT IN ('answered', 'agreed', 'held') OR days_from IS NOT NULL),
    CHECK ((state IN ('declined', 'withdrawn', 'called-off')) = (ended_by IS NOT NULL)),
    CHECK ((state = 'held') = (host_report IS NOT NULL OR guest_report IS NOT NULL))
  ) STRICT`,
  // Whatever two people of one zone press at once, it asks for an offer once at a time.
  // A visit that was agreed and that nobody tells of keeps no guest from asking again.
  `CREATE UNIQUE INDEX visits_live ON visits (offer, guest) WHERE state IN ('asked', 'answered')`,
  'CREATE INDEX visits_guest ON visits (guest)',
]
