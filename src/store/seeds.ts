import type { Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Tables } from './tables.ts'

interface SeedTable {
  name: string
  hash: string
  at: Instant
}

export interface SeedTables {
  seeds: SeedTable
}

/** Which parts of the initial data were loaded, in which edition. */
export interface Seeds {
  /** The hash of the edition that was loaded last, if any. */
  hashOf(name: string): Promise<string | undefined>
  loaded(name: string, hash: string, at: Instant): Promise<void>
}

export function makeSeeds(db: Kysely<Tables>): Seeds {
  return {
    async hashOf(name) {
      const row = await db.selectFrom('seeds').select('hash').where('name', '=', name).executeTakeFirst()
      return row?.hash
    },

    async loaded(name, hash, at) {
      await db
        .insertInto('seeds')
        .values({ name, hash, at })
        .onConflict((it) => it.column('name').doUpdateSet({ hash, at }))
        .execute()
    },
  }
}
