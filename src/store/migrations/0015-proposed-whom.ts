import { type Kysely, type Migration, sql } from 'kysely'

/** Whom a sentence that states a deadline tells, and what it tells them to do, in its own words. */
export const proposedWhom: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['who', 'what'])
      await sql.raw(`ALTER TABLE proposals ADD COLUMN ${column} TEXT CHECK (${column} <> '')`).execute(db)
  },
}
