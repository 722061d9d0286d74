import { randomUUID } from 'node:crypto'
import type { Ears } from '../../src/core/ears.ts'
import { addDays, dayAt } from '../../src/core/local-date.ts'
import { silentLog } from '../../src/core/log.ts'
import type { Hosting, Visit, VisitOffer } from '../../src/core/visit.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanVisits } from '../../src/jobs/plan-visits.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { makeVisitComposers } from '../../src/skills/trainings/visits/telling/compose.ts'
import { tellVisits } from '../../src/skills/trainings/visits/telling/tell.ts'
import { happen, type VisitEvent } from '../../src/skills/trainings/visits/visit.ts'
import { openStore } from '../../src/store/index.ts'
import { paperTrail } from './paper-trail.ts'

export interface VisitsOrder {
  readonly database: string
  readonly letters: string
  /** From when its clock goes on, a minute with every press. */
  readonly now: number
}

export const shown: VisitOffer = {
  id: 'works',
  host: 'host',
  kind: 'shadowing',
  topic: '污水厂运行（虚构）',
  dates: [{ from: '2014-06-23', to: '2014-12-31' }],
  capacity: 5,
  state: 'open',
  offeredAt: 0,
}
export const guests = ['A', 'B', 'C', 'D']

/** Each zone has two people who hear: whoever presses, and a colleague. */
export const colleaguesOf = (zone: string): readonly string[] => [`${zone}-presses`, `${zone}-hears`]

const ears: Ears = {
  of: (organization) =>
    colleaguesOf(organization).map((recipient) => ({
      recipient,
      organization,
      to: { platform: 'paper', space: 'S', channel: recipient },
      locale: 'zh-CN' as const,
    })),
  above: () => [],
  office: () => [],
  province: () => [],
}

/** A house around one offer, whose host and guests press at random. */
export async function makeVisitsHouse({ database, letters, now }: VisitsOrder, random = Math.random) {
  const store = await openStore(database)
  const clock = { at: now, now: () => clock.at }
  const workdays = makeWorkdays()
  const parts = { ...store, ears: async () => ears, clock, log: silentLog, workdays: () => workdays }
  const plan = makePlanVisits({ ...parts, planned: () => {} })
  const deliver = makeDeliverOutbox({
    ...parts,
    adapters: [paperTrail(letters, random)],
    composers: makeVisitComposers(parts),
    boot: randomUUID(),
    locale: 'zh-CN',
  })
  const never = new AbortController().signal
  const one = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  return {
    store,
    clock,
    async press(): Promise<void> {
      clock.at += 60_000
      const today = dayAt(clock.at)
      const hosting = await store.visits.find(shown.id)
      const event = hosting && something(hosting, today)
      if (!event) return
      const by = colleaguesOf(event.by)[0] ?? ''
      const { at } = clock
      await store.visits.act(
        shown.id,
        (it) => happen(it, event, { at, today }),
        { who: by, at },
        (moved) => tellVisits(moved, ears, { by, at }),
      )
    },
    async beat(): Promise<void> {
      await plan.run(never)
      await deliver.run(never)
    },
  }

  /** What somebody does next: both sides of one visit press as often as not. */
  function something({ visits }: Hosting, today: string): VisitEvent | undefined {
    const soon = () => {
      const from = addDays(today, Math.floor(random() * 3))
      return { from, to: addDays(from, Math.floor(random() * 3)) }
    }
    const roll = random()
    if (roll < 0.3)
      return {
        kind: 'ask',
        by: one(guests) ?? '',
        id: randomUUID(),
        wanted: [soon()],
        people: 1 + Math.floor(random() * 3),
      }
    const visit: Visit | undefined = one(visits.filter((it) => it.state !== 'declined'))
    if (!visit) return undefined
    if (roll < 0.55) return { kind: 'answer', by: 'host', visit: visit.id, days: soon() }
    const days = visit.days ?? soon()
    if (roll < 0.8) return { kind: 'agree', by: visit.guest, visit: visit.id, days }
    const by = random() < 0.5 ? 'host' : visit.guest
    if (roll < 0.9) return { kind: 'end', by, visit: visit.id, reason: '汛期（虚构）' }
    const report = { mark: 4, outcome: '学到了（虚构）', people: visit.people }
    return { kind: 'report', by, visit: visit.id, report }
  }
}
