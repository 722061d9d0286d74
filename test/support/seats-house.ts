import { randomUUID } from 'node:crypto'
import { silentLog } from '../../src/core/log.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanTrainings } from '../../src/jobs/plan-trainings.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { type SeatEvent, seat, tellMove } from '../../src/skills/trainings/plan.ts'
import { makeTrainingComposers } from '../../src/skills/trainings/telling/compose.ts'
import { openStore } from '../../src/store/index.ts'
import { paperTrail } from './paper-trail.ts'
import { ask, course, earsOfMembers, person, seatRules } from './trainings.ts'

export interface SeatsOrder {
  readonly database: string
  readonly letters: string
  readonly members: readonly string[]
  /** From when its clock goes on, a minute with every press. */
  readonly now: number
}

/** A house around one training whose people press at random. */
export async function makeSeatsHouse({ database, letters, members, now }: SeatsOrder, random = Math.random) {
  const store = await openStore(database)
  const clock = { at: now, now: () => clock.at }
  const everybody = earsOfMembers(members)
  const parts = {
    ...store,
    ears: async () => everybody,
    clock,
    log: silentLog,
    workdays: () => makeWorkdays(),
  }
  const plan = makePlanTrainings({ ...parts, planned: () => {} })
  const deliver = makeDeliverOutbox({
    ...parts,
    adapters: [paperTrail(letters, random)],
    composers: makeTrainingComposers(parts),
    boot: randomUUID(),
    locale: 'zh-CN',
  })
  const never = new AbortController().signal
  return {
    store,
    clock,
    async press(): Promise<void> {
      clock.at += 60_000
      const by = members[Math.floor(random() * members.length)] ?? ''
      const roll = random()
      const event: SeatEvent =
        roll < 0.5
          ? ask(by)
          : roll < 0.7
            ? { kind: 'accept', member: by }
            : { kind: 'decline', person: person(by) }
      const rules = seatRules(clock.at)
      await store.registrations.act(
        course.id,
        (hall) => seat(hall, event, rules),
        { who: by, at: clock.at },
        (moved, before) => tellMove(moved, before, everybody, { by, at: clock.at }),
      )
    },
    async beat(): Promise<void> {
      await plan.run(never)
      await deliver.run(never)
    },
  }
}
