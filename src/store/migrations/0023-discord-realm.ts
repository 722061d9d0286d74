import { type Kysely, type Migration, sql } from 'kysely'

/**
 * On Discord a person is the same in every guild and in a private chat: accounts that were kept by guild become one each.
 * Where somebody was kept twice, the account that belongs to a member stays.
 */
export const discordRealm: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      DELETE FROM identities WHERE platform = 'discord' AND space <> (
        SELECT other.space FROM identities AS other
        WHERE other.platform = 'discord' AND other.user = identities.user
        ORDER BY other.member_id IS NULL, other.hears DESC, other.linked_at DESC, other.space LIMIT 1)`.execute(
      db,
    )
    await sql`UPDATE identities SET space = 'discord' WHERE platform = 'discord'`.execute(db)
  },
}
