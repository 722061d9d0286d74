import type { Organization } from '../../core/caller.ts'
import type { NamedOrganization } from '../../store/organizations.ts'
import type { Zone } from '../../store/zones.ts'

/** A province as the register names it. */
export interface ProvinceName {
  /** 江苏 */
  readonly short: string
  /** 江苏省 */
  readonly full: string
}

export const officeId = 'office'
export const expertsId = 'experts'

/** The organizations that the register tells of: one office, the expert committee, the provinces, every zone. Pure. */
export function organizationsOf(
  provinces: readonly ProvinceName[],
  zones: readonly Pick<Zone, 'id' | 'name' | 'short' | 'aliases' | 'province'>[],
): readonly NamedOrganization[] {
  return [
    {
      id: officeId,
      kind: 'office',
      name: '国家可持续发展实验区办公室',
      alsoCalled: ['实验区办公室', '办公室'],
    },
    {
      id: expertsId,
      kind: 'expert',
      name: '国家可持续发展实验区专家委员会',
      alsoCalled: ['专家委员会', '专家'],
    },
    ...provinces.map(
      ({ short, full }): NamedOrganization => ({
        id: `province-${short}`,
        kind: 'province',
        name: `${full}科技主管部门`,
        province: short,
        alsoCalled: [short, full, `${short}科技厅`, `${full}科技厅`, `${short}省级部门`],
      }),
    ),
    ...zones.map(
      ({ id, name, short, aliases, province }): NamedOrganization => ({
        id,
        kind: 'zone',
        name,
        province,
        zone: id,
        alsoCalled: [...new Set([short, ...aliases])].filter((it) => it !== name),
      }),
    ),
  ]
}

/** Those among them that somebody of this organization speaks for: a province for its zones, others for themselves. */
export function inReachOf(
  own: Organization,
  all: readonly NamedOrganization[],
): readonly NamedOrganization[] {
  if (own.kind === 'office') return all
  if (own.kind !== 'province') return all.filter((it) => it.id === own.id)
  return all.filter((it) => it.province === own.province && (it.kind === 'zone' || it.kind === 'province'))
}
