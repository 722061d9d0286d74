import { type Kysely, sql } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Message } from '../core/message.ts'
import type { MessageInbox } from '../core/router.ts'
import { fromJson } from './from-json.ts'
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

/** Received messages. Conversation is at-most-once: a conditional write decides which instance handles a message. */
export interface Inbox extends MessageInbox {
  /** Messages that were claimed and never answered because the process died in between; oldest first. */
  owed(platform: string): Promise<readonly Message[]>
  /** Deletes older messages; platforms redeliver within minutes, so days are more than enough. */
  forget(before: Instant): Promise<void>
}

/** Claimed ids kept in memory: Slack delivers each mention as two events within milliseconds. */
const REMEMBERED = 1_000

export function makeInbox(db: Kysely<Tables>): Inbox {
  const claimed = new Set<string>()

  return {
    async claim(message) {
      const { platform, space, message_id } = keyOf(message)
      const name = JSON.stringify([platform, space, message_id])
      if (claimed.has(name)) return false
      claimed.add(name)
      const [oldest] = claimed
      if (claimed.size > REMEMBERED && oldest !== undefined) claimed.delete(oldest)
      try {
        // Raw SQL for speed: this and `settle` run for every chat message.
        const { numAffectedRows } = await sql`
          INSERT INTO inbox (platform, space, message_id, at, message)
          VALUES (${platform}, ${space}, ${message_id}, ${message.at}, ${JSON.stringify(message)})
          ON CONFLICT DO NOTHING`.execute(db)
        return numAffectedRows === 1n
      } catch (thrown) {
        claimed.delete(name)
        throw thrown
      }
    },

    async settle(message) {
      const { platform, space, message_id } = keyOf(message)
      await sql`
        UPDATE inbox SET message = NULL
        WHERE platform = ${platform} AND space = ${space} AND message_id = ${message_id}`.execute(db)
    },

    async owed(platform) {
      const rows = await db
        .selectFrom('inbox')
        .select('message')
        .where('platform', '=', platform)
        .where('message', 'is not', null)
        .orderBy('at')
        .execute()
      return rows.flatMap(({ message }) => (message === null ? [] : [fromJson<Message>(message)]))
    },

    async forget(before) {
      await db.deleteFrom('inbox').where('at', '<', before).execute()
    },
  }
}

function keyOf({ id, from }: Message): Pick<InboxTable, 'platform' | 'space' | 'message_id'> {
  return { platform: from.platform, space: from.space, message_id: id }
}
