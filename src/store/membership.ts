import type { Kysely } from 'kysely'
import type { Member } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import type { Identity } from '../core/identity.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import type { Tables } from './tables.ts'

/** Makes a member of the organization; numbers and addresses that slipped into the name are masked. */
export async function insertMember(
  tx: Kysely<Tables>,
  { id, name }: Member,
  organization: string,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('members')
    .values({
      id,
      name: maskPersonal(name),
      organization_id: organization,
      locale: null,
      joined_at: at,
      left_at: null,
    })
    .execute()
}

/**
 * From now on this account is that member; the language that a guest chose there goes on with them.
 * @throws Error where the account is another member's
 */
export async function linkIdentity(
  tx: Kysely<Tables>,
  { platform, space, user }: Identity,
  member: string,
  at: Instant,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identities')
    .values({ platform, space, user, member_id: member, locale: null, linked_at: at, hears: 0 })
    .onConflict((it) =>
      it
        .columns(['platform', 'space', 'user'])
        .doUpdateSet({ member_id: member, linked_at: at })
        .where('identities.member_id', 'is', null),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) throw new Error(`the account of ${member} belongs to somebody else`)
}

/** @returns the membership that ended, undefined where it had ended before */
export async function endMembership(
  tx: Kysely<Tables>,
  id: string,
  at: Instant,
): Promise<{ organization_id: string } | undefined> {
  const ended = await tx
    .updateTable('members')
    .set({ left_at: at })
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .returning('organization_id')
    .executeTakeFirst()
  // Codes that would have made somebody this member lead nowhere now.
  if (ended)
    await tx
      .updateTable('invitations')
      .set({ revoked_at: at })
      .where('member_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
  return ended
}
