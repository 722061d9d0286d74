import type { Generated, Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { SeatChange, SeatState, SeatVerb } from '../core/training.ts'
import type { Stamp } from './audit.ts'
import type { Tables } from './tables.ts'

interface RegistrationEventTable {
  id: Generated<number>
  training: string
  member: string
  verb: RegistrationEvent['verb']
  state_before: SeatState | null
  state_after: SeatState
  at: Instant
  who: string
  platform: string | null
  space: string | null
  channel: string | null
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
  { who, at, where, reason }: Stamp,
): Promise<void> {
  await tx
    .insertInto('registration_events')
    .values({
      training: after.training,
      member: after.member,
      verb,
      state_before: before?.state ?? null,
      state_after: after.state,
      at,
      who,
      platform: where?.platform ?? null,
      space: where?.space ?? null,
      channel: where?.channel ?? null,
      reason: reason ?? null,
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
  return rows.map(({ who, at, platform, space, channel, reason, ...row }) => ({
    training: row.training,
    member: row.member,
    verb: row.verb,
    after: row.state_after,
    stamp: {
      who,
      at,
      ...(platform === null || space === null || channel === null
        ? {}
        : { where: { platform, space, channel } }),
      ...(reason === null ? {} : { reason }),
    },
    ...(row.state_before === null ? {} : { before: row.state_before }),
  }))
}
