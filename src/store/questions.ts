import { type Kysely, type Selectable, sql } from 'kysely'
import type { Role } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import { type ExpertReplies, type ExpertRepliesTable, makeExpertReplies } from './expert-replies.ts'
import type { Tables } from './tables.ts'

interface AskedTable {
  id: string
  at: Instant
  conversation: string
  asker: string
  organization: string | null
  question: string
  context: string
  /** The answer object, JSON. */
  answer: string
  state: 'settled' | 'open' | 'closed'
}

interface FeedbackTable {
  asked_id: string
  person: string
  organization: string | null
  role: Role
  verdict: Verdict
  at: Instant
}

export interface QuestionTables {
  asked: AskedTable
  feedback: FeedbackTable
  expert_replies: ExpertRepliesTable
}

export type Verdict = 'helpful' | 'wrong' | 'expert'

/** A question as asked, with its answer as JSON; the ask skill knows the answer's shape. */
export interface AskedQuestion {
  readonly id: string
  readonly at: Instant
  readonly conversation: string
  readonly asker: string
  /** The id of the organization for which it was asked, where a member asked. */
  readonly organization?: string
  readonly question: string
  /** The question before it in the conversation, where this one leans on that. */
  readonly context?: string
  readonly answer: string
  /** `open`: waits for a person; `closed`: an expert has replied. */
  readonly state: 'settled' | 'open' | 'closed'
}

export interface Feedback {
  readonly askedId: string
  /** Platform and id of the person, or the member's id, so that one person has one voice. */
  readonly person: string
  readonly organization?: string
  readonly role: Role
  readonly verdict: Verdict
  readonly at: Instant
}

export interface Questions extends ExpertReplies {
  /** Keeps a question; telephone and ID numbers are masked. An unanswered one is open from the start. */
  keep(asked: AskedQuestion): Promise<void>
  find(id: string): Promise<AskedQuestion | undefined>
  /** The latest questions of a conversation, oldest first. */
  recent(conversation: string, since: Instant, most: number): Promise<AskedQuestion[]>
  /** The queue: unanswered, wrong, or handed to a person; oldest first. */
  open(): Promise<AskedQuestion[]>
  /** What one asker waits for, oldest first. */
  openOf(asker: string): Promise<AskedQuestion[]>
  /**
   * One voice a person: a later verdict takes the place of the earlier one. Wrong and expert open the question; where
   * the last such voice has changed its mind, it is settled again.
   */
  judge(feedback: Feedback): Promise<void>
  verdicts(askedId: string): Promise<Feedback[]>
}

export function makeQuestions(db: Kysely<Tables>): Questions {
  return {
    ...makeExpertReplies(db),

    async keep({ organization, context, ...asked }) {
      // Written out like the inbox's statements: every question of a chat is kept.
      await sql`
        INSERT INTO asked (id, at, conversation, asker, organization, question, context, answer, state)
        VALUES (${asked.id}, ${asked.at}, ${asked.conversation}, ${asked.asker}, ${organization ?? null},
          ${maskPersonal(asked.question)}, ${maskPersonal(context ?? '')}, ${asked.answer}, ${asked.state})
        ON CONFLICT (id) DO NOTHING`.execute(db)
    },

    async find(id) {
      const row = await db.selectFrom('asked').selectAll().where('id', '=', id).executeTakeFirst()
      return row && askedQuestion(row)
    },

    async recent(conversation, since, most) {
      const { rows } = await sql<Selectable<AskedTable>>`
        SELECT * FROM asked WHERE conversation = ${conversation} AND at >= ${since}
        ORDER BY at DESC LIMIT ${most}`.execute(db)
      return rows.reverse().map(askedQuestion)
    },

    async open() {
      const rows = await db
        .selectFrom('asked')
        .selectAll()
        .where('state', '=', 'open')
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(askedQuestion)
    },

    async openOf(asker) {
      const rows = await db
        .selectFrom('asked')
        .selectAll()
        .where('asker', '=', asker)
        .where('state', '=', 'open')
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(askedQuestion)
    },

    async judge({ askedId, person, organization, role, verdict, at }) {
      await db.transaction().execute(async (tx) => {
        const says = { organization: organization ?? null, role, verdict, at }
        await tx
          .insertInto('feedback')
          .values({ asked_id: askedId, person, ...says })
          .onConflict((it) => it.columns(['asked_id', 'person']).doUpdateSet(says))
          .execute()
        const against = await tx
          .selectFrom('feedback')
          .select('person')
          .where('asked_id', '=', askedId)
          .where('verdict', '!=', 'helpful')
          .executeTakeFirst()
        if (verdict === 'helpful' && against) return
        await tx
          .updateTable('asked')
          .set({ state: verdict === 'helpful' ? 'settled' : 'open' })
          .where('id', '=', askedId)
          .$if(verdict === 'helpful', (it) => it.where('state', '=', 'open'))
          .execute()
      })
    },

    async verdicts(askedId) {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .where('asked_id', '=', askedId)
        .orderBy('at')
        .execute()
      return rows.map((row) => ({
        askedId: row.asked_id,
        person: row.person,
        role: row.role,
        verdict: row.verdict,
        at: row.at,
        ...(row.organization === null ? {} : { organization: row.organization }),
      }))
    },
  }
}

function askedQuestion({ organization, context, ...row }: Selectable<AskedTable>): AskedQuestion {
  return {
    ...row,
    ...(organization === null ? {} : { organization }),
    ...(context === '' ? {} : { context }),
  }
}
