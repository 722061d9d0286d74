import type { Kysely } from 'kysely'
import type { Organization } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import type { Locale } from '../core/locale.ts'
import { recordChange, type Stamp } from './audit.ts'
import { organizationOf } from './organizations.ts'
import type { Tables } from './tables.ts'

interface FeedTable {
  token_hash: string
  member_id: string
  created_at: Instant
  revoked_at: Instant | null
}

export interface FeedTables {
  feeds: FeedTable
}

/** Whose calendar an address shows: where that member works today. */
export interface FeedReader {
  readonly member: string
  readonly organization: Organization
  readonly locale?: Locale
}

/** Secret addresses of calendars; of an address only the hash is kept. */
export interface Feeds {
  /** @returns false where the member has `most` addresses already */
  create(tokenHash: string, member: string, most: number, stamp: Stamp): Promise<boolean>
  /** Undefined where there is no such address, it was revoked, or its member has left. */
  readerOf(tokenHash: string): Promise<FeedReader | undefined>
  /** Ends every address of the member. @returns how many there were */
  revoke(member: string, stamp: Stamp): Promise<number>
}

export function makeFeeds(db: Kysely<Tables>): Feeds {
  return {
    async create(tokenHash, member, most, stamp) {
      return db.transaction().execute(async (tx) => {
        const { count } = await tx
          .selectFrom('feeds')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('member_id', '=', member)
          .where('revoked_at', 'is', null)
          .executeTakeFirstOrThrow()
        if (count >= most) return false
        await tx
          .insertInto('feeds')
          .values({ token_hash: tokenHash, member_id: member, created_at: stamp.at, revoked_at: null })
          .execute()
        await recordChange(tx, { action: 'calendar.subscribe', subject: member }, stamp)
        return true
      })
    },

    async readerOf(tokenHash) {
      const row = await db
        .selectFrom('feeds')
        .innerJoin('members', 'members.id', 'feeds.member_id')
        .innerJoin('organizations', 'organizations.id', 'members.organization_id')
        .selectAll('organizations')
        .select(['members.id as member', 'members.locale'])
        .where('feeds.token_hash', '=', tokenHash)
        .where('feeds.revoked_at', 'is', null)
        .where('members.left_at', 'is', null)
        .executeTakeFirst()
      if (!row) return undefined
      const reader = { member: row.member, organization: organizationOf(row) }
      return row.locale === null ? reader : { ...reader, locale: row.locale }
    },

    async revoke(member, stamp) {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('feeds')
          .set({ revoked_at: stamp.at })
          .where('member_id', '=', member)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        const count = Number(numUpdatedRows)
        if (count > 0)
          await recordChange(
            tx,
            { action: 'calendar.revoke', subject: member, before: { addresses: count } },
            stamp,
          )
        return count
      })
    },
  }
}
