import type { Organization } from '../../core/caller.ts'
import type { Instant } from '../../core/clock.ts'
import type { Stamp } from '../../store/audit.ts'
import type { Invitations } from '../../store/invitations.ts'
import { hashOf, newCode, newId } from './code.ts'

export const mostUses = 200
export const mostDays = 90
export const defaultDays = 7
const day = 86_400_000

export interface MadeInvitation {
  readonly id: string
  /** Shown once; the store keeps its hash alone. */
  readonly code: string
  readonly organization: Organization
  readonly uses: number
  readonly expiresAt: Instant
}

/**
 * Makes an invitation to an organization.
 * @param wanted uses (1 to {@link mostUses}) and days that it works (1 to {@link mostDays}), checked by the caller
 */
export async function createInvitation(
  invitations: Pick<Invitations, 'create'>,
  wanted: { readonly organization: Organization; readonly uses: number; readonly days: number },
  stamp: Stamp,
): Promise<MadeInvitation> {
  const { organization, uses, days } = wanted
  const made = { id: newId('I'), code: newCode(), organization, uses, expiresAt: stamp.at + days * day }
  await invitations.create(
    {
      id: made.id,
      codeHash: hashOf(made.code),
      to: { organization: organization.id },
      uses,
      expiresAt: made.expiresAt,
    },
    stamp,
  )
  return made
}
