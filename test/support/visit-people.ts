import { randomUUID } from 'node:crypto'
import { makeListening } from '../../src/app/ears.ts'
import { plainText } from '../../src/core/plain-text.ts'
import { makePlanVisits } from '../../src/jobs/plan-visits.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import type { VisitParts } from '../../src/skills/trainings/visits/parts.ts'
import { makeVisitsSkill } from '../../src/skills/trainings/visits/skill.ts'
import { makeVisitComposers } from '../../src/skills/trainings/visits/telling/compose.ts'
import { housePeople, type People } from './people.ts'

export interface VisitPeople extends People {
  readonly parts: VisitParts
  /** What was put into the outbox since this was last asked: to whom, and its words as they are now. */
  told(): Promise<readonly { readonly to: string; readonly text: string }[]>
  /** One beat of the job that reminds. */
  beat(): Promise<void>
}

const workdays = makeWorkdays()
const slack = {
  platform: 'slack',
  directly: ({ space, user }: { space: string; user: string }) => ({
    platform: 'slack',
    space,
    channel: user,
  }),
}

/** A house in which zones arrange visits: the real skill behind the real router, on a real file. */
export async function visitPeople(): Promise<VisitPeople> {
  let made: VisitParts | undefined
  const people = await housePeople((store, clock) => {
    made = { ...store, ...makeListening(store, () => [slack]), clock, newId: randomUUID }
    return [makeVisitsSkill(made)]
  })
  if (!made) throw new Error('the skill was not made')
  const parts = made
  const composers = makeVisitComposers(parts)
  const heard = new Set<string>()
  const job = makePlanVisits({ ...people.store, ...parts, workdays: () => workdays, planned: () => {} })
  return {
    ...people,
    parts,
    async told() {
      const rows = (await people.store.outbox.list({ state: 'waiting' })).filter((it) => !heard.has(it.key))
      for (const { key } of rows) heard.add(key)
      return Promise.all(
        rows.map(async (row) => {
          const composed = await composers[row.kind]?.(row)
          if (!composed) throw new Error(`nobody makes the words of ${row.kind}`)
          const text = 'cancelled' in composed ? `不发：${composed.cancelled}` : plainText(composed)
          return { to: row.to.channel, text }
        }),
      )
    },
    async beat() {
      await job.run(new AbortController().signal)
    },
  }
}
