import { type Kysely, sql } from 'kysely'
import type { Member, Organization } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import type { Identity } from '../core/identity.ts'
import { recordChange, type Stamp } from './audit.ts'
import { endMembership, insertMember, linkIdentity } from './membership.ts'
import { organizationOf } from './organizations.ts'
import type { Tables } from './tables.ts'

export interface Redemption {
  readonly codeHash: string
  readonly identity: Identity
  /** The member to be made, where the code is an organization's. */
  readonly as: Member
}

/** What became of a code. `refused` never tells why: wrong, expired, used up and revoked are the same to a stranger. */
export type Redeemed =
  | { readonly kind: 'joined' | 'linked' | 'already'; readonly organization: Organization }
  | { readonly kind: 'elsewhere'; readonly organization: Organization }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly until: Instant }

/** Tries that one person has within {@link tryWindow}; those that succeed are forgotten. */
export const mostTries = 5
/** An hour, ms. */
export const tryWindow = 3_600_000

/** Uses a code: the try, the use, what comes of it and its audit are one transaction, which the caller opened. */
export async function redeem(tx: Kysely<Tables>, redemption: Redemption, stamp: Stamp): Promise<Redeemed> {
  const lockedUntil = await takeTry(tx, redemption.identity, stamp.at)
  if (lockedUntil !== undefined) return { kind: 'locked', until: lockedUntil }
  const invitation = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('code_hash', '=', redemption.codeHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', stamp.at)
    .whereRef('used', '<', 'uses')
    .executeTakeFirst()
  if (!invitation) return { kind: 'refused' }
  const redeemed =
    invitation.organization_id === null
      ? await linkTo(tx, invitation.member_id ?? '', redemption, stamp)
      : await joinTo(
          tx,
          { organization: invitation.organization_id, invitation: invitation.id },
          redemption,
          stamp,
        )
  if (redeemed.kind === 'joined' || redeemed.kind === 'linked') {
    const used = invitation.used + 1
    await tx.updateTable('invitations').set({ used }).where('id', '=', invitation.id).execute()
    await forgetTries(tx, redemption.identity)
  }
  return redeemed
}

async function joinTo(
  tx: Kysely<Tables>,
  { organization: id, invitation }: { readonly organization: string; readonly invitation: string },
  { identity, as }: Redemption,
  stamp: Stamp,
): Promise<Redeemed> {
  const current = await membershipOf(tx, identity)
  if (current)
    return {
      kind: current.organization.id === id ? 'already' : 'elsewhere',
      organization: current.organization,
    }
  const organization = await organizationById(tx, id)
  await insertMember(tx, as, id, stamp.at)
  await linkIdentity(tx, identity, as.id, stamp.at)
  const change = { action: 'member.join', subject: as.id, after: { invitation } }
  await recordChange(tx, { ...change, organization: id }, { ...stamp, who: as.id })
  return { kind: 'joined', organization }
}

async function linkTo(
  tx: Kysely<Tables>,
  id: string,
  { identity }: Redemption,
  stamp: Stamp,
): Promise<Redeemed> {
  const member = await tx
    .selectFrom('members')
    .selectAll()
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!member) return { kind: 'refused' }
  const current = await membershipOf(tx, identity)
  const organization = await organizationById(tx, member.organization_id)
  if (current?.member === id) return { kind: 'already', organization }
  if (current && current.organization.id !== organization.id)
    return { kind: 'elsewhere', organization: current.organization }
  const change = { action: 'member.link', subject: id, organization: organization.id }
  if (current) {
    // Somebody who joined twice, once on each platform, becomes one member with all accounts of both.
    await endMembership(tx, current.member, stamp.at)
    await tx
      .updateTable('identities')
      .set({ member_id: id, hears: 0 })
      .where('member_id', '=', current.member)
      .execute()
    await recordChange(tx, { ...change, before: { member: current.member } }, stamp)
  } else {
    await linkIdentity(tx, identity, id, stamp.at)
    await recordChange(tx, { ...change, after: { platform: identity.platform } }, { ...stamp, who: id })
  }
  return { kind: 'linked', organization }
}

/** Counts a try, by a conditional write. @returns until when the person has none left */
async function takeTry(
  tx: Kysely<Tables>,
  { platform, space, user }: Identity,
  at: Instant,
): Promise<Instant | undefined> {
  await tx
    .deleteFrom('invitation_tries')
    .where('at', '<=', at - tryWindow)
    .execute()
  const { numAffectedRows } = await sql`
    INSERT INTO invitation_tries (platform, space, user, at)
    SELECT ${platform}, ${space}, ${user}, ${at}
    WHERE (SELECT count(*) FROM invitation_tries
           WHERE platform = ${platform} AND space = ${space} AND user = ${user}) < ${mostTries}`.execute(tx)
  if (numAffectedRows === 1n) return undefined
  const { first } = await tx
    .selectFrom('invitation_tries')
    .select((it) => it.fn.min('at').as('first'))
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('user', '=', user)
    .executeTakeFirstOrThrow()
  return first + tryWindow
}

async function forgetTries(tx: Kysely<Tables>, { platform, space, user }: Identity): Promise<void> {
  await tx
    .deleteFrom('invitation_tries')
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('user', '=', user)
    .execute()
}

async function membershipOf(
  tx: Kysely<Tables>,
  { platform, space, user }: Identity,
): Promise<{ member: string; organization: Organization } | undefined> {
  const row = await tx
    .selectFrom('identities')
    .innerJoin('members', 'members.id', 'identities.member_id')
    .innerJoin('organizations', 'organizations.id', 'members.organization_id')
    .select('members.id as member')
    .selectAll('organizations')
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('user', '=', user)
    .executeTakeFirst()
  return row && { member: row.member, organization: organizationOf(row) }
}

async function organizationById(tx: Kysely<Tables>, id: string): Promise<Organization> {
  return organizationOf(
    await tx.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
}
