import type { Generated, Kysely } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import { type Obligation, type ObligationState, unfinished } from '../core/duty.ts'
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
  /** The day that is asked for, where more time is. */
  asked_until: LocalDate | null
}

export interface ObligationEventTables {
  obligation_events: ObligationEventTable
}

/** One entry of an obligation's history: who, when, in which chat, what was and what is. */
export interface ObligationEvent {
  readonly obligation: string
  readonly verb: ObligationChange['verb'] | ObligationWord['verb'] | 'arise' | 'move' | 'lapse'
  readonly before?: Pick<Obligation, 'state' | 'due'>
  readonly after: Pick<Obligation, 'state' | 'due'>
  readonly reason?: string
  /** The day that is asked for, where more time is. */
  readonly askedUntil?: LocalDate
  readonly stamp: Stamp
}

/** What is said of an obligation and changes nothing of it: more time is asked for, or refused. */
export type ObligationWord =
  | { readonly verb: 'request'; readonly until: LocalDate; readonly reason: string }
  | { readonly verb: 'refuse'; readonly reason: string }

/** More time that was asked for and not answered yet. */
export interface TimeAsked {
  readonly obligation: string
  readonly until: LocalDate
  readonly reason: string
  readonly at: Instant
}

type Standing = Pick<Obligation, 'state' | 'due'>

export interface RecordedEvent extends Pick<ObligationEvent, 'obligation' | 'verb'> {
  readonly before?: Standing
  readonly after: Standing & { readonly reason?: string | null; readonly askedUntil?: LocalDate }
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
      asked_until: after.askedUntil ?? null,
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
    ...(row.asked_until === null ? {} : { askedUntil: row.asked_until }),
  }))
}

/** What is being prepared, or not begun after all, answers no request; everything else that happens does. */
const answersNothing = ['prepare', 'reopen'] as const

/** The newest request of each open obligation that nothing has answered, oldest first. */
export async function timeAsked(db: Kysely<Tables>): Promise<readonly TimeAsked[]> {
  const rows = await db
    .selectFrom('obligation_events as asked')
    .innerJoin('obligations', 'obligations.id', 'asked.obligation')
    .select(['asked.obligation', 'asked.asked_until', 'asked.reason', 'asked.at'])
    .where('asked.verb', '=', 'request')
    .where('obligations.state', 'in', [...unfinished])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('obligation_events as later')
            .select('later.id')
            .whereRef('later.obligation', '=', 'asked.obligation')
            .whereRef('later.id', '>', 'asked.id')
            .where('later.verb', 'not in', answersNothing),
        ),
      ),
    )
    .orderBy('asked.id')
    .execute()
  return rows.flatMap(({ obligation, asked_until: until, reason, at }) =>
    until === null ? [] : [{ obligation, until, reason: reason ?? '', at }],
  )
}
