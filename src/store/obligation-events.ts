import type { Generated, Kysely } from 'kysely'
import type { LocalDate } from '../core/clock.ts'
import type { Obligation, ObligationState } from '../core/duty.ts'
import type { Stamp } from './audit.ts'
import type { ObligationChange } from './obligations.ts'
import { cellsOfStamp, type StampedCells, stampOfCells } from './stamped-cells.ts'
import type { Tables } from './tables.ts'

interface ObligationEventTable extends StampedCells {
  id: Generated<number>
  obligation: string
  verb: ObligationEvent['verb']
  state_before: ObligationState | null
  due_before: LocalDate | null
  state_after: ObligationState
  due_after: LocalDate
  reason: string | null
}

export interface ObligationEventTables {
  obligation_events: ObligationEventTable
}

/** One entry of an obligation's history: who, when, in which chat, what was and what is. */
export interface ObligationEvent {
  readonly obligation: string
  readonly verb: ObligationChange['verb'] | 'arise' | 'move' | 'lapse'
  readonly before?: Pick<Obligation, 'state' | 'due'>
  readonly after: Pick<Obligation, 'state' | 'due'>
  readonly reason?: string
  readonly stamp: Stamp
}

type Standing = Pick<Obligation, 'state' | 'due'>

export interface RecordedEvent extends Pick<ObligationEvent, 'obligation' | 'verb'> {
  readonly before?: Standing
  readonly after: Standing & { readonly reason?: string | null }
}

/** Appends to the history; call it in the transaction of the change itself. */
export async function recordEvent(
  tx: Kysely<Tables>,
  { obligation, verb, before, after }: RecordedEvent,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('obligation_events')
    .values({
      obligation,
      verb,
      state_before: before?.state ?? null,
      due_before: before?.due ?? null,
      state_after: after.state,
      due_after: after.due,
      reason: after.reason ?? null,
      ...cellsOfStamp(stamp),
    })
    .execute()
}

/** Oldest first. */
export async function historyOf(db: Kysely<Tables>, obligation: string): Promise<readonly ObligationEvent[]> {
  const rows = await db
    .selectFrom('obligation_events')
    .selectAll()
    .where('obligation', '=', obligation)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    obligation: row.obligation,
    verb: row.verb,
    after: { state: row.state_after, due: row.due_after },
    stamp: stampOfCells(row),
    ...(row.state_before === null || row.due_before === null
      ? {}
      : { before: { state: row.state_before, due: row.due_before } }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}
