import type { Adapter } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import { type Duty, type Obligation, unfinished } from '../core/duty.ts'
import type { Log } from '../core/log.ts'
import {
  earsOf,
  furthestDue,
  memoryOf,
  obligationsOf,
  planNotices,
  planSteps,
  type StepsOf,
  subjectsOf,
} from '../skills/deadlines/plan.ts'
import type { BoundChannel, Directory } from '../store/directory.ts'
import type { Duties } from '../store/duties.ts'
import type { Notices } from '../store/notices.ts'
import type { Obligations } from '../store/obligations.ts'
import type { Organizations } from '../store/organizations.ts'
import type { Zones } from '../store/zones.ts'
import type { Job } from './heart.ts'

export interface PlanParts {
  readonly duties: Duties
  readonly obligations: Obligations
  readonly notices: Notices
  readonly organizations: Organizations
  readonly zones: Zones
  readonly directory: Directory
  /** Notices reach people where one of these is. */
  readonly adapters: readonly Adapter[]
  /** Places of organizations beside the bound channels, e.g. the terminal of whoever runs the bot. */
  readonly places: readonly BoundChannel[]
  readonly stepsOf: StepsOf
  readonly regionOf: (province: string) => string | undefined
  readonly clock: Clock
  readonly log: Log
  /** Called when there is something to deliver. */
  readonly planned: () => void
}

/** Who the audit names for what the rules made. */
const who = 'clock'

/**
 * Keeps what is owed in step with rules and register, then plans the steps whose time has come. It asks what is due and
 * not planned yet, so a bot that was down for a week catches up with the first beat.
 */
export function makePlanNotices(parts: PlanParts): Job {
  const { duties, obligations, notices, clock, log } = parts
  /** Steps that are known to be planned, so that a beat on which nothing happens asks the store for none of them. */
  const remembered = new Set<string>()
  const keyOf = ({ id, due }: Obligation, step: string) => `${id} ${due} ${step}`

  async function reconcile(all: readonly Duty[]): Promise<void> {
    const now = clock.now()
    const [organizations, { zones }, settled, putOff] = await Promise.all([
      parts.organizations.all(),
      parts.zones.snapshot(),
      duties.settledYears(),
      obligations.list({ states: ['suspended'] }),
    ])
    const subjects = subjectsOf(organizations, zones, parts.regionOf)
    const live = all.filter((it) => it.state === 'live')
    const { owed } = obligationsOf(live, subjects, { now, settled, putOff })
    // Of a duty that was called off nothing is owed any more.
    const bound = all.filter((it) => it.state !== 'draft').map((it) => it.id)
    const counts = await obligations.reconcile(bound, owed, { who, at: now })
    if (counts.arisen + counts.moved + counts.lapsed > 0) log.info(counts, 'what is owed has changed')
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
    const { unheard, ...planned } = planNotices(steps, await ears(), now)
    const count = await notices.plan(planned.notices, planned.deliveries, now)
    const silent = new Set(unheard.map((it) => keyOf(it.obligation, it.step.name)))
    for (const { obligation, step } of candidates) {
      const key = keyOf(obligation, step.name)
      if (!silent.has(key)) remembered.add(key)
    }
    if (silent.size > 0) log.warn({ steps: silent.size }, 'nobody can be told of some deadlines')
    if (count > 0) log.info({ notices: count, deliveries: planned.deliveries.length }, 'notices are planned')
  }

  async function ears() {
    const adapters = new Map(parts.adapters.map((it) => [it.platform, it]))
    const [organizations, contacts, channels] = await Promise.all([
      parts.organizations.all(),
      parts.directory.contacts(undefined, [...adapters.keys()]),
      parts.directory.channels('notices'),
    ])
    return earsOf({
      organizations,
      contacts,
      channels: [...channels, ...parts.places].filter((it) => adapters.has(it.channel.platform)),
      directly: (account) => {
        const adapter = adapters.get(account.platform)
        if (!adapter) throw new Error(`nobody is told on ${account.platform}`)
        return adapter.directly(account)
      },
    })
  }

  return {
    name: 'plan-notices',
    async run() {
      const all = await duties.list()
      await reconcile(all)
      await plan(all.filter((it) => it.state === 'live'))
      parts.planned()
      return undefined
    },
  }
}
