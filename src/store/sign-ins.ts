import { type Kysely, sql } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Stamp } from './audit.ts'
import { markAttended } from './registrations.ts'
import type { Tables } from './tables.ts'

interface AttendanceTryTable {
  member: string
  at: Instant
}

export interface SignInTables {
  attendance_tries: AttendanceTryTable
}

/** What became of a code that somebody typed in the room. */
export type SignedIn =
  /** `again`: they were seen before; the first time counts. */
  | { readonly kind: 'came'; readonly training: string; readonly again: boolean }
  /** The code is shown, and they have no seat there. */
  | { readonly kind: 'no-seat'; readonly training: string }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked'; readonly until: Instant }

export interface SignIns {
  /** Somebody types a code: the try and what comes of it are one transaction. */
  signIn(member: string, code: string, stamp: Stamp): Promise<SignedIn>
}

/** Wrong codes that one person may type within {@link tryWindow}: of 10,000 codes nobody finds one by trying. */
export const mostTries = 5
/** An hour, ms. */
export const tryWindow = 3_600_000

export function makeSignIns(db: Kysely<Tables>): SignIns {
  return {
    signIn: (member, code, stamp) =>
      db.transaction().execute(async (tx): Promise<SignedIn> => {
        const tries = await triesOf(tx, member, stamp.at)
        if (tries.count >= mostTries) return { kind: 'locked', until: tries.first + tryWindow }
        const shown = await tx
          .selectFrom('attendance_codes')
          .leftJoin('registrations', (on) =>
            on
              .onRef('registrations.training', '=', 'attendance_codes.training')
              .on('registrations.member', '=', member)
              .on('registrations.state', '=', 'seated'),
          )
          .select(['attendance_codes.training', 'registrations.id as seat'])
          .where('code', '=', code)
          .where('valid_until', '>', stamp.at)
          // Two trainings may show the same code by chance: theirs is meant.
          .orderBy(sql`registrations.id IS NULL`)
          .executeTakeFirst()
        if (!shown) {
          await tx.insertInto('attendance_tries').values({ member, at: stamp.at }).execute()
          return { kind: 'wrong', left: mostTries - tries.count - 1 }
        }
        const { training, seat } = shown
        if (seat === null) return { kind: 'no-seat', training }
        return { kind: 'came', training, again: !(await markAttended(tx, training, member, stamp)) }
      }),
  }
}

/** The tries within the window; older ones are forgotten. */
async function triesOf(tx: Kysely<Tables>, member: string, now: Instant) {
  await tx
    .deleteFrom('attendance_tries')
    .where('at', '<=', now - tryWindow)
    .execute()
  const { count, first } = await tx
    .selectFrom('attendance_tries')
    .select((it) => [it.fn.countAll<number>().as('count'), it.fn.min('at').as('first')])
    .where('member', '=', member)
    .executeTakeFirstOrThrow()
  return { count, first: first ?? now }
}
