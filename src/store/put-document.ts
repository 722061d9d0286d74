import type Database from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import { followToNewVersion } from './learned.ts'
import { keepEdition, wordsInserter } from './passage-index.ts'
import {
  type DocumentTable,
  documentOf,
  type NewDocument,
  type NewFile,
  type NewPassage,
  type Put,
  type StoredFacts,
} from './stored-document.ts'
import { forgetKeys } from './vectors.ts'

/** Keeps a document as {@link Documents.put} says; runs inside a transaction. */
export function putNow(sqlite: Database.Database, document: NewDocument, at: Instant): Put {
  const { file, facts } = document
  const answering = (where: string, ...values: unknown[]) =>
    sqlite
      .prepare<unknown[], Selectable<DocumentTable>>(
        `SELECT * FROM documents WHERE replaced_at IS NULL AND ${where}`,
      )
      .get(...values)

  const same = answering('hash = ?', file.hash)
  if (same) {
    const changed = factColumns.some((column) => same[column] !== rowOfFacts(facts)[column])
    if (!changed) return { kind: 'unchanged', document: documentOf(same) }
    sqlite
      .prepare(`UPDATE documents SET ${factColumns.map((it) => `${it} = @${it}`).join(', ')} WHERE id = @id`)
      .run({ ...rowOfFacts(facts), id: same.id })
    reindex(sqlite, Number(same.id), document)
    forgetKeys(sqlite, Number(same.id))
    return { kind: 'facts-changed', document: documentOf({ ...same, ...rowOfFacts(facts) }) }
  }

  const before =
    answering('origin = ?', file.origin) ??
    notBeside(answering('name = ? AND title = ?', file.name, facts.title), file)
  const name = before?.name ?? freeName(file, (it) => answering('name = ?', it) === undefined)
  if (before) {
    sqlite.prepare('UPDATE documents SET replaced_at = ? WHERE id = ?').run(at, before.id)
    sqlite
      .prepare('DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passages WHERE document_id = ?)')
      .run(before.id)
  }
  const row = {
    name,
    origin: file.origin,
    hash: file.hash,
    ...rowOfFacts(facts),
    warnings: JSON.stringify(document.warnings),
    version: (before?.version ?? 0) + 1,
    replaces: before?.id ?? null,
    added_at: at,
    replaced_at: null,
  }
  const columns = Object.keys(row)
  const { lastInsertRowid } = sqlite
    .prepare(
      `INSERT INTO documents (${columns.join(', ')}) VALUES (${columns.map((it) => `@${it}`).join(', ')})`,
    )
    .run(row)
  const id = Number(lastInsertRowid)
  sqlite.prepare('INSERT INTO document_files VALUES (?, ?, ?)').run(id, file.bytes, document.printed)
  const mention = sqlite.prepare('INSERT INTO document_mentions VALUES (?, ?)')
  for (const it of document.mentions) mention.run(id, it)
  insertPassages(sqlite, id, document.passages)
  keepEdition(sqlite, document.edition)
  if (before) followToNewVersion(sqlite, before.id, id, at)
  return { kind: before ? 'new-version' : 'added', document: documentOf({ ...row, id }) }
}

function notBeside<Row extends { origin: string }>(row: Row | undefined, file: NewFile): Row | undefined {
  return row && file.beside?.has(row.origin) ? undefined : row
}

function insertPassages(
  sqlite: Database.Database,
  documentId: number,
  passages: readonly NewPassage[],
): void {
  const insert = sqlite.prepare(
    `INSERT INTO passages (document_id, ordinal, kind, path, article, article_key, text, start, "end", table_json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const index = wordsInserter(sqlite)
  passages.forEach((it, ordinal) => {
    const { lastInsertRowid } = insert.run(
      documentId,
      ordinal,
      it.kind,
      JSON.stringify(it.path),
      it.article ?? null,
      it.articleKey ?? null,
      it.text,
      it.start,
      it.end,
      it.table === undefined ? null : JSON.stringify(it.table),
    )
    if (it.words) index(lastInsertRowid, it.words)
  })
}

/** New facts bring new title words; the passages themselves are the same and keep their ids. */
function reindex(sqlite: Database.Database, documentId: number, document: NewDocument): void {
  const rows = sqlite
    .prepare<[number], { id: number; ordinal: number }>(
      'SELECT id, ordinal FROM passages WHERE document_id = ?',
    )
    .all(documentId)
  const update = sqlite.prepare(
    'UPDATE passage_words SET title = ?, path = ?, body = ?, pairs = ? WHERE rowid = ?',
  )
  for (const { id, ordinal } of rows) {
    const words = document.passages[ordinal]?.words
    if (words) update.run(words.title, words.path, words.body, words.pairs, id)
  }
}

const factColumns = [
  'title',
  'issuer',
  'number',
  'date',
  'status',
  'applies_to',
  'effective_from',
  'note',
] as const

function rowOfFacts(facts: StoredFacts): Pick<DocumentTable, (typeof factColumns)[number]> {
  return {
    title: facts.title,
    issuer: facts.issuer ?? null,
    number: facts.number ?? null,
    date: facts.date ?? null,
    status: facts.status,
    applies_to: facts.appliesTo ?? null,
    effective_from: facts.effectiveFrom ?? null,
    note: facts.note ?? null,
  }
}

/** Another document has this file name already: as many parent folders are put before it as it takes. */
function freeName(file: NewFile, isFree: (name: string) => boolean): string {
  if (isFree(file.name)) return file.name
  const folders = file.origin
    .split(/[\\/]/)
    .slice(0, -1)
    .filter((it) => it !== '')
  let name = file.name
  for (const folder of folders.reverse()) {
    name = `${folder}/${name}`
    if (isFree(name)) return name
  }
  for (let count = 2; ; count++) if (isFree(`${name} (${count})`)) return `${name} (${count})`
}
