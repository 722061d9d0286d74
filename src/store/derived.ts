import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

interface DerivedTable {
  name: string
  edition: string
  value: Uint8Array
}

export interface DerivedTables {
  derived: DerivedTable
}

/**
 * What was worked out from the rest and is kept only because working it out takes long: whoever reads it must be able to
 * do without.
 */
export interface Derived {
  /** Undefined where it is not kept, or was made by another edition of what makes it. */
  get(name: string, edition: string): Promise<Uint8Array | undefined>
  /** In the place of any other edition. */
  put(name: string, edition: string, value: Uint8Array): Promise<void>
}

export function makeDerived(db: Kysely<Tables>): Derived {
  return {
    async get(name, edition) {
      const row = await db
        .selectFrom('derived')
        .select('value')
        .where('name', '=', name)
        .where('edition', '=', edition)
        .executeTakeFirst()
      return row?.value
    },

    async put(name, edition, value) {
      await db
        .insertInto('derived')
        .values({ name, edition, value })
        .onConflict((it) => it.column('name').doUpdateSet({ edition, value }))
        .execute()
    },
  }
}
