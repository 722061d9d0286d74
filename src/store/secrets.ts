import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

interface SecretTable {
  name: string
  value: string
}

export interface SecretTables {
  secrets: SecretTable
}

/** Keys that the house makes for itself, e.g. for numbers of certificates; they go into its backups with what they sign. */
export interface Secrets {
  /** Made when it is first asked for; the same from then on. */
  of(name: string): Promise<string>
}

export function makeSecrets(db: Kysely<Tables>): Secrets {
  return {
    async of(name) {
      const fresh = { name, value: randomBytes(32).toString('hex') }
      await db
        .insertInto('secrets')
        .values(fresh)
        .onConflict((it) => it.column('name').doNothing())
        .execute()
      const row = await db
        .selectFrom('secrets')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      return row.value
    },
  }
}
