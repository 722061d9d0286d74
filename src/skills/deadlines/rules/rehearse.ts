import type { Organization } from '../../../core/caller.ts'
import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Duty, Obligation } from '../../../core/duty.ts'
import type { Ear, Ears } from '../../../core/ears.ts'
import { addDays, instantAt } from '../../../core/local-date.ts'
import { asObligation } from '../office/preview.ts'
import { type DueStep, upcomingSteps } from './due-steps.ts'
import { owedUnder, type Standing } from './owed-now.ts'
import type { StepsOf } from './steps.ts'

/** A notice that would be sent, if nothing happens until then. */
export interface RehearsedNotice {
  /** Local time of the office with its offset, `2014-06-30T09:00:00+08:00`. */
  readonly at: string
  readonly step: string
  readonly duty: string
  readonly title: string
  /** The name of the zone, or of whoever else owes it, and its id in the register. */
  readonly zone: string
  readonly zoneId: string
  readonly organization: string
  readonly due: LocalDate
  /** Ids of members and channels' organizations that hear it; of the organization itself where nobody has joined yet. */
  readonly recipients: readonly string[]
  readonly copied: readonly string[]
}

export interface Rehearsal {
  readonly from: LocalDate
  readonly days: number
}

/**
 * The notices of a number of days, from the duties that are live and the register as it is; nothing is written. It may
 * be asked of any time, also of one before the duties went live: then as if they had been live. Pure.
 */
export function rehearse(
  duties: readonly Duty[],
  kept: readonly Obligation[],
  standing: Standing,
  { ears, stepsOf }: { readonly ears: Ears; readonly stepsOf: StepsOf },
  { from, days }: Rehearsal,
): readonly RehearsedNotice[] {
  const start = instantAt(from, '00:00')
  const live = duties
    .filter((it) => it.state === 'live')
    .map((it): Duty => ({ ...it, liveSince: Math.min(it.liveSince ?? start, start) }))
  // Rules look some 400 days ahead of their day: a longer rehearsal is taken in strides.
  const owed = new Map<string, Obligation>()
  for (let at = 0; at <= days; at += stride) {
    const now = instantAt(addDays(from, at), '00:00')
    const { owed: made } = owedUnder(live, { ...standing, circumstances: { ...standing.circumstances, now } })
    for (const it of made) {
      const obligation = asObligation(it, start)
      owed.set(obligation.id, obligation)
    }
  }
  for (const it of kept) if (owed.has(it.id)) owed.set(it.id, { ...it, since: Math.min(it.since, start) })
  const until = instantAt(addDays(from, days), '00:00')
  const byId = new Map(standing.organizations.map((it) => [it.id, it]))
  const offices = standing.organizations.filter((it) => it.kind === 'office')
  return upcomingSteps({ duties: live, obligations: [...owed.values()], stepsOf }, start, until)
    .filter((it) => it.replacedBy === undefined)
    .flatMap((it) => {
      const owner = byId.get(it.obligation.organization)
      return owner ? [noticeOf(it, owner, provinceOf(owner, standing.organizations), offices, ears)] : []
    })
}

const stride = 300

function noticeOf(
  { duty, obligation, step }: DueStep,
  owner: Organization,
  province: readonly Organization[],
  offices: readonly Organization[],
  ears: Ears,
): RehearsedNotice {
  return {
    at: isoOf(step.at),
    step: step.name,
    duty: duty.id,
    title: duty.title,
    zone: owner.name,
    zoneId: owner.zone ?? owner.id,
    organization: owner.id,
    due: obligation.due,
    recipients: hearing(owner, ears.of(owner.id).length > 0 ? ears.of(owner.id) : ears.above(owner.id)),
    copied: [
      ...(step.copiesProvince ? province.flatMap((it) => hearing(it, ears.of(it.id))) : []),
      ...(step.copiesOffice ? offices.flatMap((it) => hearing(it, ears.of(it.id))) : []),
    ],
  }
}

function hearing({ id }: Organization, ears: readonly Ear[]): readonly string[] {
  return ears.length === 0 ? [id] : [...new Set(ears.map((it) => it.recipient))]
}

function provinceOf(owner: Organization, all: readonly Organization[]): readonly Organization[] {
  return owner.kind === 'zone'
    ? all.filter((it) => it.kind === 'province' && it.province === owner.province)
    : []
}

/** China has had one zone without daylight saving since 1991, so the offset is a constant. */
function isoOf(at: Instant): string {
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
