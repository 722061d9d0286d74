import { type Kysely, type Migration, sql } from 'kysely'

/**
 * A Discord account is one in every guild and in direct messages; until here it was kept once a guild, so that its member was
 * a stranger in private. Where one was linked in several guilds, the link that came first stands.
 */
export const oneAccount: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `DELETE FROM identities WHERE platform = 'discord' AND EXISTS (
    SELECT 1 FROM identities AS other
    WHERE other.platform = 'discord' AND other.user = identities.user
      AND (other.member_id IS NULL, other.linked_at, other.space)
        < (identities.member_id IS NULL, identities.linked_at, identities.space))`,
  "UPDATE identities SET space = 'discord' WHERE platform = 'discord'",
]
