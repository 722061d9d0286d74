import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import { recordChange, type Stamp } from './audit.ts'
import type { Tables } from './tables.ts'

interface ProposalTable {
  id: string
  document_id: string
  passage_id: string
  /** The document's origin, which all its versions share. */
  origin: string
  title: string
  quote: string
  date: LocalDate | null
  who: string | null
  what: string | null
  state: Proposal['state']
  duty: string | null
  proposed_at: Instant
}

export interface ProposalTables {
  proposals: ProposalTable
}

/** A sentence of a document that states a deadline, waiting for the office's yes or no. */
export interface Proposal {
  readonly id: string
  readonly documentId: string
  readonly passageId: string
  readonly title: string
  readonly quote: string
  /** The date that the sentence states, where it states a whole one. */
  readonly date?: LocalDate
  /** Whom it tells, and what it tells them, in its words. */
  readonly who?: string
  readonly what?: string
  readonly state: 'open' | 'accepted' | 'dismissed'
  /** The duty that it became. */
  readonly duty?: string
}

export interface Proposals {
  /** Adds what is new; a sentence of a document that was proposed once is not proposed again from a later version. */
  propose(proposals: readonly Omit<Proposal, 'state' | 'duty'>[], stamp: Stamp): Promise<number>
  /** Oldest first. */
  proposals(state?: Proposal['state']): Promise<readonly Proposal[]>
  /** @returns false where it was decided before */
  decide(id: string, decision: { readonly duty: string } | 'dismissed', stamp: Stamp): Promise<boolean>
}

export function makeProposals(db: Kysely<Tables>): Proposals {
  return {
    async propose(proposals, stamp) {
      return db.transaction().execute(async (tx) => {
        let added = 0
        for (const { id, documentId, passageId, title, quote, date, who, what } of proposals) {
          const document = await tx
            .selectFrom('documents')
            .select('origin')
            .where('id', '=', Number(documentId))
            .executeTakeFirst()
          const row = {
            id,
            document_id: documentId,
            passage_id: passageId,
            origin: document?.origin ?? documentId,
            title,
            quote,
            date: date ?? null,
            who: who ?? null,
            what: what ?? null,
            state: 'open' as const,
            duty: null,
            proposed_at: stamp.at,
          }
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto('proposals')
            .values(row)
            .onConflict((it) => it.doNothing())
            .executeTakeFirstOrThrow()
          if (numInsertedOrUpdatedRows !== 1n) continue
          added += 1
          await recordChange(
            tx,
            { action: 'duty.propose', subject: id, after: { title, quote, date } },
            stamp,
          )
        }
        return added
      })
    },

    async proposals(state) {
      let query = db.selectFrom('proposals').selectAll()
      if (state !== undefined) query = query.where('state', '=', state)
      const rows = await query.orderBy('proposed_at').orderBy('id').execute()
      return rows.map((row) => ({
        id: row.id,
        documentId: row.document_id,
        passageId: row.passage_id,
        title: row.title,
        quote: row.quote,
        state: row.state,
        ...(row.date === null ? {} : { date: row.date }),
        ...(row.who === null ? {} : { who: row.who }),
        ...(row.what === null ? {} : { what: row.what }),
        ...(row.duty === null ? {} : { duty: row.duty }),
      }))
    },

    async decide(id, decision, stamp) {
      const after =
        decision === 'dismissed'
          ? ({ state: 'dismissed', duty: null } as const)
          : ({ state: 'accepted', duty: decision.duty } as const)
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('proposals')
          .set(after)
          .where('id', '=', id)
          .where('state', '=', 'open')
          .executeTakeFirstOrThrow()
        if (numUpdatedRows !== 1n) return false
        await recordChange(tx, { action: 'duty.decide', subject: id, after }, stamp)
        return true
      })
    },
  }
}
