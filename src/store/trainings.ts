import type { Kysely, Selectable } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import type { Training, TrainingState } from '../core/training.ts'
import { recordChange, type Stamp } from './audit.ts'
import type { Tables } from './tables.ts'
import { readTraining, writeTraining } from './training-body.ts'

interface TrainingTable {
  id: string
  state: TrainingState
  organizer: string
  starts: LocalDate
  ends: LocalDate
  body: string
  revision: number
}

interface AttendanceCodeTable {
  training: string
  code: string
  day: LocalDate
  valid_until: Instant
}

interface TrainingMarkTable {
  training: string
  kind: TrainingMark['kind']
  platform: string
  space: string
  channel: string
  reference: string
  revision: number
}

export interface TrainingTables {
  trainings: TrainingTable
  attendance_codes: AttendanceCodeTable
  training_marks: TrainingMarkTable
}

/** Something of a training that stands on a platform and is kept in step with it. */
export interface TrainingMark {
  readonly training: string
  /** `event`: a scheduled event of a space; `pin`: the card that stands in a channel, pinned where bots may pin. */
  readonly kind: 'event' | 'pin'
  readonly at: Pick<Address, 'platform' | 'space' | 'channel'>
  /** The platform's id of it. */
  readonly reference: string
  /** The revision of the training that it shows. */
  readonly revision: number
}

/** A word that is shown in the room; whoever gives it was there. */
export interface AttendanceCode {
  readonly training: string
  readonly code: string
  readonly day: LocalDate
  readonly validUntil: Instant
}

export interface TrainingFilter {
  readonly states?: readonly TrainingState[]
  readonly organizer?: string
  /** Those that end on that day or later. */
  readonly endsFrom?: LocalDate
}

/** Trainings themselves. Who comes, and every change of one that is there, is {@link Registrations.act}. */
export interface Trainings {
  /** By the day on which they begin. */
  list(filter?: TrainingFilter): Promise<readonly Training[]>
  find(id: string): Promise<Training | undefined>
  /**
   * Keeps a new one, with its first revision.
   * @returns false where the id is taken: nothing was changed
   */
  create(training: Training, stamp: Stamp): Promise<boolean>
  /** Keeps what stands on a platform; one of a kind in a place. */
  mark(mark: TrainingMark): Promise<void>
  unmark(mark: Pick<TrainingMark, 'training' | 'kind' | 'at'>): Promise<void>
  marks(training: string): Promise<readonly TrainingMark[]>
  /**
   * Keeps a code that takes the place of those before it.
   * @param retire when those before it end: whoever is typing one must not be late
   * @returns false where the code is taken for this training: nothing was changed
   */
  showCode(code: AttendanceCode, retire: Instant): Promise<boolean>
  /** The codes of a training that are valid at that instant. */
  codes(training: string, now: Instant): Promise<readonly AttendanceCode[]>
}

export function makeTrainings(db: Kysely<Tables>): Trainings {
  return {
    async list({ states, organizer, endsFrom } = {}) {
      let query = db.selectFrom('trainings').select('body')
      if (states) query = query.where('state', 'in', states)
      if (organizer !== undefined) query = query.where('organizer', '=', organizer)
      if (endsFrom !== undefined) query = query.where('ends', '>=', endsFrom)
      const rows = await query.orderBy('starts').orderBy('id').execute()
      return rows.map((it) => readTraining(it.body))
    },

    async find(id) {
      return findTraining(db, id)
    },

    async create(training, stamp) {
      return db.transaction().execute((tx) => insertTraining(tx, training, stamp))
    },

    async mark({ training, kind, at, reference, revision }) {
      await db
        .insertInto('training_marks')
        .values({ training, kind, ...placeOf(at), reference, revision })
        .onConflict((it) =>
          it
            .columns(['training', 'kind', 'platform', 'space', 'channel'])
            .doUpdateSet({ reference, revision }),
        )
        .execute()
    },

    async unmark({ training, kind, at }) {
      const { platform, space, channel } = at
      await db
        .deleteFrom('training_marks')
        .where('training', '=', training)
        .where('kind', '=', kind)
        .where('platform', '=', platform)
        .where('space', '=', space)
        .where('channel', '=', channel)
        .execute()
    },

    async marks(training) {
      const rows = await db
        .selectFrom('training_marks')
        .selectAll()
        .where('training', '=', training)
        .orderBy('platform')
        .orderBy('space')
        .orderBy('channel')
        .orderBy('kind')
        .execute()
      return rows.map(({ platform, space, channel, ...it }) => ({ ...it, at: { platform, space, channel } }))
    },

    async showCode({ training, code, day, validUntil }, retire) {
      return db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('attendance_codes')
          .values({ training, code, day, valid_until: validUntil })
          .onConflict((it) => it.columns(['training', 'code']).doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return false
        await tx
          .updateTable('attendance_codes')
          .set({ valid_until: retire })
          .where('training', '=', training)
          .where('code', '!=', code)
          .where('valid_until', '>', retire)
          .execute()
        return true
      })
    },

    async codes(training, now) {
      const rows = await db
        .selectFrom('attendance_codes')
        .selectAll()
        .where('training', '=', training)
        .where('valid_until', '>', now)
        .orderBy('valid_until')
        .execute()
      return rows.map(({ valid_until, ...it }) => ({ ...it, validUntil: valid_until }))
    },
  }
}

export async function findTraining(db: Kysely<Tables>, id: string): Promise<Training | undefined> {
  const row = await db.selectFrom('trainings').select('body').where('id', '=', id).executeTakeFirst()
  return row && readTraining(row.body)
}

/** Writes a new training, with the audit. Inside a transaction. @returns false where the id is taken */
export async function insertTraining(tx: Kysely<Tables>, training: Training, stamp: Stamp): Promise<boolean> {
  const row = rowOf({ ...training, revision: 1 })
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('trainings')
    .values(row)
    .onConflict((it) => it.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const { id, organizer: organization } = training
  const after = readTraining(row.body)
  await recordChange(tx, { action: 'training.create', subject: id, organization, after }, stamp)
  return true
}

/** Writes the next revision of a training that is there, with the audit. Inside a transaction. */
export async function rewriteTraining(
  tx: Kysely<Tables>,
  before: Training,
  after: Training,
  stamp: Stamp,
): Promise<void> {
  const { id, organizer: organization } = after
  await tx.updateTable('trainings').set(rowOf(after)).where('id', '=', id).execute()
  await recordChange(tx, { action: 'training.change', subject: id, organization, before, after }, stamp)
}

function rowOf(training: Training): Selectable<TrainingTable> {
  const { id, state, organizer, starts, ends, revision } = training
  return { id, state, organizer, starts, ends, revision, body: writeTraining(training) }
}

const placeOf = ({ platform, space, channel }: TrainingMark['at']) => ({ platform, space, channel })
