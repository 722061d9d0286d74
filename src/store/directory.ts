import type { Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Identity } from '../core/identity.ts'
import type { Locale } from '../core/locale.ts'
import type { Channel, Purpose } from './bindings.ts'
import type { Tables } from './tables.ts'

/** A member as somebody who can be told something unasked. */
export interface Contact {
  readonly member: string
  readonly organization: string
  readonly locale?: Locale
  /** Where this member hears: the account that they chose, else the one that was linked first; absent without any. */
  readonly account?: Identity
}

/** A channel that is bound to an organization; without a purpose it is for everything. */
export interface BoundChannel {
  readonly organization: string
  readonly channel: Channel
  readonly purpose?: Purpose
  readonly boundAt: Instant
}

/** Whom a notice can reach, of these organizations or of all. */
export interface Directory {
  /**
   * Today's members, by organization and id.
   * @param platforms accounts elsewhere are passed over: nobody can be told there
   */
  contacts(organizations?: readonly string[], platforms?: readonly string[]): Promise<readonly Contact[]>
  /** Channels bound to organizations, for this purpose or for everything. */
  channels(purpose: Purpose, organizations?: readonly string[]): Promise<readonly BoundChannel[]>
}

export function makeDirectory(db: Kysely<Tables>): Directory {
  return {
    async contacts(organizations, platforms) {
      let query = db
        .selectFrom('members')
        .leftJoin('identities', (join) => {
          const theirs = join.onRef('identities.member_id', '=', 'members.id')
          return platforms ? theirs.on('identities.platform', 'in', platforms) : theirs
        })
        .select(['members.id', 'members.organization_id', 'members.locale'])
        .select(['identities.platform', 'identities.space', 'identities.user'])
        .where('members.left_at', 'is', null)
      if (organizations) query = query.where('members.organization_id', 'in', organizations)
      const rows = await query
        .orderBy('members.organization_id')
        .orderBy('members.id')
        .orderBy('identities.hears', 'desc')
        .orderBy('identities.linked_at')
        .orderBy('identities.platform')
        .execute()
      const found = new Map<string, Contact>()
      for (const { id, organization_id, locale, platform, space, user } of rows) {
        if (found.has(id)) continue
        found.set(id, {
          member: id,
          organization: organization_id,
          ...(locale === null ? {} : { locale }),
          ...(platform === null || space === null || user === null
            ? {}
            : { account: { platform, space, user } }),
        })
      }
      return [...found.values()]
    },

    async channels(purpose, organizations) {
      let query = db
        .selectFrom('bindings')
        .selectAll()
        .where((it) => it.or([it('purpose', '=', purpose), it('purpose', 'is', null)]))
      if (organizations) query = query.where('organization_id', 'in', organizations)
      const rows = await query.orderBy('platform').orderBy('space').orderBy('channel').execute()
      return rows.flatMap(({ organization_id, platform, space, channel, purpose: own, bound_at }) =>
        organization_id === null
          ? []
          : [
              {
                organization: organization_id,
                channel: { platform, space, channel },
                boundAt: bound_at,
                ...(own === null ? {} : { purpose: own }),
              },
            ],
      )
    },
  }
}
