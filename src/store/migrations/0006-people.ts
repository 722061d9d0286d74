import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Who is who: organizations, their members, the accounts by which platforms know them, invitations, bound channels, and
 * the audit, which nobody can change.
 */
export const people: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `CREATE TABLE organizations (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('office', 'province', 'zone', 'expert')),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    also_called TEXT NOT NULL CHECK (json_valid(also_called)),
    province TEXT CHECK (province <> ''),
    zone TEXT UNIQUE,
    added_at INTEGER NOT NULL,
    CHECK ((kind = 'zone') = (zone IS NOT NULL)),
    CHECK (kind NOT IN ('zone', 'province') OR province IS NOT NULL)
  ) STRICT`,
  "CREATE UNIQUE INDEX organizations_office ON organizations (kind) WHERE kind = 'office'",
  "CREATE UNIQUE INDEX organizations_province ON organizations (province) WHERE kind = 'province'",
  `CREATE TABLE members (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    locale TEXT CHECK (locale IN ('zh-CN', 'en')),
    joined_at INTEGER NOT NULL,
    left_at INTEGER
  ) STRICT`,
  'CREATE INDEX members_organization ON members (organization_id) WHERE left_at IS NULL',
  // A row without a member is a guest who has chosen a language.
  `CREATE TABLE identities (
    platform TEXT NOT NULL,
    space TEXT NOT NULL,
    user TEXT NOT NULL,
    member_id TEXT REFERENCES members (id),
    locale TEXT CHECK (locale IN ('zh-CN', 'en')),
    PRIMARY KEY (platform, space, user)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX identities_member ON identities (member_id) WHERE member_id IS NOT NULL',
  // For an organization (whoever redeems it joins) or for a member (whoever redeems it is that member, elsewhere).
  `CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
    organization_id TEXT REFERENCES organizations (id),
    member_id TEXT REFERENCES members (id),
    uses INTEGER NOT NULL CHECK (uses >= 1),
    used INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses),
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
    revoked_at INTEGER,
    CHECK ((organization_id IS NULL) <> (member_id IS NULL))
  ) STRICT`,
  `CREATE TABLE invitation_tries (
    platform TEXT NOT NULL,
    space TEXT NOT NULL,
    user TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX invitation_tries_person ON invitation_tries (platform, space, user, at)',
  `CREATE TABLE bindings (
    platform TEXT NOT NULL,
    space TEXT NOT NULL,
    channel TEXT NOT NULL,
    organization_id TEXT REFERENCES organizations (id),
    purpose TEXT CHECK (purpose IN ('questions', 'notices', 'trainings', 'alliance')),
    answers TEXT NOT NULL CHECK (answers IN ('mention', 'every')),
    bound_at INTEGER NOT NULL,
    PRIMARY KEY (platform, space, channel),
    CHECK (organization_id IS NOT NULL OR purpose IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  // No foreign keys: an entry outlives whatever it tells of.
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    platform TEXT,
    space TEXT,
    channel TEXT,
    action TEXT NOT NULL CHECK (action <> ''),
    subject TEXT NOT NULL,
    organization_id TEXT,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after))
  ) STRICT`,
  'CREATE INDEX audit_at ON audit (at)',
  'CREATE INDEX audit_organization ON audit (organization_id, at)',
  "CREATE TRIGGER audit_keeps_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
  "CREATE TRIGGER audit_keeps_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
  // INSERT OR REPLACE deletes without firing the trigger above, so an id that is taken is refused as well.
  `CREATE TRIGGER audit_keeps_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END`,
]
