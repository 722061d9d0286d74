import type { Kysely } from 'kysely'
import type { Member, Organization } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import { type Identity, personKey } from '../core/identity.ts'
import type { Locale } from '../core/locale.ts'
import { recordChange, type Stamp } from './audit.ts'
import { insertInvitation, type NewInvitation } from './invitations.ts'
import { endMembership, insertMember, linkIdentity } from './membership.ts'
import { organizationOf } from './organizations.ts'
import type { Tables } from './tables.ts'

interface MemberTable {
  id: string
  name: string
  organization_id: string
  locale: Locale | null
  joined_at: Instant
  left_at: Instant | null
}

interface IdentityTable {
  platform: string
  space: string
  user: string
  member_id: string | null
  locale: Locale | null
  linked_at: Instant
  hears: 0 | 1
}

export interface MemberTables {
  members: MemberTable
  identities: IdentityTable
}

/** What the house knows of a person: a member, or a guest who has chosen a language. */
export interface Known {
  readonly member?: Member
  readonly organization?: Organization
  readonly locale?: Locale
}

/** A member with where they are and on which platforms they can be found. */
export interface Listed extends Member {
  readonly organization: Organization
  readonly platforms: readonly string[]
  readonly joinedAt: Instant
}

/** Somebody of an import: found on a platform already, or handed a code of their own. */
export interface NewMember extends Member {
  readonly organization: string
  readonly identity?: Identity
  readonly invitation?: NewInvitation
}

/** The only personal data kept is a display name, and the account by which a platform knows its owner. */
export interface Members {
  /** Who that is; undefined for somebody who has never joined nor chosen a language. */
  whoIs(identity: Identity): Promise<Known | undefined>
  find(id: string): Promise<Listed | undefined>
  /** Who is a member today, of these organizations or of all, by organization and name. */
  list(organizations?: readonly string[]): Promise<Listed[]>
  /** Keeps the language with the member, or with the identity of a guest. */
  speak(identity: Identity, locale: Locale, stamp: Stamp): Promise<void>
  /** From now on the member of this account hears of things there. @returns false where it is nobody's account */
  hear(identity: Identity, stamp: Stamp): Promise<boolean>
  /** Ends a membership: the accounts are forgotten, the name stays for what they did. @returns false if it had ended */
  leave(id: string, action: 'member.leave' | 'member.remove', stamp: Stamp): Promise<boolean>
  /** Adds all of them or, where one cannot be added, none. */
  addAll(members: readonly NewMember[], stamp: Stamp): Promise<void>
}

