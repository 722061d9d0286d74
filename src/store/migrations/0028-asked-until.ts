import { type Kysely, type Migration, sql } from 'kysely'

/** The day that a zone asks for is kept with its request, so that whoever decides finds it again. */
export const askedUntil: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE obligation_events ADD COLUMN asked_until TEXT`.execute(db)
  },
}
