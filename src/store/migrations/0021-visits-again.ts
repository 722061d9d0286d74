import { type Kysely, type Migration, sql } from 'kysely'

/** An agreed visit of which nobody ever tells the outcome does not keep its guest from asking again. */
export const visitsAgain: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('DROP INDEX visits_live').execute(db)
    // Whatever two people of one zone press at once, it asks for an offer once at a time.
    await sql
      .raw(`CREATE UNIQUE INDEX visits_live ON visits (offer, guest) WHERE state IN ('asked', 'answered')`)
      .execute(db)
  },
}
