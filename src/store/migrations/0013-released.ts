import { type Kysely, type Migration, sql } from 'kysely'

/** Deliveries that were parked and that the office had sent again: their readers are told that they come late. */
export const released: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE outbox ADD COLUMN released INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1))`.execute(
      db,
    )
  },
}
