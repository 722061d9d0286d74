import type { Caller, Organization } from '../../../core/caller.ts'
import type { LocalDate } from '../../../core/clock.ts'
import { may } from '../../../core/may.ts'
import type { Profile } from '../../../core/profile.ts'
import { holds } from '../fitting/suggest.ts'

/**
 * Whether somebody may see a profile. A draft and what is archived is its owner's alone; what is published is seen by those
 * whom its owner let see it. The office runs the alliance and sees all that is published. Pure.
 * @param owner the organization of the profile
 */
export function mayRead(
  caller: Caller,
  profile: Profile,
  owner: Organization | undefined,
  today: LocalDate,
): boolean {
  const own = caller.organization
  if (!own || !may(caller, 'profile.read')) return false
  if (own.id === profile.owner) return true
  if (!holds(profile, today)) return false
  if (own.kind === 'office' || profile.visibility === 'alliance') return true
  if (profile.visibility === 'named') return profile.shownTo?.includes(own.id) === true
  return own.province !== undefined && own.province === owner?.province
}
