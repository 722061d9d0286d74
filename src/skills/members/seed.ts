import type { Instant } from '../../core/clock.ts'
import type { Organizations } from '../../store/organizations.ts'
import type { Zones } from '../../store/zones.ts'
import { organizationsOf, type ProvinceName } from './organizations.ts'

export interface SeedParts {
  readonly organizations: Pick<Organizations, 'keep'>
  readonly zones: Pick<Zones, 'list'>
  readonly provinces: readonly ProvinceName[]
  readonly at: Instant
}

/** Keeps the organizations in step with the register; a second run changes nothing. */
export async function seedOrganizations({
  organizations,
  zones,
  provinces,
  at,
}: SeedParts): Promise<{ readonly added: number; readonly changed: number }> {
  return organizations.keep(organizationsOf(provinces, await zones.list()), { who: 'register', at })
}
