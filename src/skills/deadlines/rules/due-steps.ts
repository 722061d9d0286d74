import type { Instant, LocalDate } from '../../../core/clock.ts'
import { type Duty, type Obligation, unfinished } from '../../../core/duty.ts'
import { addDays, dayAt } from '../../../core/local-date.ts'
import type { Step, StepsOf } from './steps.ts'

/** A step of an obligation whose time has come, or will come. */
export interface DueStep {
  readonly duty: Duty
  readonly obligation: Obligation
  readonly step: Step
  /** The newer step that is said in its place: after an outage, or because both fall on one day. */
  readonly replacedBy?: string | undefined
  readonly late: boolean
  /** When the next step will say it better, if there is one. */
  readonly nextAt?: Instant | undefined
}

/** The planner's memory: whether a step of that obligation, with the due date it has now, was planned for anybody. */
export type IsPlanned = (obligation: Obligation, step: string) => boolean

export interface Planning {
  readonly duties: readonly Duty[]
  readonly obligations: readonly Obligation[]
  readonly stepsOf: StepsOf
}

/** A step said later than this after its time is marked as late: the heart beats each minute, a restart takes less. */
const punctual = 30 * 60_000

/**
 * What has come and is not planned yet, whenever it is asked: a bot that was down for a week catches up by asking. Of an
 * obligation that is still open only the newest step that has come is said; older ones that nobody planned are returned
 * as replaced by it, so that it can be seen why they were not sent. Pure.
 *
 * Steps before the obligation was owed in its present form (`since`) were never owed.
 */
export function planSteps(
  { duties, obligations, stepsOf }: Planning,
  now: Instant,
  isPlanned: IsPlanned,
): readonly DueStep[] {
  const byId = liveById(duties)
  const planned: DueStep[] = []
  for (const obligation of obligations) {
    const duty = byId.get(obligation.duty)
    if (!duty || !unfinished.has(obligation.state)) continue
    const steps = stepsOf(duty.ladder, obligation.due)
    let newest = steps.length - 1
    while (newest >= 0 && (steps[newest]?.at ?? 0) > now) newest -= 1
    const step = steps[newest]
    if (!step || step.at < obligation.since || isPlanned(obligation, step.name)) continue
    const next = steps[newest + 1]
    for (let at = newest - 1; at >= 0; at -= 1) {
      const older = steps[at]
      if (!older || older.at < obligation.since) break
      if (isPlanned(obligation, older.name)) continue
      planned.push({ duty, obligation, step: older, replacedBy: step.name, late: false })
    }
    planned.push({
      duty,
      obligation,
      step,
      late: now - step.at > punctual,
      ...(next ? { nextAt: next.at } : {}),
    })
  }
  return planned
}

/** A step to come of all that owe one thing by one day. */
export interface ComingStep extends Omit<DueStep, 'obligation' | 'late'> {
  /** Those that are owed in their present form by then; at least one. */
  readonly obligations: readonly Obligation[]
}

/**
 * The steps to come from one instant until before another, oldest first, if nothing happens in between. Those of one thing
 * and one day are one: a year of the whole network is millions. Pure.
 */
export function stepsToCome(
  { duties, obligations, stepsOf }: Planning,
  from: Instant,
  until: Instant,
): readonly ComingStep[] {
  const coming: ComingStep[] = []
  for (const { duty, due, obligations: all } of bundled(duties, obligations)) {
    const youngest = all.reduce((latest, it) => Math.max(latest, it.since), 0)
    const steps = stepsOf(duty.ladder, due)
    for (const [at, step] of steps.entries()) {
      if (step.at < from || step.at >= until) continue
      const owing = step.at >= youngest ? all : all.filter((it) => step.at >= it.since)
      if (owing.length === 0) continue
      const next = steps[at + 1]
      // Of several on one day the last one is said.
      const last = next?.at === step.at ? steps.findLast((it) => it.at === step.at) : undefined
      coming.push({
        duty,
        step,
        obligations: owing,
        replacedBy: last?.name,
        nextAt: last ? undefined : next?.at,
      })
    }
  }
  return coming.sort((a, b) => a.step.at - b.step.at)
}

/** {@link stepsToCome} one by one, for a span that people look at: the rehearsal, and the preview of a duty. */
export function upcomingSteps(planning: Planning, from: Instant, until: Instant): readonly DueStep[] {
  return stepsToCome(planning, from, until).flatMap(({ obligations, ...coming }) =>
    obligations.map((obligation) => ({ ...coming, obligation, late: false })),
  )
}

interface Bundle {
  readonly duty: Duty
  readonly due: LocalDate
  readonly obligations: readonly Obligation[]
}

/** Unfinished obligations by duty and date: those of one bundle have the same steps. */
function bundled(duties: readonly Duty[], obligations: readonly Obligation[]): readonly Bundle[] {
  const bundlesOf = new Map(
    duties.map((duty) => [duty.id, { duty, byDue: new Map<LocalDate, Obligation[]>() }]),
  )
  for (const obligation of obligations) {
    const known = bundlesOf.get(obligation.duty)
    if (!known || !unfinished.has(obligation.state)) continue
    const bundle = known.byDue.get(obligation.due)
    if (bundle) bundle.push(obligation)
    else known.byDue.set(obligation.due, [obligation])
  }
  return [...bundlesOf.values()].flatMap(({ duty, byDue }) =>
    [...byDue].map(([due, owing]): Bundle => ({ duty, due, obligations: owing })),
  )
}

/** The last due date that can have a step by then: obligations beyond it need not be looked at. */
export function furthestDue(duties: readonly Duty[], now: Instant): LocalDate {
  const lead = duties.reduce((most, { ladder }) => Math.max(most, ...ladder.before), 0)
  // A notice moves earlier to a workday; the longest holiday together with its weekends is shorter than this.
  return addDays(dayAt(now), lead + 15)
}

/**
 * The planner's memory as the store tells it.
 * @param planned `obligation due step recipient place` each
 */
export function memoryOf(planned: ReadonlySet<string>): IsPlanned {
  const steps = new Set<string>()
  for (const it of planned) {
    // Recipients and places hold no spaces; the name of a batch may.
    const place = it.lastIndexOf(' ')
    steps.add(it.slice(0, it.lastIndexOf(' ', place - 1)))
  }
  return ({ id, due }, step) => steps.has(`${id} ${due} ${step}`)
}

function liveById(duties: readonly Duty[]): ReadonlyMap<string, Duty> {
  return new Map(duties.filter((it) => it.state === 'live').map((it) => [it.id, it]))
}
