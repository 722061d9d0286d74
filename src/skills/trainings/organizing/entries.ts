import type { Caller, Organization } from '../../../core/caller.ts'
import { may } from '../../../core/may.ts'
import type { Hall } from '../../../core/training.ts'
import type { RosterEntry } from '../papers/roster-entry.ts'
import { inLine, placeInLine } from '../seats/line.ts'
import type { OrganizingParts } from './parts.ts'

/** A line of a roster, with where its person is today. */
export interface SeenEntry extends RosterEntry {
  /** Where they work now, where that is not where they registered from; `''` where they have left. */
  readonly movedTo?: string
}

/**
 * The lines of a roster that somebody may see: its organizers all of them, a province those of its zones, staff those of
 * their own organization. Whoever is in comes first, then the line, then the others.
 */
export async function entriesFor(
  parts: Pick<OrganizingParts, 'organizations' | 'members'>,
  caller: Caller,
  hall: Hall,
): Promise<readonly SeenEntry[]> {
  const [all, members] = await Promise.all([parts.organizations.all(), parts.members.list()])
  const organizations = new Map<string, Organization>(all.map((it) => [it.id, it]))
  const today = new Map(members.map((it) => [it.id, it.organization]))
  const organizer = organizations.get(hall.training.organizer)
  const everything = organizer !== undefined && may(caller, 'training.organize', { organization: organizer })
  return [...hall.registrations]
    .filter(({ organization: id }) => {
      const organization = organizations.get(id)
      return everything || (organization !== undefined && may(caller, 'training.roster', { organization }))
    })
    .sort((a, b) => ranks.indexOf(a.state) - ranks.indexOf(b.state) || inLine(a, b))
    .map((registration): SeenEntry => {
      const { member, organization } = registration
      const place = placeInLine(hall.registrations, member)
      const now = today.get(member)
      return {
        registration,
        organization: organizations.get(organization)?.name ?? organization,
        ...(place === undefined ? {} : { place }),
        ...(now?.id === organization ? {} : { movedTo: now?.name ?? '' }),
      }
    })
}

const ranks = ['seated', 'offered', 'waiting', 'lapsed', 'declined', 'withdrawn']
