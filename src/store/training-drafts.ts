import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Training } from '../core/training.ts'
import { recordChange, type Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import type { Tables } from './tables.ts'
import { insertTraining } from './trainings.ts'

interface TrainingDraftTable {
  id: string
  organizer: string
  /** JSON. */
  body: string
  revision: number
  changed_at: Instant
  changed_by: string
}

export interface TrainingDraftTables {
  training_drafts: TrainingDraftTable
}

/** A training that its organizer is still writing: nobody else sees it, and anything of it may be missing. */
export interface KeptDraft {
  /** The id that the training will have. */
  readonly id: string
  /** The organization whose members organize it. */
  readonly organizer: string
  /** What has been told so far; plain data, its shape is the writer's. */
  readonly told: unknown
  /** Counts its changes. */
  readonly revision: number
  readonly changedAt: Instant
}

export interface TrainingDrafts {
  /** The one that was changed last comes first. @param organizer of one organization, or of all */
  list(organizer?: string): Promise<readonly KeptDraft[]>
  find(id: string): Promise<KeptDraft | undefined>
  /**
   * Keeps a draft, or what became of it.
   * @param draft `revision` is the one that its writer saw, 0 for a new one
   * @returns undefined where it was changed meanwhile, is gone, or the id is taken: nothing was kept
   */
  keep(draft: Omit<KeptDraft, 'changedAt'>, stamp: Stamp): Promise<KeptDraft | undefined>
  /** @returns false where it is gone */
  drop(id: string, stamp: Stamp): Promise<boolean>
  /**
   * The training that a draft has become takes its place, together with the word of it: all of it stands, or none.
   * @param seen the revision of the draft that it was made of
   * @returns false where the draft was changed meanwhile or is gone: nothing was done
   */
  publish(training: Training, seen: number, stamp: Stamp, deliveries: readonly OutboxItem[]): Promise<boolean>
}

export function makeTrainingDrafts(db: Kysely<Tables>): TrainingDrafts {
  return {
    async list(organizer) {
      let query = db.selectFrom('training_drafts').selectAll()
      if (organizer !== undefined) query = query.where('organizer', '=', organizer)
      return (await query.orderBy('changed_at', 'desc').orderBy('id').execute()).map(draftOf)
    },

    async find(id) {
      const row = await db.selectFrom('training_drafts').selectAll().where('id', '=', id).executeTakeFirst()
      return row && draftOf(row)
    },

    async keep({ id, organizer, told, revision }, { who, at }) {
      const cells = {
        body: JSON.stringify(told),
        revision: revision + 1,
        changed_at: at,
        changed_by: who,
      }
      const row =
        revision === 0
          ? await db
              .insertInto('training_drafts')
              .values({ id, organizer, ...cells })
              .onConflict((it) => it.column('id').doNothing())
              .returningAll()
              .executeTakeFirst()
          : await db
              .updateTable('training_drafts')
              .set(cells)
              .where('id', '=', id)
              .where('revision', '=', revision)
              .returningAll()
              .executeTakeFirst()
      return row && draftOf(row)
    },

    async drop(id, stamp) {
      return db.transaction().execute(async (tx) => {
        const gone = await tx
          .deleteFrom('training_drafts')
          .where('id', '=', id)
          .returning(['organizer', 'body'])
          .executeTakeFirst()
        if (!gone) return false
        const { organizer: organization, body } = gone
        const change = { action: 'training.drop', subject: id, organization, before: JSON.parse(body) }
        await recordChange(tx, change, stamp)
        return true
      })
    },

    async publish(training, seen, stamp, deliveries) {
      return db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('training_drafts')
          .where('id', '=', training.id)
          .where('revision', '=', seen)
          .executeTakeFirstOrThrow()
        if (numDeletedRows !== 1n) return false
        if (!(await insertTraining(tx, training, stamp)))
          throw new Error(`there is a training ${training.id} already`)
        for (const it of deliveries) await addDelivery(tx, it, stamp.at)
        return true
      })
    },
  }
}

function draftOf({ body, changed_at, ...row }: Selectable<TrainingDraftTable>): KeptDraft {
  const { id, organizer, revision } = row
  return { id, organizer, revision, told: fromJson<unknown>(body), changedAt: changed_at }
}
