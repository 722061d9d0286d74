import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { onceATurn } from './once-a-turn.ts'
import type { Tables } from './tables.ts'

/** Grows with every change of what search answers from: what was remembered of an earlier one is void. */
export interface Revision {
  now(): Promise<number>
  /** Called inside the transaction that makes the change. */
  raise(): void
}

export function makeRevision(db: Kysely<Tables>, sqlite: Database.Database): Revision {
  const known = onceATurn(async () => {
    const { rows } = await sql<{ value: string }>`
      SELECT value FROM index_facts WHERE name = 'revision'`.execute(db)
    return Number(rows[0]?.value ?? 0)
  })
  return {
    now: known.read,
    raise() {
      sqlite
        .prepare(
          `INSERT INTO index_facts VALUES ('revision', '1')
           ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
        )
        .run()
      known.forget()
    },
  }
}
