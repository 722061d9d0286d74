import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant } from '../core/clock.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import { recordChange, type Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import { stateOfKnowledge } from './knowledge.ts'
import type { Tables } from './tables.ts'

export interface ExpertRepliesTable {
  id: string
  asked_id: string | null
  question: string
  text: string
  /** The places that the expert names, JSON. */
  passages: string
  by: string
  member: string | null
  at: Instant
  withdrawn_at: Instant | null
}

/** A place that an expert names as the ground of a reply; `quote` is empty where the whole passage is. */
export interface ReplyPlace {
  readonly passageId: string
  readonly quote: string
}

/** An expert's words about a question: quoted as that, never as the rule. */
export interface ExpertReply {
  readonly id: string
  readonly askedId?: string
  /** The question as it was meant, with what it followed on. */
  readonly question: string
  readonly text: string
  readonly places: readonly ReplyPlace[]
  /** The name that stands beside the words. */
  readonly by: string
  /** The member who wrote it; absent where the operator did. */
  readonly member?: string
  readonly at: Instant
  /** Since when a document that it rests on is replaced by a newer version: somebody has to look at it again. */
  readonly dueSince?: Instant
}

export interface ExpertReplies {
  /**
   * Keeps a reply, closes its question and takes the place of an earlier reply to it, with the entry in the audit: all
   * or nothing. Telephone and ID numbers are masked.
   * @returns false, and nothing is kept, where the question is unknown, or closed with a reply that still stands
   */
  reply(reply: Omit<ExpertReply, 'dueSince'> & { readonly askedId: string }, stamp: Stamp): Promise<boolean>
  /** The replies that stand, oldest first. */
  replies(): Promise<readonly ExpertReply[]>
  /** Takes a reply back and opens its question again. @returns false where there was nothing to take back */
  withdraw(replyId: string, stamp: Stamp): Promise<boolean>
}

export function makeExpertReplies(db: Kysely<Tables>): ExpertReplies {
  let kept: { readonly state: string; readonly replies: readonly ExpertReply[] } | undefined

  return {
    async reply(reply, stamp) {
      return db.transaction().execute(async (tx) => {
        const [before] = await standing(tx, reply.askedId)
        const { numUpdatedRows } = await tx
          .updateTable('asked')
          .set({ state: 'closed' })
          .where('id', '=', reply.askedId)
          .$if(before?.dueSince === undefined, (it) => it.where('state', '!=', 'closed'))
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        if (before) await end(tx, before.id, stamp.at)
        const kept = { ...reply, question: maskPersonal(reply.question), text: maskPersonal(reply.text) }
        await tx.insertInto('expert_replies').values(rowOf(kept)).execute()
        await recordChange(
          tx,
          {
            action: 'queue.reply',
            subject: kept.id,
            after: contentOf(kept),
            ...(before ? { before: { id: before.id, ...contentOf(before) } } : {}),
          },
          stamp,
        )
        return true
      })
    },

    async replies() {
      const state = await stateOfKnowledge(db)
      if (kept?.state !== state) kept = { state, replies: await standing(db) }
      return kept.replies
    },

    async withdraw(replyId, stamp) {
      return db.transaction().execute(async (tx) => {
        const reply = (await standing(tx)).find((it) => it.id === replyId)
        if (!reply) return false
        await end(tx, reply.id, stamp.at)
        if (reply.askedId !== undefined)
          await tx.updateTable('asked').set({ state: 'open' }).where('id', '=', reply.askedId).execute()
        await recordChange(
          tx,
          { action: 'queue.withdraw', subject: reply.id, before: contentOf(reply) },
          stamp,
        )
        return true
      })
    },
  }
}

async function standing(db: Kysely<Tables>, askedId?: string): Promise<ExpertReply[]> {
  const rows = await db
    .selectFrom('expert_replies')
    .selectAll()
    .select(
      sql<Instant | null>`(
        SELECT min(documents.replaced_at) FROM json_each(expert_replies.passages) AS place
        JOIN passages ON passages.id = CAST(json_extract(place.value, '$.passageId') AS INTEGER)
        JOIN documents ON documents.id = passages.document_id)`.as('due_since'),
    )
    .where('withdrawn_at', 'is', null)
    .$if(askedId !== undefined, (it) => it.where('asked_id', '=', askedId ?? ''))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(expertReply)
}

async function end(db: Kysely<Tables>, id: string, at: Instant): Promise<void> {
  await db.updateTable('expert_replies').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

/** What of a reply the audit keeps: no name of a person. */
function contentOf({ askedId, question, text, places }: ExpertReply): object {
  return { asked: askedId, question, text, places }
}

function rowOf(reply: Omit<ExpertReply, 'dueSince'>): ExpertRepliesTable {
  return {
    id: reply.id,
    asked_id: reply.askedId ?? null,
    question: reply.question,
    text: reply.text,
    passages: JSON.stringify(reply.places),
    by: reply.by,
    member: reply.member ?? null,
    at: reply.at,
    withdrawn_at: null,
  }
}

function expertReply(row: Selectable<ExpertRepliesTable> & { due_since: Instant | null }): ExpertReply {
  return {
    id: row.id,
    question: row.question,
    text: row.text,
    places: fromJson<ReplyPlace[]>(row.passages),
    by: row.by,
    at: row.at,
    ...(row.asked_id === null ? {} : { askedId: row.asked_id }),
    ...(row.member === null ? {} : { member: row.member }),
    ...(row.due_since === null ? {} : { dueSince: row.due_since }),
  }
}
