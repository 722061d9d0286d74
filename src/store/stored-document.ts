import type { Generated, Selectable } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import { fromJson } from './from-json.ts'
import type { PassageWords } from './passage-index.ts'

/** One version of a document; the one without `replaced_at` answers. */
export interface DocumentTable {
  id: Generated<number>
  name: string
  origin: string
  hash: string
  title: string
  issuer: string | null
  number: string | null
  date: string | null
  status: StoredStatus
  applies_to: string | null
  effective_from: LocalDate | null
  note: string | null
  warnings: string
  version: number
  replaces: number | null
  added_at: Instant
  replaced_at: Instant | null
}

export interface DocumentFileTable {
  document_id: number
  bytes: Uint8Array
  printed: string
}

export interface DocumentMentionTable {
  document_id: number
  name: string
}

export interface DocumentTables {
  document_mentions: DocumentMentionTable
  documents: DocumentTable
  document_files: DocumentFileTable
}

export type StoredStatus = '现行' | '试行' | '征求意见稿' | '已修订' | '废止' | '尚未施行'

/** What is known of a document besides its text. */
export interface StoredFacts {
  readonly title: string
  readonly issuer?: string
  readonly number?: string
  readonly date?: string
  readonly status: StoredStatus
  readonly appliesTo?: string
  readonly effectiveFrom?: LocalDate
  readonly note?: string
}

export interface StoredDocument extends StoredFacts {
  readonly id: string
  /** The file's name: the document's name in commands and data. Unique among the documents that answer. */
  readonly name: string
  /** The path it was read from. */
  readonly origin: string
  readonly hash: string
  readonly warnings: readonly string[]
  readonly version: number
  /** The id of the version before this one. */
  readonly replaces?: string
  readonly addedAt: Instant
  /** When a newer version took its place; such a document no longer answers. */
  readonly replacedAt?: Instant
}

export interface NewPassage {
  readonly kind: 'article' | 'text' | 'table' | 'cover' | 'contents'
  readonly path: readonly string[]
  readonly article?: string
  /** The article's number in one spelling, e.g. 3 or 120-1. */
  readonly articleKey?: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly table?: object
  /** Absent where the passage is kept but is not to be found by words (a table of contents). */
  readonly words?: PassageWords
}

export interface NewDocument {
  readonly facts: StoredFacts
  readonly printed: string
  readonly warnings: readonly string[]
  readonly passages: readonly NewPassage[]
  /** How its words were cut. */
  readonly edition: string
  /** Names of other texts that it mentions, each once. */
  readonly mentions: readonly string[]
  readonly file: NewFile
}

export interface NewFile {
  readonly name: string
  /** The whole path it was read from. */
  readonly origin: string
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  readonly bytes: Uint8Array
  /** Paths of files that stand beside this one: a document read from one of them is not an earlier version of it. */
  readonly beside?: ReadonlySet<string>
}

export interface Put {
  readonly kind: 'added' | 'new-version' | 'unchanged' | 'facts-changed'
  readonly document: StoredDocument
}

/** A row as the house speaks of it. */
export function documentOf(row: Selectable<DocumentTable>): StoredDocument {
  return {
    id: String(row.id),
    name: row.name,
    origin: row.origin,
    hash: row.hash,
    title: row.title,
    status: row.status,
    warnings: fromJson<string[]>(row.warnings),
    version: row.version,
    addedAt: row.added_at,
    ...(row.issuer === null ? {} : { issuer: row.issuer }),
    ...(row.number === null ? {} : { number: row.number }),
    ...(row.date === null ? {} : { date: row.date }),
    ...(row.applies_to === null ? {} : { appliesTo: row.applies_to }),
    ...(row.effective_from === null ? {} : { effectiveFrom: row.effective_from }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.replaces === null ? {} : { replaces: String(row.replaces) }),
    ...(row.replaced_at === null ? {} : { replacedAt: row.replaced_at }),
  }
}
