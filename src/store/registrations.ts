import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Hall, Registration, SeatMove, SeatState } from '../core/training.ts'
import type { Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import { type RegistrationEvent, recordSeat, registrationHistory } from './registration-events.ts'
import type { Tables } from './tables.ts'
import { findTraining, rewriteTraining } from './trainings.ts'

interface RegistrationTable {
  id: string
  training: string
  member: string
  name: string
  organization: string
  province: string | null
  nomination_group: string | null
  nomination_priority: number | null
  nomination_order: number | null
  /** JSON. */
  answers: string
  asked_at: Instant
  state: SeatState
  state_since: Instant
  held_until: Instant | null
  attended_at: Instant | null
}

interface FeedbackTable {
  training: string
  member: string
  /** JSON. */
  answers: string
  given_at: Instant
}

export interface RegistrationTables {
  registrations: RegistrationTable
  training_feedback: FeedbackTable
}

/** What somebody thought of a training, by the question's name. */
export interface Feedback {
  readonly training: string
  readonly member: string
  readonly answers: Readonly<Record<string, string>>
  readonly givenAt: Instant
}

export interface RegistrationFilter {
  readonly training?: string
  readonly member?: string
  readonly states?: readonly SeatState[]
}

export interface Registrations {
  /**
   * The one way in which anything about a training's seats, or the training itself, changes: the hall is read, `move` says
   * what comes of it, and what came of it is kept together with its history and with the deliveries that tell of it, all
   * in one transaction. Two who press at once come one after the other.
   * @param move pure, it runs inside the transaction
   * @param tell the deliveries, of the move as it was made; pure, as well
   * @returns what `move` gave; undefined where there is no such training
   */
  act<M extends SeatMove>(
    training: string,
    move: (hall: Hall) => M,
    stamp: Stamp,
    tell?: (moved: M, before: Hall) => readonly OutboxItem[],
  ): Promise<M | undefined>
  /** A training with everybody who registered for it, read at one moment. */
  hall(training: string): Promise<Hall | undefined>
  /** By training, then by when they asked. */
  list(filter?: RegistrationFilter): Promise<readonly Registration[]>
  /** Somebody was seen in the room; the first time counts. @returns false where they were seen, or never registered */
  attend(training: string, member: string, stamp: Stamp): Promise<boolean>
  /** @returns everything that happened, or happened to one, oldest first */
  history(training: string, member?: string): Promise<readonly RegistrationEvent[]>
  /** Keeps what somebody thought; their last word counts. */
  giveFeedback(feedback: Feedback): Promise<void>
  feedback(training: string): Promise<readonly Feedback[]>
}

export function makeRegistrations(db: Kysely<Tables>): Registrations {
  return {
    act: (training, move, stamp, tell) =>
      db.transaction().execute(async (tx) => {
        const before = await hallOf(tx, training)
        if (!before) return undefined
        const moved = move(before)
        if (moved.training.revision !== before.training.revision)
          await rewriteTraining(tx, before.training, moved.training, stamp)
        const last = new Map(moved.changes.map(({ after }) => [after.member, after]))
        for (const it of last.values()) await write(tx, it)
        for (const it of moved.changes) await recordSeat(tx, it, stamp)
        for (const it of tell?.(moved, before) ?? []) await addDelivery(tx, it, stamp.at)
        return moved
      }),

    // A transaction, so that nobody is seated between the two reads.
    hall: (training) => db.transaction().execute((tx) => hallOf(tx, training)),

    async list({ training, member, states } = {}) {
      let query = db.selectFrom('registrations').selectAll()
      if (training !== undefined) query = query.where('training', '=', training)
      if (member !== undefined) query = query.where('member', '=', member)
      if (states) query = query.where('state', 'in', states)
      const rows = await query.orderBy('training').orderBy('asked_at').orderBy('member').execute()
      return rows.map(registrationOf)
    },

    attend: (training, member, stamp) =>
      db.transaction().execute((tx) => markAttended(tx, training, member, stamp)),

    history: (training, member) => registrationHistory(db, training, member),

    async giveFeedback({ training, member, answers, givenAt }) {
      const said = { answers: JSON.stringify(answers), given_at: givenAt }
      await db
        .insertInto('training_feedback')
        .values({ training, member, ...said })
        .onConflict((it) => it.columns(['training', 'member']).doUpdateSet(said))
        .execute()
    },

    async feedback(training) {
      const rows = await db
        .selectFrom('training_feedback')
        .selectAll()
        .where('training', '=', training)
        .orderBy('given_at')
        .orderBy('member')
        .execute()
      return rows.map(({ answers, given_at, ...it }) => ({
        ...it,
        answers: fromJson<Feedback['answers']>(answers),
        givenAt: given_at,
      }))
    },
  }
}

/** Somebody was seen in the room. Inside a transaction. @returns false where they were seen, or never registered */
export async function markAttended(
  tx: Kysely<Tables>,
  training: string,
  member: string,
  stamp: Stamp,
): Promise<boolean> {
  const row = await tx
    .updateTable('registrations')
    .set({ attended_at: stamp.at })
    .where('training', '=', training)
    .where('member', '=', member)
    .where('attended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row) return false
  const after = registrationOf(row)
  await recordSeat(tx, { verb: 'attended', before: after, after }, stamp)
  return true
}

async function hallOf(tx: Kysely<Tables>, id: string): Promise<Hall | undefined> {
  const training = await findTraining(tx, id)
  if (!training) return undefined
  const rows = await tx.selectFrom('registrations').selectAll().where('training', '=', id).execute()
  return { training, registrations: rows.map(registrationOf) }
}

async function write(tx: Kysely<Tables>, it: Registration): Promise<void> {
  const row: Selectable<RegistrationTable> = {
    id: it.id,
    training: it.training,
    member: it.member,
    name: it.name,
    organization: it.organization,
    province: it.province ?? null,
    nomination_group: it.nomination?.group ?? null,
    nomination_priority: it.nomination?.priority ?? null,
    nomination_order: it.nomination?.order ?? null,
    answers: JSON.stringify(it.answers),
    asked_at: it.askedAt,
    state: it.state,
    state_since: it.stateSince,
    held_until: it.heldUntil ?? null,
    attended_at: it.attendedAt ?? null,
  }
  await tx
    .insertInto('registrations')
    .values(row)
    .onConflict((on) => on.columns(['training', 'member']).doUpdateSet(row))
    .execute()
}

function registrationOf(row: Selectable<RegistrationTable>): Registration {
  const { nomination_group: group, nomination_priority: priority, nomination_order: order } = row
  return {
    id: row.id,
    training: row.training,
    member: row.member,
    name: row.name,
    organization: row.organization,
    answers: fromJson<Registration['answers']>(row.answers),
    askedAt: row.asked_at,
    state: row.state,
    stateSince: row.state_since,
    ...(row.province === null ? {} : { province: row.province }),
    ...(group === null || priority === null || order === null
      ? {}
      : { nomination: { group, priority, order } }),
    ...(row.held_until === null ? {} : { heldUntil: row.held_until }),
    ...(row.attended_at === null ? {} : { attendedAt: row.attended_at }),
  }
}
