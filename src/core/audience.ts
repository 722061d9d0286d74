import type { Organization } from './caller.ts'
import type { Audience } from './duty.ts'

/** The cells of the register by which an audience is chosen; one that nobody knows is absent. */
export interface RegisteredZone {
  readonly id: string
  readonly province: string
  readonly region?: string
  readonly type?: string
  readonly level?: string
  readonly cohort?: string
  readonly founded?: number
  readonly status?: string
}

/** One that can be concerned: a zone with its row of the register, or a provincial department. */
export type Subject = ZoneSubject | ProvinceSubject

export interface ZoneSubject {
  readonly of: 'zones'
  readonly organization: string
  readonly zone: RegisteredZone
}

export interface ProvinceSubject {
  readonly of: 'provinces'
  readonly organization: string
  /** Short name, e.g. 江苏. */
  readonly province: string
  readonly region?: string
}

/** All that can be concerned: the organizations with what the register says of them. Pure. */
export function subjectsOf(
  organizations: readonly Organization[],
  zones: readonly RegisteredZone[],
  regionOf: (province: string) => string | undefined,
): readonly Subject[] {
  const byId = new Map(zones.map((it) => [it.id, it]))
  return organizations.flatMap((it): Subject[] => {
    const zone = it.zone === undefined ? undefined : byId.get(it.zone)
    if (it.kind === 'zone' && zone) return [{ of: 'zones', organization: it.id, zone }]
    if (it.kind !== 'province' || it.province === undefined) return []
    const region = regionOf(it.province)
    return [
      {
        of: 'provinces',
        organization: it.id,
        province: it.province,
        ...(region === undefined ? {} : { region }),
      },
    ]
  })
}

/** Whether what has this audience concerns that one. A condition on a cell that the register does not know fails. Pure. */
export function concerns(audience: Audience, subject: Subject): boolean {
  if (audience.of !== 'both' && audience.of !== subject.of) return false
  if (subject.of === 'provinces') {
    return (
      admits(audience.provinces, subject.province) &&
      admits(audience.regions, subject.region) &&
      (audience.only === undefined ||
        audience.only.includes(subject.province) ||
        audience.only.includes(subject.organization))
    )
  }
  const { zone } = subject
  return (
    admits(audience.provinces, zone.province) &&
    admits(audience.regions, zone.region) &&
    admits(audience.types, zone.type) &&
    admits(audience.levels, zone.level) &&
    admits(audience.cohorts, zone.cohort) &&
    admits(audience.statuses, zone.status) &&
    admits(audience.only, zone.id) &&
    !(zone.status !== undefined && audience.notStatuses?.includes(zone.status)) &&
    isFoundedWithin(audience.founded, zone.founded)
  )
}

function admits(wanted: readonly string[] | undefined, value: string | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value))
}

function isFoundedWithin(wanted: Audience['founded'], founded: number | undefined): boolean {
  if (wanted === undefined) return true
  if (founded === undefined) return false
  return founded >= (wanted.from ?? founded) && founded <= (wanted.until ?? founded)
}
