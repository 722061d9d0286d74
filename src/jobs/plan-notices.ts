import { subjectsOf } from '../core/audience.ts'
import type { Clock } from '../core/clock.ts'
import { type Duty, type Obligation, unfinished } from '../core/duty.ts'
import type { Ears } from '../core/ears.ts'
import type { Log } from '../core/log.ts'
import {
  digestsDue,
  furthestDue,
  memoryOf,
  moved,
  obligationsOf,
  planNotices,
  planSteps,
  type StepsOf,
  tellAdjusted,
} from '../skills/deadlines/plan.ts'
import type { Duties } from '../store/duties.ts'
import type { Notices } from '../store/notices.ts'
import type { Obligations } from '../store/obligations.ts'
import type { Organizations } from '../store/organizations.ts'
import type { Outbox } from '../store/outbox.ts'
import type { Zones } from '../store/zones.ts'
import type { Job } from './scheduler.ts'

export interface PlanParts {
  readonly duties: Duties
  readonly obligations: Obligations
  readonly notices: Notices
  readonly organizations: Organizations
  readonly zones: Pick<Zones, 'snapshot'>
  readonly outbox: Outbox
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  readonly stepsOf: StepsOf
  readonly regionOf: (province: string) => string | undefined
  readonly clock: Clock
  readonly log: Log
  /** Called when there may be something to deliver. */
  readonly planned: () => void
}

/** The actor recorded in the audit log for changes that the rules make. */
const who = 'clock'

/**
 * Reconciles obligations with the rules and the register, then plans the reminders that are due. It asks what is due and
 * not planned yet, so a bot that was down for a week catches up on its first tick.
 */
export function makePlanNotices(parts: PlanParts): Job {
  const { duties, obligations, notices, clock, log } = parts
  /** Steps and digests known to be planned, so that an idle tick does not query the store for them. */
  const remembered = new Set<string>()
  let silentBefore = 0
  const keyOf = ({ id, due }: Obligation, step: string) => `${id} ${due} ${step}`

  async function reconcile(all: readonly Duty[]): Promise<void> {
    const now = clock.now()
    const [organizations, { zones }, settled, putOff, ears] = await Promise.all([
      parts.organizations.all(),
      parts.zones.snapshot(),
      duties.settledYears(),
      obligations.list({ states: ['suspended'] }),
      parts.ears(),
    ])
    const subjects = subjectsOf(organizations, zones, parts.regionOf)
    const live = all.filter((it) => it.state === 'live')
    const { owed } = obligationsOf(live, subjects, { now, settled, putOff })
    // A retired duty is included so that its open obligations lapse.
    const bound = all.filter((it) => it.state !== 'draft').map((it) => it.id)
    const counts = await obligations.reconcile(
      { duties: bound, owed, tell: (it) => tellAdjusted(moved(it), organizations, ears, now) },
      { who, at: now },
    )
    if (counts.arisen + counts.moved + counts.lapsed > 0) log.info(counts, 'obligations have changed')
  }

  async function plan(all: readonly Duty[]): Promise<void> {
    const now = clock.now()
    const { stepsOf } = parts
    const open = await obligations.list({ states: [...unfinished], dueUntil: furthestDue(all, now) })
    const state = { duties: all, obligations: open, stepsOf }
    const candidates = planSteps(state, now, (it, step) => remembered.has(keyOf(it, step)))
    if (candidates.length === 0) return
    const asked = [...new Map(candidates.map(({ obligation }) => [obligation.id, obligation])).values()]
    const isPlanned = memoryOf(await notices.planned(asked.map((it) => it.id)))
    const steps = planSteps({ ...state, obligations: asked }, now, isPlanned)
    const { unheard, ...planned } = planNotices(steps, await parts.ears(), now)
    const count = await notices.plan(planned.notices, planned.deliveries, now)
    const silent = new Set(unheard.map((it) => keyOf(it.obligation, it.step.name)))
    for (const { obligation, step } of candidates) {
      const key = keyOf(obligation, step.name)
      if (!silent.has(key)) remembered.add(key)
    }
    if (silent.size > 0 && silent.size !== silentBefore)
      log.warn({ steps: silent.size }, 'nobody can be told of some deadlines')
    silentBefore = silent.size
    if (count > 0) log.info({ notices: count, deliveries: planned.deliveries.length }, 'notices are planned')
  }

  /** The weekly digests of provinces and the office. */
  async function planDigests(): Promise<void> {
    const now = clock.now()
    const due = digestsDue(await parts.organizations.all(), await parts.ears(), now)
    const added = due.filter((it) => !remembered.has(it.key))
    if (added.length === 0) return
    await parts.outbox.add(added, now)
    for (const { key } of added) remembered.add(key)
  }

  return {
    name: 'plan-notices',
    async run() {
      const all = await duties.list()
      await reconcile(all)
      await plan(all.filter((it) => it.state === 'live'))
      await planDigests()
      parts.planned()
      return undefined
    },
  }
}