export function makeMembers(db: Kysely<Tables>): Members {
  const listed = async (narrow: { id?: string; organizations?: readonly string[] }): Promise<Listed[]> => {
    let query = db
      .selectFrom('members')
      .innerJoin('organizations', 'organizations.id', 'members.organization_id')
      .leftJoin('identities', 'identities.member_id', 'members.id')
      .select([
        'members.id as memberId',
        'members.name as memberName',
        'members.joined_at',
        'identities.platform',
      ])
      .selectAll('organizations')
      .where('members.left_at', 'is', null)
    if (narrow.id !== undefined) query = query.where('members.id', '=', narrow.id)
    if (narrow.organizations) query = query.where('members.organization_id', 'in', narrow.organizations)
    const rows = await query
      .orderBy('organizations.name')
      .orderBy('members.name')
      .orderBy('members.id')
      .orderBy('identities.platform')
      .execute()
    const found = new Map<string, Listed>()
    for (const row of rows) {
      const known = found.get(row.memberId)
      found.set(row.memberId, {
        id: row.memberId,
        name: row.memberName,
        organization: organizationOf(row),
        joinedAt: row.joined_at,
        platforms: [...(known?.platforms ?? []), ...(row.platform === null ? [] : [row.platform])],
      })
    }
    return [...found.values()]
  }

  return {
    async whoIs({ platform, space, user }) {
      const row = await db
        .selectFrom('identities')
        .leftJoin('members', 'members.id', 'identities.member_id')
        .leftJoin('organizations', 'organizations.id', 'members.organization_id')
        .select(['identities.locale as ownLocale', 'members.id as memberId', 'members.name as memberName'])
        .select(['members.locale', 'organizations.id', 'organizations.kind', 'organizations.name'])
        .select(['organizations.province', 'organizations.zone'])
        .where('identities.platform', '=', platform)
        .where('identities.space', '=', space)
        .where('identities.user', '=', user)
        .executeTakeFirst()
      if (!row) return undefined
      const locale = row.locale ?? row.ownLocale
      const { memberId, memberName, id, kind, name, province, zone } = row
      const spoken = locale === null ? {} : { locale }
      if (memberId === null || memberName === null || id === null || kind === null || name === null)
        return spoken
      const organization = organizationOf({ id, kind, name, province, zone })
      return { ...spoken, member: { id: memberId, name: memberName }, organization }
    },

    async find(id) {
      return (await listed({ id }))[0]
    },

    list: (organizations) => listed(organizations ? { organizations } : {}),

    async speak(identity, locale, stamp) {
      await db.transaction().execute(async (tx) => {
        const { platform, space, user } = identity
        const before = await tx
          .selectFrom('identities')
          .leftJoin('members', 'members.id', 'identities.member_id')
          .select(['identities.member_id', 'identities.locale', 'members.locale as memberLocale'])
          .where('platform', '=', platform)
          .where('space', '=', space)
          .where('user', '=', user)
          .executeTakeFirst()
        const member = before?.member_id ?? undefined
        if (member === undefined)
          await tx
            .insertInto('identities')
            .values({ platform, space, user, member_id: null, locale, linked_at: 0, hears: 0 })
            .onConflict((it) => it.columns(['platform', 'space', 'user']).doUpdateSet({ locale }))
            .execute()
        else await tx.updateTable('members').set({ locale }).where('id', '=', member).execute()
        const was = before?.memberLocale ?? before?.locale ?? undefined
        const change = {
          action: 'language.set',
          subject: member ?? personKey(identity),
          before: was,
          after: locale,
        }
        await recordChange(tx, change, stamp)
      })
    },

    async hear({ platform, space, user }, stamp) {
      return db.transaction().execute(async (tx) => {
        const account = await tx
          .selectFrom('identities')
          .select('member_id')
          .where('platform', '=', platform)
          .where('space', '=', space)
          .where('user', '=', user)
          .executeTakeFirst()
        const member = account?.member_id ?? undefined
        if (member === undefined) return false
        const theirs = tx.updateTable('identities').where('member_id', '=', member)
        await theirs.set({ hears: 0 }).execute()
        await theirs
          .set({ hears: 1 })
          .where('platform', '=', platform)
          .where('space', '=', space)
          .where('user', '=', user)
          .execute()
        await recordChange(tx, { action: 'member.hear', subject: member, after: { platform } }, stamp)
        return true
      })
    },

    async leave(id, action, stamp) {
      return db.transaction().execute(async (tx) => {
        const left = await endMembership(tx, id, stamp.at)
        if (!left) return false
        const organization = left.organization_id
        await tx.deleteFrom('identities').where('member_id', '=', id).execute()
        await recordChange(tx, { action, subject: id, organization, before: { organization } }, stamp)
        return true
      })
    },

    async addAll(members, stamp) {
      await db.transaction().execute(async (tx) => {
        for (const { organization, identity, invitation, ...member } of members) {
          await insertMember(tx, member, organization, stamp.at)
          if (identity) await linkIdentity(tx, identity, member.id, stamp.at)
          if (invitation) await insertInvitation(tx, invitation, stamp)
          const change = {
            action: 'member.import',
            subject: member.id,
            organization,
            after: { organization },
          }
          await recordChange(tx, change, stamp)
        }
      })
    },
  }
}
