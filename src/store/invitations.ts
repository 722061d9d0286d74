import type { Kysely } from 'kysely'
import type { Organization } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import { recordChange, type Stamp } from './audit.ts'
import { organizationOf } from './organizations.ts'
import { type Redeemed, type Redemption, redeem } from './redeem-invitation.ts'
import type { Tables } from './tables.ts'

interface InvitationTable {
  id: string
  code_hash: string
  organization_id: string | null
  member_id: string | null
  uses: number
  used: number
  created_by: string
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}

interface InvitationTryTable {
  platform: string
  space: string
  user: string
  at: Instant
}

export interface InvitationTables {
  invitations: InvitationTable
  invitation_tries: InvitationTryTable
}

/** Of the code itself only the hash is kept. */
export interface NewInvitation {
  /** Short, for naming it later; worth nothing to somebody who wants to join. */
  readonly id: string
  readonly codeHash: string
  /** The organization that is joined, or the member whose further account is linked. */
  readonly to: { readonly organization: string } | { readonly member: string }
  readonly uses: number
  readonly expiresAt: Instant
}

/** An invitation that still works. */
export interface OpenInvitation {
  readonly id: string
  readonly organization: Organization
  readonly uses: number
  readonly used: number
  readonly expiresAt: Instant
}

export interface Invitations {
  create(invitation: NewInvitation, stamp: Stamp): Promise<void>
  redeem(redemption: Redemption, stamp: Stamp): Promise<Redeemed>
  find(id: string, at: Instant): Promise<OpenInvitation | undefined>
  /** Those that still work, soonest to expire first, of these organizations or of all. */
  open(at: Instant, organizations?: readonly string[]): Promise<OpenInvitation[]>
  /** @returns false where it did not work any more */
  revoke(id: string, stamp: Stamp): Promise<boolean>
}

export function makeInvitations(db: Kysely<Tables>): Invitations {
  const listOpen = async (at: Instant, organizations?: readonly string[]): Promise<OpenInvitation[]> => {
    let query = db
      .selectFrom('invitations')
      .innerJoin('organizations', 'organizations.id', 'invitations.organization_id')
      .selectAll('organizations')
      .select(['invitations.id as invitation', 'uses', 'used', 'expires_at'])
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', at)
      .whereRef('used', '<', 'uses')
    if (organizations) query = query.where('organization_id', 'in', organizations)
    const rows = await query.orderBy('expires_at').orderBy('invitations.id').execute()
    return rows.map((row) => ({
      id: row.invitation,
      organization: organizationOf(row),
      uses: row.uses,
      used: row.used,
      expiresAt: row.expires_at,
    }))
  }

  return {
    async create(invitation, stamp) {
      await db.transaction().execute((tx) => insertInvitation(tx, invitation, stamp))
    },

    redeem: (redemption, stamp) => db.transaction().execute((tx) => redeem(tx, redemption, stamp)),

    async find(id, at) {
      return (await listOpen(at)).find((it) => it.id === id)
    },

    open: listOpen,

    async revoke(id, stamp) {
      return db.transaction().execute(async (tx) => {
        const revoked = await tx
          .updateTable('invitations')
          .set({ revoked_at: stamp.at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .returning(['organization_id', 'used'])
          .executeTakeFirst()
        if (!revoked) return false
        const change = { action: 'invitation.revoke', subject: id, before: { used: revoked.used } }
        const organization = revoked.organization_id
        await recordChange(tx, organization === null ? change : { ...change, organization }, stamp)
        return true
      })
    },
  }
}

export async function insertInvitation(
  tx: Kysely<Tables>,
  { id, codeHash, to, uses, expiresAt }: NewInvitation,
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({
      id,
      code_hash: codeHash,
      organization_id: 'organization' in to ? to.organization : null,
      member_id: 'member' in to ? to.member : null,
      uses,
      used: 0,
      created_by: stamp.who,
      created_at: stamp.at,
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute()
  const change = { action: 'invitation.create', subject: id, after: { ...to, uses, expiresAt } }
  await recordChange(tx, 'organization' in to ? { ...change, organization: to.organization } : change, stamp)
}
