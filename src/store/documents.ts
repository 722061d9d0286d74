import type Database from 'better-sqlite3'
import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import { Problem } from '../core/errors.ts'
import { mergeWords } from './passage-index.ts'
import { putNow } from './put-document.ts'
import type { Revision } from './revision.ts'
import {
  type DocumentTable,
  documentOf,
  type NewDocument,
  type Put,
  type StoredDocument,
} from './stored-document.ts'
import type { Tables } from './tables.ts'

export type {
  DocumentTables,
  NewDocument,
  NewFile,
  NewPassage,
  Put,
  StoredDocument,
  StoredFacts,
} from './stored-document.ts'

export interface Documents {
  /** The answering document that was read from these very bytes. */
  ofHash(hash: string): Promise<StoredDocument | undefined>
  /**
   * Keeps a document, all of it or nothing, in one transaction. The same bytes change nothing (but new facts from a
   * manifest are taken over); a file from the same path, or of the same name and title, becomes the next version.
   * @throws Problem where the disk is full; the store is as before
   */
  put(document: NewDocument, at: Instant): Promise<Put>
  /**
   * Joins the pieces of the index in which documents came: every look-up of a term asks each of them. Half a second for
   * 60,000 passages; what is found stays the same, and on a disk that is full by now nothing is joined.
   */
  settle(): Promise<void>
  /** The documents that answer, by name; with `versions` also those that were replaced. */
  list(options?: { versions?: boolean }): Promise<StoredDocument[]>
  /** By id, file name, document number or title (book marks and white space aside), the best meaning first. */
  find(text: string): Promise<StoredDocument[]>
  /** In how many of the documents that answer a name is mentioned. */
  mentions(): Promise<ReadonlyMap<string, number>>
  /** The whole chain that a document stands in, the newest first. */
  versions(id: string): Promise<StoredDocument[]>
  file(id: string): Promise<{ bytes: Uint8Array; printed: string } | undefined>
}

export function makeDocuments(db: Kysely<Tables>, sqlite: Database.Database, revision: Revision): Documents {
  const answering = () => db.selectFrom('documents').selectAll().where('replaced_at', 'is', null)

  return {
    async ofHash(hash) {
      const row = await answering().where('hash', '=', hash).executeTakeFirst()
      return row && documentOf(row)
    },

    async put(document, at) {
      try {
        // Kysely's transaction holds the one connection; inside it prepared statements do the work, because its
        // cost per row would double the time of 58,000 articles.
        return await db.transaction().execute(async () => {
          const put = putNow(sqlite, document, at)
          if (put.kind !== 'unchanged') revision.raise('texts')
          return put
        })
      } catch (thrown) {
        if (isFull(thrown)) {
          throw new Problem(
            `磁盘空间不足，《${document.facts.title}》没有存入；此前存入的文件都完好。`,
            '请清理磁盘后重新导入，已存入的文件不会重复。',
            { cause: thrown },
          )
        }
        throw thrown
      }
    },

    async settle() {
      try {
        await db.transaction().execute(async () => mergeWords(sqlite))
      } catch (thrown) {
        if (!isFull(thrown)) throw thrown
      }
    },

    async list(options = {}) {
      const query = options.versions ? db.selectFrom('documents').selectAll() : answering()
      return (await query.orderBy('name').orderBy('version').execute()).map(documentOf)
    },

    async find(text) {
      const wanted = text.trim()
      if (/^\d+$/.test(wanted)) {
        const row = await db
          .selectFrom('documents')
          .selectAll()
          .where('id', '=', Number(wanted))
          .executeTakeFirst()
        if (row) return [documentOf(row)]
      }
      const exact = await answering()
        .where((it) => it.or([it('name', '=', wanted), it('title', '=', wanted), it('number', '=', wanted)]))
        .execute()
      if (exact.length > 0) return exact.map(documentOf)
      const key = plainName(wanted)
      if (key === '') return []
      const all = (await answering().orderBy('name').execute()).map(documentOf)
      const same = all.filter((it) =>
        [it.name, it.title, it.number ?? ''].some((each) => plainName(each) === key),
      )
      if (same.length > 0) return same
      return all
        .filter((it) => plainName(it.title).includes(key) || plainName(it.name).includes(key))
        .sort((a, b) => a.title.length - b.title.length)
    },

    async mentions() {
      const rows = await db
        .selectFrom('document_mentions')
        .innerJoin('documents', 'documents.id', 'document_id')
        .where('replaced_at', 'is', null)
        .groupBy('document_mentions.name')
        .select(({ fn }) => ['document_mentions.name', fn.countAll<number>().as('count')])
        .execute()
      return new Map(rows.map((it) => [it.name, it.count]))
    },

    async versions(id) {
      const all = await db.selectFrom('documents').selectAll().execute()
      const byId = new Map(all.map((it) => [it.id, it]))
      const next = new Map(all.map((it) => [it.replaces, it]))
      let newest = byId.get(Number(id))
      if (!newest) return []
      for (let later = next.get(newest.id); later; later = next.get(newest.id)) newest = later
      const chain: StoredDocument[] = []
      for (let it: Selectable<DocumentTable> | undefined = newest; it; it = byId.get(it.replaces ?? -1)) {
        chain.push(documentOf(it))
      }
      return chain
    },

    async file(id) {
      return db
        .selectFrom('document_files')
        .select(['bytes', 'printed'])
        .where('document_id', '=', Number(id))
        .executeTakeFirst()
    },
  }
}

/** A title or name without the marks that people leave out or put in. */
function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s《》〈〉“”"'()[\]〔〕【】「」]/g, '')
}

function isFull(thrown: unknown): boolean {
  return /^SQLITE_(FULL|IOERR_WRITE)/.test(String((thrown as { code?: unknown }).code))
}
