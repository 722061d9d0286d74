import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Subject, subjectsOf } from '../../../src/core/audience.ts'
import type { Organization } from '../../../src/core/caller.ts'
import type { Instant } from '../../../src/core/clock.ts'
import type { Duty, Obligation } from '../../../src/core/duty.ts'
import { instantAt } from '../../../src/core/local-date.ts'
import { readDuties } from '../../../src/skills/deadlines/rules/seed-duties.ts'
import { organizationsOf } from '../../../src/skills/members/organizations.ts'
import { loadZones } from '../../../src/skills/zones/load-register.ts'
import { provinceOf, provinces } from '../../../src/skills/zones/provinces.ts'
import type { NewObligation } from '../../../src/store/obligations.ts'

export const data = join(import.meta.dirname, '..', '..', '..', 'data')
export const april = instantAt('2014-04-01', '00:00')

/** The register and the duties of a new installation, as the documents give them. */
export async function realWorld(): Promise<{
  readonly organizations: readonly Organization[]
  readonly subjects: readonly Subject[]
  readonly duties: readonly Duty[]
}> {
  const zones = (await loadZones(join(data, 'register'))).map((it) => it.zone)
  const organizations = organizationsOf(provinces, zones)
  const subjects = subjectsOf(organizations, zones, (it) => provinceOf(it)?.region)
  const folder = join(data, 'duties')
  const files = readdirSync(folder).map((it) => join(folder, it))
  return { organizations, subjects, duties: readDuties(files, { subjects, now: april }) }
}

/** What a rule makes, as the store keeps it from that instant on. */
export function kept(it: NewObligation, since: Instant = april): Obligation {
  return { ...it, id: `${it.duty}/${it.organization}/${it.period}`, state: 'open', since, changedAt: since }
}
