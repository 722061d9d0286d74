import type Database from 'better-sqlite3'
import type { Generated, Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import type { Revision } from './revision.ts'
import type { Tables } from './tables.ts'

export interface LearnedTable {
  id: Generated<number>
  question: string
  question_key: string
  passage_id: number
  /** The words that answer, '' where the whole passage does. */
  quote: string
  source: LearnedSource
  learned_by: string
  learned_at: Instant
  due_since: Instant | null
  revoked_by: string | null
  revoked_at: Instant | null
}

export interface LearnedTables {
  learned: LearnedTable
}

/** Who vouched: the data's editor, an expert or the office, two members of different organizations, an import. */
export type LearnedSource = 'editor' | 'expert' | 'members' | 'import'

/** A place that answers a question. */
export interface LearnedPlace {
  readonly passageId: string
  /** The very words that answer, verbatim in the passage. */
  readonly quote?: string
}

export interface Confirmation {
  readonly question: string
  readonly places: readonly LearnedPlace[]
  readonly source: LearnedSource
  /** Who said so: a member's id, a name, or the file of an import. */
  readonly by: string
}

/** A question that was confirmed to be answered by a passage. */
export interface LearnedQuestion extends LearnedPlace {
  readonly id: string
  readonly documentId: string
  readonly question: string
  readonly source: LearnedSource
  readonly by: string
  readonly at: Instant
  /** Since when its passage is another one than was confirmed. */
  readonly dueSince?: Instant
  readonly revoked?: { readonly by: string; readonly at: Instant }
}

/** What there is to learn from a question: thousands are read at once, so without who said so. */
export type ActiveQuestion = Omit<LearnedQuestion, 'by' | 'dueSince' | 'revoked'>

/** Of the places of a confirmation: those that are new, and those that were known. */
export interface LearnedCounts {
  readonly learned: number
  readonly known: number
}

export interface LearnedQuestions {
  /** Keeps it, numbers of telephones and identity cards masked; what is known already stays as it is. */
  learn(confirmation: Confirmation, at: Instant): Promise<LearnedCounts>
  /** The same for many, in their order: all of them or none, in one transaction. */
  learnAll(confirmations: readonly Confirmation[], at: Instant): Promise<LearnedCounts[]>
  /** What search and answers may learn from: neither revoked nor due for review. */
  active(): Promise<ActiveQuestion[]>
  /** Whose passage has changed or gone since: an expert keeps or revokes them. */
  dueForReview(): Promise<LearnedQuestion[]>
  /** Every row of a question, revoked ones too: the audit. */
  history(question: string): Promise<LearnedQuestion[]>
  /** Still right after the change. */
  keep(id: string): Promise<void>
  /** Takes it back; it may be learned again later. @returns false where there was nothing to take back */
  revoke(id: string, by: string, at: Instant): Promise<boolean>
}

export function makeLearned(
  db: Kysely<Tables>,
  sqlite: Database.Database,
  revision: Revision,
): LearnedQuestions {
  const rows = () =>
    db
      .selectFrom('learned')
      .innerJoin('passages', 'passages.id', 'passage_id')
      .selectAll('learned')
      .select('document_id')
      .orderBy('learned.id')
  const valid = () => rows().where('revoked_at', 'is', null)

  const learnAll: LearnedQuestions['learnAll'] = (confirmations, at) =>
    // Thousands come at once with a new installation: prepared, as the passages of a document are.
    db.transaction().execute(async () => {
      const keep = placeKeeper(sqlite)
      const all = confirmations.map(({ question, places, source, by }) => {
        const masked = maskPersonal(question).trim()
        const key = questionKey(masked)
        const learned = places.filter((place) =>
          keep({ question: masked, key, place, source, by, at }),
        ).length
        return { learned, known: places.length - learned }
      })
      if (all.some((it) => it.learned > 0)) revision.raise('questions')
      return all
    })

  return {
    async learn(confirmation, at) {
      const [counts] = await learnAll([confirmation], at)
      return counts ?? { learned: 0, known: 0 }
    },

    learnAll,

    async active() {
      const active = await db
        .selectFrom('learned')
        .innerJoin('passages', 'passages.id', 'passage_id')
        .select(['learned.id', 'question', 'passage_id', 'quote', 'source', 'learned_at', 'document_id'])
        .where('revoked_at', 'is', null)
        .where('due_since', 'is', null)
        .orderBy('learned.id')
        .execute()
      return active.map(activeOf)
    },

    async dueForReview() {
      return (await valid().where('due_since', 'is not', null).execute()).map(learnedOf)
    },

    async history(question) {
      const key = questionKey(maskPersonal(question))
      return (await rows().where('question_key', '=', key).execute()).map(learnedOf)
    },

    async keep(id) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('learned')
          .set({ due_since: null })
          .where('id', '=', Number(id))
          .execute()
        revision.raise('questions')
      })
    },

    async revoke(id, by, at) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('learned')
          .set({ revoked_by: by, revoked_at: at })
          .where('id', '=', Number(id))
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows > 0) revision.raise('questions')
        return numUpdatedRows > 0
      })
    },
  }
}

