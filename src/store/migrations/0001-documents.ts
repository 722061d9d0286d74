import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Documents, their files, their passages, and the full-text index over the passages.
 * A document row is one version; `replaced_at` is null where it is the version that answers.
 */
export const documents: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    origin TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    title TEXT NOT NULL CHECK (title <> ''),
    issuer TEXT,
    number TEXT,
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]*'),
    status TEXT NOT NULL CHECK (status IN ('现行', '试行', '征求意见稿', '已修订', '废止', '尚未施行')),
    applies_to TEXT,
    effective_from TEXT CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    warnings TEXT NOT NULL CHECK (json_valid(warnings)),
    version INTEGER NOT NULL CHECK (version >= 1),
    replaces INTEGER UNIQUE REFERENCES documents (id),
    added_at INTEGER NOT NULL,
    replaced_at INTEGER
  ) STRICT`,
  'CREATE UNIQUE INDEX documents_answering_name ON documents (name) WHERE replaced_at IS NULL',
  'CREATE UNIQUE INDEX documents_answering_hash ON documents (hash) WHERE replaced_at IS NULL',
  'CREATE INDEX documents_origin ON documents (origin) WHERE replaced_at IS NULL',
  'CREATE INDEX documents_title ON documents (title) WHERE replaced_at IS NULL',
  // The large columns stand apart, so that reading facts never drags a file through the cache.
  `CREATE TABLE document_files (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    bytes BLOB NOT NULL,
    printed TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('article', 'text', 'table', 'cover', 'contents')),
    path TEXT NOT NULL CHECK (json_valid(path)),
    article TEXT CHECK (article IS NULL OR kind = 'article'),
    article_key TEXT,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    table_json TEXT CHECK (json_valid(table_json)),
    UNIQUE (document_id, ordinal),
    CHECK (start >= 0 AND start <= "end")
  ) STRICT`,
  'CREATE INDEX passages_article ON passages (document_id, article_key) WHERE article_key IS NOT NULL',
  // Which texts a document names in book marks: what many name is general law and weighs more.
  `CREATE TABLE document_mentions (
    document_id INTEGER NOT NULL REFERENCES documents (id),
    name TEXT NOT NULL,
    PRIMARY KEY (document_id, name)
  ) STRICT, WITHOUT ROWID`,
  // Contentless: the words are segmented before they come here, the text itself stands in passages.
  `CREATE VIRTUAL TABLE passage_words USING fts5 (
    title, path, body, pairs,
    content = '', contentless_delete = 1, tokenize = 'ascii'
  )`,
  // In how many passages a term stands, field by field: rare terms are what a question is about.
  "CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab ('passage_words', 'col')",
  // What the index was made with; where the lexicon has changed since, the index is made anew from the passages.
  `CREATE TABLE index_facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
]
