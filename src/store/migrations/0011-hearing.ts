import { type Kysely, type Migration, sql } from 'kysely'

/** Where a member hears of things unasked: the account that they chose, else the one that was linked first. */
export const hearing: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE identities ADD COLUMN linked_at INTEGER NOT NULL DEFAULT 0`.execute(db)
    await sql`ALTER TABLE identities ADD COLUMN hears INTEGER NOT NULL DEFAULT 0 CHECK (hears IN (0, 1))`.execute(
      db,
    )
    await sql`
      CREATE UNIQUE INDEX identities_hears ON identities (member_id) WHERE hears = 1 AND member_id IS NOT NULL`.execute(
      db,
    )
  },
}
