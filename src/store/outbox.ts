import { type Kysely, type Selectable, sql } from 'kysely'
import type { DeliveryKey } from '../core/adapter.ts'
import type { Instant } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import { recordChange, type Stamp } from './audit.ts'
import { addDelivery, type OutboxTable, rowOf } from './outbox-rows.ts'
import type { Tables } from './tables.ts'

/**
 * Everything that the bot says unasked. A row names what it is about; its words are made when it is claimed, so that
 * they are true then.
 */
export interface OutboxItem {
  /** Follows from what is said, to whom and for when, so that planning it again after any crash gives the same key. */
  readonly key: DeliveryKey
  /** Who makes its words: `deadlines.reminder`, `deadlines.digest`, `deadlines.change`, … An open set. */
  readonly kind: string
  /** What the maker of the words needs; plain data. */
  readonly about: unknown
  readonly to: Address
  /** The language of the recipient. */
  readonly locale: 'zh-CN' | 'en'
  readonly dueAt: Instant
  /** After this it is of no use to anybody and is dropped. */
  readonly usefulUntil?: Instant
  /** A doubled introduction embarrasses two zones: where nobody can prove that it was not posted, it waits for an operator. */
  readonly whenUnprovable: 'repeat' | 'wait'
}

/**
 * `waiting` -> `sending` -> `sent`; or `cancelled` (no longer true), `expired` (too late to be of use), `parked` (only the
 * office can help: channel gone, access revoked, or unprovable).
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'cancelled' | 'expired' | 'parked'

export interface OutboxRow extends OutboxItem {
  readonly state: OutboxState
  readonly attempts: number
  readonly attemptedAt?: Instant
  /** The earliest attempt since which nobody knows whether it was posted: look for it before posting. */
  readonly doubtfulSince?: Instant
  /** The run of the bot that last tried. */
  readonly boot?: string
  readonly sentAt?: Instant
  readonly messageId?: string
  /** Why it was cancelled or parked, or why the last attempt failed. */
  readonly why?: string
  /** True where it was posted a second time because nobody could prove that the first one stood. */
  readonly repeated: boolean
  /** True where it was parked and the office had it sent again. */
  readonly released: boolean
  readonly createdAt: Instant
}

export interface Outbox {
  /** Adds deliveries that carry no notice (a change, a nudge, a digest); a key that is there already is left alone. */
  add(items: readonly OutboxItem[], now: Instant): Promise<number>
  /**
   * Takes waiting rows whose time has come and marks them as being sent by this run, in one statement: two copies of the
   * bot never take the same row. At most one row a place at a time, oldest first; one that waits for another try holds
   * up those behind it in its place, and nobody else.
   */
  claim(now: Instant, boot: string, most: number, platforms: readonly string[]): Promise<readonly OutboxRow[]>
  /**
   * Takes back whatever is being sent: nobody knows whether it was posted, so it waits again, in doubt since that attempt.
   * For the one copy that talks, while it is sending nothing itself.
   */
  takeBack(now: Instant): Promise<readonly OutboxRow[]>
  /** @param repeated nobody could prove that it did not stand there before */
  sent(
    key: DeliveryKey,
    receipt: { readonly messageId: string; readonly at: Instant },
    repeated?: boolean,
  ): Promise<void>
  /** Back to waiting, until then; whether it was posted is in doubt since the attempt that failed. */
  retry(key: DeliveryKey, at: Instant, why: string): Promise<void>
  end(key: DeliveryKey, state: 'cancelled' | 'expired' | 'parked', why: string): Promise<void>
  /**
   * A parked row waits again, its time is now. Whoever releases one that nobody could prove has looked: it is posted.
   * @returns false where it is not parked
   */
  release(key: DeliveryKey, stamp: Stamp): Promise<boolean>
  /** When the next waiting row of these platforms can be claimed; undefined where none waits. */
  nextAt(platforms: readonly string[]): Promise<Instant | undefined>
  /** Oldest first. */
  list(filter?: { readonly state?: OutboxState; readonly most?: number }): Promise<readonly OutboxRow[]>
  counts(): Promise<Readonly<Record<OutboxState, number>>>
  /** People to whom a kind of delivery about a training has been said, however many places each hears in. */
  reached(kind: string, training: string): Promise<number>
}