interface LearnedRow {
  readonly question: string
  readonly key: string
  readonly place: LearnedPlace
  readonly source: LearnedSource
  readonly by: string
  readonly at: Instant
}

/** Prepares the insertion of one place of a question; the returned function tells whether it was new. */
function placeKeeper(sqlite: Database.Database) {
  const insert = sqlite.prepare(
    `INSERT INTO learned (question, question_key, passage_id, quote, source, learned_by, learned_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  return ({ question, key, place, source, by, at }: LearnedRow) =>
    insert.run(question, key, Number(place.passageId), place.quote ?? '', source, by, at).changes > 0
}

/**
 * Confirmed questions follow their passage into a new version of its document: silently where its words are the same;
 * where only the article's number is, they go along but are due for review; else they stay behind, due for review.
 * Runs inside the transaction that puts the new version.
 */
export function followToNewVersion(
  sqlite: Database.Database,
  before: number,
  after: number,
  at: Instant,
): void {
  const rows = sqlite
    .prepare<[number], { id: number; text: string; article_key: string | null; quote: string }>(
      `SELECT learned.id, text, article_key, quote FROM learned JOIN passages ON passages.id = passage_id
       WHERE document_id = ? AND revoked_at IS NULL`,
    )
    .all(before)
  if (rows.length === 0) return
  const passages = sqlite
    .prepare<[number], { id: number; text: string; article_key: string | null }>(
      'SELECT id, text, article_key FROM passages WHERE document_id = ? ORDER BY ordinal',
    )
    .all(after)
  const move = sqlite.prepare(
    'UPDATE OR IGNORE learned SET passage_id = ?, due_since = coalesce(?, due_since) WHERE id = ?',
  )
  const leave = sqlite.prepare('UPDATE learned SET due_since = coalesce(due_since, ?) WHERE id = ?')
  for (const { id, text, article_key, quote } of rows) {
    const same =
      passages.find((it) => it.article_key === article_key && bare(it.text) === bare(text)) ??
      passages.find((it) => bare(it.text) === bare(text)) ??
      (quote === '' ? undefined : passages.find((it) => bare(it.text).includes(bare(quote))))
    const changed = article_key === null ? undefined : passages.find((it) => it.article_key === article_key)
    if (same) move.run(same.id, null, id)
    else if (changed) move.run(changed.id, at, id)
    else leave.run(at, id)
  }
}

type ActiveRow = Pick<
  Selectable<LearnedTable>,
  'id' | 'question' | 'passage_id' | 'quote' | 'source' | 'learned_at'
> & { document_id: number }

function activeOf(row: ActiveRow): ActiveQuestion {
  return {
    id: String(row.id),
    documentId: String(row.document_id),
    question: row.question,
    passageId: String(row.passage_id),
    source: row.source,
    at: row.learned_at,
    ...(row.quote === '' ? {} : { quote: row.quote }),
  }
}

function learnedOf(row: Selectable<LearnedTable> & { document_id: number }): LearnedQuestion {
  return {
    ...activeOf(row),
    by: row.learned_by,
    ...(row.due_since === null ? {} : { dueSince: row.due_since }),
    ...(row.revoked_by === null || row.revoked_at === null
      ? {}
      : { revoked: { by: row.revoked_by, at: row.revoked_at } }),
  }
}

/** The same question typed again: case, width, white space and the marks between do not matter. */
/** One spelling for a question however it is typed. */
export function questionKey(question: string): string {
  const key = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return key === '' ? question : key
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}
