import type { Generated, Kysely } from 'kysely'
import type { SeatChange, SeatState, SeatVerb } from '../core/training.ts'
import type { Stamp } from './audit.ts'
import { cellsOfStamp, type StampedCells, stampOfCells } from './stamped-cells.ts'
import type { Tables } from './tables.ts'

interface RegistrationEventTable extends StampedCells {
  id: Generated<number>
  training: string
  member: string
  verb: RegistrationEvent['verb']
  state_before: SeatState | null
  state_after: SeatState
  reason: string | null
}

export interface RegistrationEventTables {
  registration_events: RegistrationEventTable
}

/** One entry of a training's history: what happened to whom, by whose doing, when, in which chat. */
export interface RegistrationEvent {
  readonly training: string
  readonly member: string
  readonly verb: SeatVerb | 'attended'
  readonly before?: SeatState
  readonly after: SeatState
  readonly stamp: Stamp
}

/** Adds an entry with the change that it tells of. */
export async function recordSeat(
  tx: Kysely<Tables>,
  { verb, before, after }: Omit<SeatChange, 'verb'> & Pick<RegistrationEvent, 'verb'>,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('registration_events')
    .values({
      training: after.training,
      member: after.member,
      verb,
      state_before: before?.state ?? null,
      state_after: after.state,
      ...cellsOfStamp(stamp),
      reason: stamp.reason ?? null,
    })
    .execute()
}

/** Oldest first. @param member of whom, or of everybody */
export async function registrationHistory(
  db: Kysely<Tables>,
  training: string,
  member: string | undefined,
): Promise<readonly RegistrationEvent[]> {
  let query = db.selectFrom('registration_events').selectAll().where('training', '=', training)
  if (member !== undefined) query = query.where('member', '=', member)
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    training: row.training,
    member: row.member,
    verb: row.verb,
    after: row.state_after,
    stamp: { ...stampOfCells(row), ...(row.reason === null ? {} : { reason: row.reason }) },
    ...(row.state_before === null ? {} : { before: row.state_before }),
  }))
}