export function makeOutbox(db: Kysely<Tables>): Outbox {
  /** A row that this run holds goes on to what came of it. */
  const settle = async (key: DeliveryKey, cells: Partial<Selectable<OutboxTable>>) => {
    const { numUpdatedRows } = await db
      .updateTable('outbox')
      .set(cells)
      .where('key', '=', key)
      .where('state', '=', 'sending')
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw new Error(`the delivery ${key} is not being sent`)
  }

  return {
    async add(items, now) {
      return db.transaction().execute(async (tx) => {
        let added = 0
        for (const it of items) if (await addDelivery(tx, it, now)) added += 1
        return added
      })
    },

    async claim(now, boot, most, platforms) {
      if (platforms.length === 0 || most <= 0) return []
      const { rows } = await sql<Selectable<OutboxTable>>`
        UPDATE outbox SET state = 'sending', boot = ${boot}, attempts = attempts + 1, attempted_at = ${now}
        WHERE key IN (
          SELECT key FROM outbox AS head
          WHERE state = 'waiting' AND due_at <= ${now} AND next_at <= ${now}
            AND platform IN (${sql.join(platforms)})
            AND ${firstOfItsPlace}
            AND NOT EXISTS (
              SELECT 1 FROM outbox AS busy
              WHERE busy.state = 'sending' AND busy.platform = head.platform AND busy.space = head.space
                AND busy.channel = head.channel)
          ORDER BY due_at, key LIMIT ${most})
        RETURNING *`.execute(db)
      return rows.map(rowOf)
    },

    async takeBack(now) {
      const rows = await db
        .updateTable('outbox')
        .set((it) => ({
          state: 'waiting',
          next_at: now,
          doubtful_since: it.fn.coalesce('doubtful_since', 'attempted_at'),
        }))
        .where('state', '=', 'sending')
        .returningAll()
        .execute()
      return rows.map(rowOf)
    },

    sent: (key, { messageId, at }, repeated = false) =>
      settle(key, {
        state: 'sent',
        message_id: messageId,
        sent_at: at,
        why: null,
        repeated: repeated ? 1 : 0,
      }),

    async retry(key, at, why) {
      await db
        .updateTable('outbox')
        .set((it) => ({
          state: 'waiting',
          next_at: at,
          why,
          doubtful_since: it.fn.coalesce('doubtful_since', 'attempted_at'),
        }))
        .where('key', '=', key)
        .where('state', '=', 'sending')
        .execute()
    },

    end: (key, state, why) => settle(key, { state, why }),

    async release(key, stamp) {
      return db.transaction().execute(async (tx) => {
        const released = await tx
          .updateTable('outbox')
          .set((it) => ({
            state: 'waiting',
            attempts: 0,
            due_at: stamp.at,
            next_at: stamp.at,
            useful_until: null,
            released: 1 as const,
            doubtful_since: it
              .case()
              .when('when_unprovable', '=', 'wait')
              .then(null)
              .else(it.ref('doubtful_since'))
              .end(),
          }))
          .where('key', '=', key)
          .where('state', '=', 'parked')
          .returning(['kind', 'why'])
          .executeTakeFirst()
        if (!released) return false
        await recordChange(tx, { action: 'delivery.release', subject: key, before: released }, stamp)
        return true
      })
    },

    async nextAt(platforms) {
      if (platforms.length === 0) return undefined
      const { rows } = await sql<{ at: Instant | null }>`
        SELECT min(max(due_at, next_at)) AS at FROM outbox AS head
        WHERE state = 'waiting' AND platform IN (${sql.join(platforms)}) AND ${firstOfItsPlace}`.execute(db)
      return rows[0]?.at ?? undefined
    },

    async list({ state, most } = {}) {
      let query = db.selectFrom('outbox').selectAll()
      if (state !== undefined) query = query.where('state', '=', state)
      if (most !== undefined) query = query.limit(most)
      return (await query.orderBy('due_at').orderBy('key').execute()).map(rowOf)
    },

    async reached(kind, training) {
      const { rows } = await sql<{ people: number }>`
        SELECT count(DISTINCT json_extract(about, '$.recipient')) AS people FROM outbox
        WHERE kind = ${kind} AND state = 'sent' AND json_extract(about, '$.training') = ${training}`.execute(
        db,
      )
      return rows[0]?.people ?? 0
    },

    async counts() {
      const rows = await db
        .selectFrom('outbox')
        .select((it) => ['state', it.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute()
      return { ...none, ...Object.fromEntries(rows.map((it) => [it.state, it.count])) }
    },
  }
}

/** Nothing waits in its place that is older. */
const firstOfItsPlace = sql`NOT EXISTS (
  SELECT 1 FROM outbox AS ahead
  WHERE ahead.state = 'waiting' AND ahead.platform = head.platform AND ahead.space = head.space
    AND ahead.channel = head.channel AND (ahead.due_at, ahead.key) < (head.due_at, head.key))`

const none: Readonly<Record<OutboxState, number>> = {
  waiting: 0,
  sending: 0,
  sent: 0,
  cancelled: 0,
  expired: 0,
  parked: 0,
}
