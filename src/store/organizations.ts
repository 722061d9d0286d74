import type { Kysely, Selectable } from 'kysely'
import type { Organization, OrganizationKind } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import type { NamedOrganization } from '../core/organization-names.ts'
import { recordChange, type Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import type { Tables } from './tables.ts'

export interface OrganizationTable {
  id: string
  kind: OrganizationKind
  name: string
  /** Further names, JSON. */
  also_called: string
  province: string | null
  zone: string | null
  added_at: Instant
}

export interface OrganizationTables {
  organizations: OrganizationTable
}

export type { NamedOrganization }

export interface Organizations {
  /**
   * Adds what is missing and brings names and provinces up to date; what is not named stays. Running it twice changes
   * nothing. All or nothing.
   * @returns how many were added and how many changed
   */
  keep(
    organizations: readonly NamedOrganization[],
    stamp: Stamp,
  ): Promise<{ readonly added: number; readonly changed: number }>
  find(id: string): Promise<NamedOrganization | undefined>
  /** The office first, then provinces, zones and experts, each by province and name. */
  all(): Promise<NamedOrganization[]>
}

export function makeOrganizations(db: Kysely<Tables>): Organizations {
  return {
    async keep(organizations, stamp) {
      return db.transaction().execute(async (tx) => {
        const stored = await tx.selectFrom('organizations').selectAll().execute()
        const known = new Map(stored.map((row) => [row.id, namedOrganization(row)]))
        let added = 0
        let changed = 0
        for (const after of organizations) {
          const before = known.get(after.id)
          if (before && JSON.stringify(plainOf(before)) === JSON.stringify(plainOf(after))) continue
          const row = {
            id: after.id,
            kind: after.kind,
            name: after.name,
            also_called: JSON.stringify(after.alsoCalled),
            province: after.province ?? null,
            zone: after.zone ?? null,
          }
          await tx
            .insertInto('organizations')
            .values({ ...row, added_at: stamp.at })
            .onConflict((it) => it.column('id').doUpdateSet(row))
            .execute()
          const action = before ? 'organization.change' : 'organization.create'
          const change = { action, subject: after.id, organization: after.id, after: plainOf(after) }
          await recordChange(tx, before ? { ...change, before: plainOf(before) } : change, stamp)
          if (before) changed += 1
          else added += 1
        }
        return { added, changed }
      })
    },

    async find(id) {
      const row = await db.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && namedOrganization(row)
    },

    async all() {
      const rows = await db.selectFrom('organizations').selectAll().execute()
      return rows
        .map(namedOrganization)
        .sort(
          (a, b) =>
            kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
            (a.province ?? '').localeCompare(b.province ?? '', 'zh') ||
            a.name.localeCompare(b.name, 'zh'),
        )
    },
  }
}

/** An organization out of its row. */
export function organizationOf(
  row: Pick<Selectable<OrganizationTable>, 'id' | 'kind' | 'name' | 'province' | 'zone'>,
): Organization {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    ...(row.province === null ? {} : { province: row.province }),
    ...(row.zone === null ? {} : { zone: row.zone }),
  }
}

function namedOrganization(row: Selectable<OrganizationTable>): NamedOrganization {
  return { ...organizationOf(row), alsoCalled: fromJson<string[]>(row.also_called) }
}

/** Its cells in one order, so that two of them can be compared and the audit reads evenly. */
function plainOf({ kind, name, province, zone, alsoCalled }: NamedOrganization): object {
  return { kind, name, province, zone, alsoCalled }
}

const kinds: readonly OrganizationKind[] = ['office', 'province', 'zone', 'expert']
