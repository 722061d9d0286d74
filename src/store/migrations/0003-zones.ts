import { type Kysely, type Migration, sql } from 'kysely'

/** The register: zones, every name that finds one, and the words that prove every cell. */
export const zones: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `CREATE TABLE zones (
    id TEXT PRIMARY KEY CHECK (id GLOB '[a-z]*'),
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short TEXT NOT NULL CHECK (short <> ''),
    aliases TEXT NOT NULL CHECK (json_valid(aliases)),
    province TEXT NOT NULL CHECK (province <> ''),
    region TEXT NOT NULL CHECK (region IN ('东部', '中部', '西部')),
    type TEXT CHECK (type IN ('县域型', '城区型', '地级市型', '乡镇型')),
    level TEXT CHECK (level IN ('地级', '县级', '区域')),
    cohort TEXT CHECK (cohort <> ''),
    theme TEXT CHECK (theme <> ''),
    founded INTEGER CHECK (founded BETWEEN 1986 AND 2100),
    status TEXT CHECK (status <> '')
  ) STRICT`,
  'CREATE INDEX zones_province ON zones (province)',
  'CREATE INDEX zones_cohort ON zones (cohort)',
  // Folded names: the full one, the short one and the aliases. Two zones may share an alias; the person is asked then.
  `CREATE TABLE zone_names (
    name TEXT NOT NULL CHECK (name <> ''),
    zone_id TEXT NOT NULL REFERENCES zones (id) ON DELETE CASCADE,
    PRIMARY KEY (name, zone_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX zone_names_zone ON zone_names (zone_id)',
  // A field may have several sources, where the documents contradict each other.
  `CREATE TABLE zone_sources (
    zone_id TEXT NOT NULL REFERENCES zones (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    value TEXT NOT NULL,
    file TEXT NOT NULL CHECK (file <> ''),
    words TEXT NOT NULL CHECK (words <> ''),
    PRIMARY KEY (zone_id, field, ordinal)
  ) STRICT, WITHOUT ROWID`,
  // Counts the imports, so that a running bot sees that a command has changed the register beside it.
  `CREATE TABLE zone_revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
  ) STRICT`,
  'INSERT INTO zone_revision (id, value) VALUES (1, 0)',
]
