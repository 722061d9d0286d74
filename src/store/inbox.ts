import type { Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Message } from '../core/message.ts'
import type { FirstSight } from '../core/router.ts'
import type { Tables } from './tables.ts'

interface InboxTable {
  platform: string
  space: string
  message_id: string
  at: Instant
  /** The message as JSON while its answer is owed; null after that, because nobody needs it any more. */
  message: string | null
}

export interface InboxTables {
  inbox: InboxTable
}

/** Conversation is at-most-once: the database decides who sees a message first, by a conditional write. */
export interface Inbox extends FirstSight {
  /** Messages that were taken and never answered, because the process died in between; oldest first. */
  owed(platform: string): Promise<readonly Message[]>
  /** Forgets what is older than this; platforms redeliver within minutes, so days are more than enough. */
  forget(before: Instant): Promise<void>
}

export function makeInbox(db: Kysely<Tables>): Inbox {
  return {
    async claim(message) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('inbox')
        .values({ ...keyOf(message), at: message.at, message: JSON.stringify(message) })
        .onConflict((it) => it.doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    async settle(message) {
      const key = keyOf(message)
      await db
        .updateTable('inbox')
        .set({ message: null })
        .where('platform', '=', key.platform)
        .where('space', '=', key.space)
        .where('message_id', '=', key.message_id)
        .execute()
    },

    async owed(platform) {
      const rows = await db
        .selectFrom('inbox')
        .select('message')
        .where('platform', '=', platform)
        .where('message', 'is not', null)
        .orderBy('at')
        .execute()
      return rows.flatMap(({ message }) => (message === null ? [] : [JSON.parse(message) as Message]))
    },

    async forget(before) {
      await db.deleteFrom('inbox').where('at', '<', before).execute()
    },
  }
}

function keyOf({ id, from }: Message): Pick<InboxTable, 'platform' | 'space' | 'message_id'> {
  return { platform: from.platform, space: from.space, message_id: id }
}
