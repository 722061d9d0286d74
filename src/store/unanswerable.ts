import type { Generated, Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import { recordChange, type Stamp } from './audit.ts'
import { type LearnedSource, questionKey } from './learned.ts'
import type { Revision } from './revision.ts'
import type { Tables } from './tables.ts'

interface UnanswerableTable {
  id: Generated<number>
  question: string
  question_key: string
  asked_id: string | null
  source: UnanswerableSource
  confirmed_by: string
  confirmed_at: Instant
  revoked_by: string | null
  revoked_at: Instant | null
}

export interface UnanswerableTables {
  unanswerable: UnanswerableTable
}

/** Two members can vouch for an answer, but not for there being none. */
export type UnanswerableSource = Exclude<LearnedSource, 'members'>

/** A question that no document answered when somebody looked. */
export interface UnanswerableQuestion {
  readonly question: string
  readonly source: UnanswerableSource
  /** Documents that came later may answer it. */
  readonly at: Instant
}

export interface UnanswerableQuestions {
  /** Keeps it, numbers of telephones and identity cards masked. @returns false where it is known already */
  confirm(
    it: { readonly question: string; readonly source: UnanswerableSource; readonly by: string },
    at: Instant,
  ): Promise<boolean>
  /** Neither taken back nor confirmed to be answered by a passage since; in the order in which they came. */
  active(): Promise<UnanswerableQuestion[]>
  /**
   * Closes a question of the queue as one that no document answers, with the entry in the audit: all or nothing.
   * @param asked the kept question; `question` as it was meant, with what it followed on
   * @returns false, and nothing is kept, where it is unknown or closed already
   */
  close(asked: { readonly id: string; readonly question: string }, stamp: Stamp): Promise<boolean>
  /** Takes {@link close} back; the question waits again. @returns false where there was nothing to take back */
  reopen(askedId: string, stamp: Stamp): Promise<boolean>
}

export function makeUnanswerable(db: Kysely<Tables>, revision: Revision): UnanswerableQuestions {
  const valid = () => db.selectFrom('unanswerable').selectAll().where('revoked_at', 'is', null)

  return {
    async confirm(it, at) {
      return db.transaction().execute((tx) => insert(tx, { ...it, askedId: null }, at))
    },

    async active() {
      const answered = db
        .selectFrom('learned')
        .select('question_key')
        .where('revoked_at', 'is', null)
        .where('due_since', 'is', null)
      return (await valid().where('question_key', 'not in', answered).orderBy('id').execute()).map(
        unanswerableOf,
      )
    },

    async close({ id, question }, stamp) {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('asked')
          .set({ state: 'closed' })
          .where('id', '=', id)
          .where('state', '!=', 'closed')
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await insert(tx, { question, source: 'expert', by: stamp.who, askedId: id }, stamp.at)
        const after = { question: maskPersonal(question) }
        await recordChange(tx, { action: 'queue.unanswerable', subject: id, after }, stamp)
        return true
      })
    },

    async reopen(askedId, stamp) {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('unanswerable')
          .set({ revoked_by: stamp.who, revoked_at: stamp.at })
          .where('asked_id', '=', askedId)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await tx.updateTable('asked').set({ state: 'open' }).where('id', '=', askedId).execute()
        revision.raise('questions')
        await recordChange(tx, { action: 'queue.reopen', subject: askedId }, stamp)
        return true
      })
    },
  }

  /** Said again, it holds for the documents that came in between, too. @returns false where nothing is new */
  async function insert(
    tx: Kysely<Tables>,
    it: { question: string; source: UnanswerableSource; by: string; askedId: string | null },
    at: Instant,
  ): Promise<boolean> {
    const question = maskPersonal(it.question).trim()
    const said = {
      question,
      asked_id: it.askedId,
      source: it.source,
      confirmed_by: it.by,
      confirmed_at: at,
    }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('unanswerable')
      .values({ ...said, question_key: questionKey(question), revoked_by: null, revoked_at: null })
      .onConflict((conflict) =>
        conflict
          .column('question_key')
          .where('revoked_at', 'is', null)
          .doUpdateSet(said)
          .where('unanswerable.confirmed_at', '<', at),
      )
      .executeTakeFirst()
    const isNew = (numInsertedOrUpdatedRows ?? 0) > 0
    if (isNew) revision.raise('questions')
    return isNew
  }
}

function unanswerableOf(row: Selectable<UnanswerableTable>): UnanswerableQuestion {
  return {
    question: row.question,
    source: row.source,
    at: row.confirmed_at,
  }
}
