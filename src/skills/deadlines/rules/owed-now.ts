import { type Subject, subjectsOf } from '../../../core/audience.ts'
import type { Duty, Obligation } from '../../../core/duty.ts'
import type { NewObligation, ObligationFilter, Obligations } from '../../../store/obligations.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import type { DeadlineParts } from '../parts.ts'
import { type Circumstances, type Owed, obligationsOf } from './rules.ts'

/** The register, and what is known beside it, at one moment. */
export interface Standing {
  readonly organizations: readonly NamedOrganization[]
  readonly subjects: readonly Subject[]
  readonly circumstances: Circumstances
}

type StandingParts = Pick<
  DeadlineParts,
  'organizations' | 'zones' | 'duties' | 'obligations' | 'clock' | 'regionOf'
>

export async function standingOf(parts: StandingParts): Promise<Standing> {
  const [organizations, { zones }, settled, putOff] = await Promise.all([
    parts.organizations.all(),
    parts.zones.snapshot(),
    parts.duties.settledYears(),
    parts.obligations.list({ states: ['suspended'] }),
  ])
  return {
    organizations,
    subjects: subjectsOf(organizations, zones, parts.regionOf),
    circumstances: { now: parts.clock.now(), settled, putOff },
  }
}

/** What these duties make of the register, whatever their state. Pure. */
export function owedUnder(duties: readonly Duty[], { subjects, circumstances }: Standing): Owed {
  return obligationsOf(duties, subjects, circumstances)
}

/**
 * The obligations of the store, and those that the rules make and no beat has kept yet, as they would be kept now: so a
 * question at the command line is answered on a fresh store, and in a rehearsal, without writing anything.
 */
export function withExpected(parts: StandingParts & Pick<DeadlineParts, 'obligations'>): Obligations {
  return {
    ...parts.obligations,
    async list(filter = {}) {
      const [kept, all, standing, live] = await Promise.all([
        parts.obligations.list(filter),
        parts.obligations.list(),
        standingOf(parts),
        parts.duties.list({ state: 'live' }),
      ])
      const known = new Set(all.map(instanceOf))
      const { now } = standing.circumstances
      const expected = owedUnder(live, standing)
        .owed.filter((it) => !known.has(instanceOf(it)))
        .map((it): Obligation => ({ ...it, id: instanceOf(it), state: 'open', since: now, changedAt: now }))
      return [...kept, ...expected.filter((it) => admits(filter, it))]
    },
  }
}

const instanceOf = ({ duty, organization, period }: NewObligation) => `${duty}/${organization}/${period}`

function admits(
  { duty, organizations, states, dueFrom, dueUntil }: ObligationFilter,
  it: Obligation,
): boolean {
  return (
    (duty === undefined || it.duty === duty) &&
    (organizations === undefined || organizations.includes(it.organization)) &&
    (states === undefined || states.includes(it.state)) &&
    (dueFrom === undefined || it.due >= dueFrom) &&
    (dueUntil === undefined || it.due <= dueUntil)
  )
}
