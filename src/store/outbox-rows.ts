import type { Kysely, Selectable } from 'kysely'
import type { DeliveryKey } from '../core/adapter.ts'
import type { Instant } from '../core/clock.ts'
import type { OutboxItem, OutboxRow, OutboxState } from './outbox.ts'
import type { Tables } from './tables.ts'

export interface OutboxTable {
  key: DeliveryKey
  kind: string
  /** JSON. */
  about: string
  platform: string
  space: string
  channel: string
  thread: string | null
  locale: OutboxItem['locale']
  due_at: Instant
  useful_until: Instant | null
  when_unprovable: OutboxItem['whenUnprovable']
  state: OutboxState
  /** Not tried before. */
  next_at: Instant
  attempts: number
  attempted_at: Instant | null
  doubtful_since: Instant | null
  boot: string | null
  sent_at: Instant | null
  message_id: string | null
  why: string | null
  repeated: 0 | 1
  released: 0 | 1
  created_at: Instant
}

export interface OutboxTables {
  outbox: OutboxTable
}

/** @returns false where the key is there already */
export async function addDelivery(tx: Kysely<Tables>, item: OutboxItem, now: Instant): Promise<boolean> {
  const { key, kind, about, to, locale, dueAt, usefulUntil, whenUnprovable } = item
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outbox')
    .values({
      key,
      kind,
      about: JSON.stringify(about ?? null),
      platform: to.platform,
      space: to.space,
      channel: to.channel,
      thread: to.thread ?? null,
      locale,
      due_at: dueAt,
      useful_until: usefulUntil ?? null,
      when_unprovable: whenUnprovable,
      state: 'waiting',
      next_at: dueAt,
      attempts: 0,
      attempted_at: null,
      doubtful_since: null,
      boot: null,
      sent_at: null,
      message_id: null,
      why: null,
      repeated: 0,
      released: 0,
      created_at: now,
    })
    .onConflict((it) => it.column('key').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** A delivery out of its row. */
export function rowOf(row: Selectable<OutboxTable>): OutboxRow {
  return {
    key: row.key,
    kind: row.kind,
    about: JSON.parse(row.about),
    to: {
      platform: row.platform,
      space: row.space,
      channel: row.channel,
      ...(row.thread === null ? {} : { thread: row.thread }),
    },
    locale: row.locale,
    dueAt: row.due_at,
    whenUnprovable: row.when_unprovable,
    state: row.state,
    attempts: row.attempts,
    repeated: row.repeated === 1,
    released: row.released === 1,
    createdAt: row.created_at,
    ...(row.useful_until === null ? {} : { usefulUntil: row.useful_until }),
    ...(row.attempted_at === null ? {} : { attemptedAt: row.attempted_at }),
    ...(row.doubtful_since === null ? {} : { doubtfulSince: row.doubtful_since }),
    ...(row.boot === null ? {} : { boot: row.boot }),
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    ...(row.message_id === null ? {} : { messageId: row.message_id }),
    ...(row.why === null ? {} : { why: row.why }),
  }
}
