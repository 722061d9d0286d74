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

/**
 * Whether what has this audience concerns a subject, for many of them: only the conditions that it has are looked at. A
 * condition on a cell that the register does not know fails. Pure.
 */
export function concernOf(audience: Audience): (subject: Subject) => boolean {
  const { of, provinces, regions, only } = audience
  const ofZones = all<RegisteredZone>([
    admits(provinces, (it) => it.province),
    admits(regions, (it) => it.region),
    admits(audience.types, (it) => it.type),
    admits(audience.levels, (it) => it.level),
    admits(audience.cohorts, (it) => it.cohort),
    admits(audience.statuses, (it) => it.status),
    admits(only, (it) => it.id),
    isNoneOf(audience.notStatuses),
    isFoundedWithin(audience.founded),
  ])
  const ofProvinces = all<ProvinceSubject>([
    admits(provinces, (it) => it.province),
    admits(regions, (it) => it.region),
    only && ((it) => only.includes(it.province) || only.includes(it.organization)),
  ])
  return (subject) => {
    if (of !== 'both' && of !== subject.of) return false
    return subject.of === 'zones' ? ofZones(subject.zone) : ofProvinces(subject)
  }
}

type Condition<T> = (it: T) => boolean

function all<T>(conditions: readonly (Condition<T> | undefined)[]): Condition<T> {
  const made = conditions.filter((it) => it !== undefined)
  return (it) => made.every((condition) => condition(it))
}

function admits<T>(
  wanted: readonly string[] | undefined,
  cell: (it: T) => string | undefined,
): Condition<T> | undefined {
  if (wanted === undefined) return undefined
  const admitted = new Set<string | undefined>(wanted)
  return (it) => admitted.has(cell(it))
}

function isNoneOf(unwanted: Audience['notStatuses']): Condition<RegisteredZone> | undefined {
  return unwanted && (({ status }) => status === undefined || !unwanted.includes(status))
}

function isFoundedWithin(wanted: Audience['founded']): Condition<RegisteredZone> | undefined {
  if (wanted === undefined) return undefined
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = wanted
  return ({ founded }) => founded !== undefined && founded >= from && founded <= until
}
