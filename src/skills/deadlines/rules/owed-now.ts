import type { Duty } from '../../../core/duty.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import type { DeadlineParts } from '../parts.ts'
import { type Subject, subjectsOf } from './audience.ts'
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
