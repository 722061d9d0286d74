import type Database from 'better-sqlite3'
import { type Generated, type Kysely, type Selectable, sql } from 'kysely'
import { fromJson } from './from-json.ts'
import { makePassageIndex, type PassageIndex, type PassageIndexTables } from './passage-index.ts'
import type { Revision } from './revision.ts'
import { type DocumentTable, documentOf, type StoredDocument } from './stored-document.ts'
import type { Tables } from './tables.ts'

export interface PassageTable {
  id: Generated<number>
  document_id: number
  ordinal: number
  kind: 'article' | 'text' | 'table' | 'cover' | 'contents'
  path: string
  article: string | null
  article_key: string | null
  text: string
  start: number
  end: number
  table_json: string | null
}

export interface PassageTables extends PassageIndexTables {
  passages: PassageTable
}

export interface StoredTable {
  readonly caption?: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A passage with the facts of the document that it stands in. */
export interface StoredPassage {
  readonly id: string
  readonly document: StoredDocument
  /** Its place in the document, from 0. */
  readonly ordinal: number
  readonly kind: PassageTable['kind']
  readonly path: readonly string[]
  readonly article?: string
  /** The article's number in one spelling, e.g. 3 or 120-1. */
  readonly articleKey?: string
  readonly text: string
  /** Offsets into the printed text, [start, end). */
  readonly start: number
  readonly end: number
  readonly table?: StoredTable
}

/** The part of a passage that ranking reads: hundreds a question, so nothing more is fetched. */
export interface PassageText {
  readonly id: string
  readonly documentId: string
  readonly kind: PassageTable['kind']
  readonly path: string
  readonly text: string
}

export interface Passages {
  texts(ids: readonly string[]): Promise<PassageText[]>
  /** In the order of the ids; ids that are not there are left out. */
  get(ids: readonly string[]): Promise<StoredPassage[]>
  /** All passages of one document, in its order. */
  ofDocument(documentId: string): Promise<StoredPassage[]>
  /** The articles of that number, of the documents that answer (or of those given). */
  ofArticle(articleKey: string, documentIds?: readonly string[]): Promise<StoredPassage[]>
  counts(): Promise<{ documents: number; articles: number; passages: number }>
  readonly index: PassageIndex
}

export function makePassages(db: Kysely<Tables>, sqlite: Database.Database, revision: Revision): Passages {
  const rows = () =>
    db
      .selectFrom('passages')
      .innerJoin('documents', 'documents.id', 'passages.document_id')
      .select([
        'passages.id as passage_id',
        'ordinal',
        'kind',
        'path',
        'article',
        'article_key',
        'text',
        'start',
        'end',
        'table_json',
      ])
      .selectAll('documents')

  return {
    index: makePassageIndex(db, sqlite, revision),

    async get(ids) {
      if (ids.length === 0) return []
      const wanted = ids.map(Number).filter(Number.isSafeInteger)
      const found = await rows()
        .where('passages.id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(wanted)}))`)
        .execute()
      const byId = new Map(found.map((it) => [it.passage_id, it]))
      return wanted.flatMap((id) => {
        const row = byId.get(id)
        return row ? [passageOf(row)] : []
      })
    },

    async texts(ids) {
      const { rows: found } = await sql<{
        id: number
        documentId: number
        kind: PassageTable['kind']
        path: string
        text: string
      }>`
        SELECT passages.id, document_id documentId, kind, passages.path, text FROM json_each(${JSON.stringify(ids.map(Number))}) wanted
        CROSS JOIN passages ON passages.id = wanted.value`.execute(db)
      return found.map((it) => ({ ...it, id: String(it.id), documentId: String(it.documentId) }))
    },

    async ofDocument(documentId) {
      const found = await rows().where('document_id', '=', Number(documentId)).orderBy('ordinal').execute()
      return found.map(passageOf)
    },

    async ofArticle(articleKey, documentIds) {
      let query = rows().where('article_key', '=', articleKey)
      query = documentIds
        ? query.where('document_id', 'in', documentIds.map(Number))
        : query.where('replaced_at', 'is', null)
      return (await query.orderBy('document_id').orderBy('ordinal').execute()).map(passageOf)
    },

    async counts() {
      const { rows: found } = await sql<{ documents: number; articles: number; passages: number }>`
        SELECT count(DISTINCT d.id) documents, count(p.article) articles, count(p.id) passages
        FROM documents d LEFT JOIN passages p ON p.document_id = d.id WHERE d.replaced_at IS NULL`.execute(db)
      return found[0] ?? { documents: 0, articles: 0, passages: 0 }
    },
  }
}

type JoinedRow = Selectable<DocumentTable> &
  Omit<Selectable<PassageTable>, 'id' | 'document_id'> & { passage_id: number }

function passageOf(row: JoinedRow): StoredPassage {
  return {
    id: String(row.passage_id),
    document: documentOf(row),
    ordinal: row.ordinal,
    kind: row.kind,
    path: fromJson<string[]>(row.path),
    text: row.text,
    start: row.start,
    end: row.end,
    ...(row.article === null ? {} : { article: row.article }),
    ...(row.article_key === null ? {} : { articleKey: row.article_key }),
    ...(row.table_json === null ? {} : { table: fromJson<StoredTable>(row.table_json) }),
  }
}
