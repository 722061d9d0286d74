import type { Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Tables } from './tables.ts'

interface LeaseTable {
  id: 1
  boot: string
  host: string
  pid: number
  taken_at: Instant
  renewed_at: Instant
}

export interface LeaseTables {
  lease: LeaseTable
}

/** A run of the bot. */
export interface Holder {
  readonly boot: string
  readonly host: string
  readonly pid: number
}

export interface Holding extends Holder {
  readonly takenAt: Instant
}

/** Which copy of the bot talks. Whoever stops renewing it loses it, so that a dead copy never blocks the next one. */
export interface Lease {
  /**
   * Takes the lease where nobody has it, where it was not renewed since `oldest`, or where its holder is gone.
   * @param gone whether that holder is known to run no more
   * @returns undefined where it was taken, else who has it
   */
  take(
    holder: Holder,
    now: Instant,
    oldest: Instant,
    gone: (other: Holding) => boolean,
  ): Promise<Holding | undefined>
  /** @returns false where another copy has taken it */
  renew(boot: string, now: Instant): Promise<boolean>
  release(boot: string): Promise<void>
}

export function makeLease(db: Kysely<Tables>): Lease {
  return {
    async take({ boot, host, pid }, now, oldest, gone) {
      return db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('lease').selectAll().executeTakeFirst()
        const other = row && { boot: row.boot, host: row.host, pid: row.pid, takenAt: row.taken_at }
        // One that was renewed in the future is of a clock that was set back since: it is as old as any.
        if (other && row.renewed_at > oldest && row.renewed_at <= now && !gone(other)) return other
        const taken = { boot, host, pid, taken_at: now, renewed_at: now }
        await tx
          .insertInto('lease')
          .values({ id: 1, ...taken })
          .onConflict((it) => it.column('id').doUpdateSet(taken))
          .execute()
        return undefined
      })
    },

    async renew(boot, now) {
      const { numUpdatedRows } = await db
        .updateTable('lease')
        .set({ renewed_at: now })
        .where('boot', '=', boot)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },

    async release(boot) {
      await db.deleteFrom('lease').where('boot', '=', boot).execute()
    },
  }
}
