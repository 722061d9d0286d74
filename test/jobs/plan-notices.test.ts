import { expect, test } from 'vitest'
import type { Duty } from '../../src/core/duty.ts'
import { silentLog } from '../../src/core/log.ts'
import { makePlanNotices } from '../../src/jobs/plan-notices.ts'
import { makeWorkdays, stepsUnder } from '../../src/skills/deadlines/plan.ts'
import { organizationsOf } from '../../src/skills/members/organizations.ts'
import { acceptance } from '../support/duties.ts'
import { monday, provinces, type TestClock, zones } from '../support/people.ts'
import { makePostOffice } from '../support/post-office.ts'
import { temporaryStore } from '../support/store.ts'

const running = new AbortController().signal
const day = 24 * 3600_000

/** 23 June 2014 is seven days before it. */
const due: Duty = { ...acceptance, rule: { kind: 'once', date: '2014-06-30' }, liveSince: monday - 30 * day }

/** A house in which 张三 of Yixing has an account, a month before the date. */
async function house(duties: readonly Duty[] = [due]) {
  const store = await temporaryStore()
  const clock: TestClock = { at: monday - 30 * day, now: () => clock.at }
  const operator = { who: 'operator', at: clock.at }
  await store.organizations.keep(organizationsOf(provinces, zones), operator)
  await store.zones.import(zones.map((zone) => ({ zone, sources: [] })))
  const identity = { platform: 'paper', space: 'S', user: 'U1' }
  await store.members.addAll(
    [
      { id: 'M1', name: '张三', organization: 'jiangsu-yixing', identity },
      { id: 'M2', name: '李四', organization: 'office', identity: { ...identity, user: 'U2' } },
    ],
    operator,
  )
  await store.duties.keep(duties, operator)
  const start = () =>
    makePlanNotices({
      ...store,
      adapters: [makePostOffice(clock).adapter],
      places: [],
      stepsOf: stepsUnder(makeWorkdays()),
      regionOf: () => undefined,
      clock,
      log: silentLog,
      planned: () => {},
    })
  const planned = async (organization = 'jiangsu-yixing') =>
    (await store.notices.list({ obligation: `acceptance/${organization}/once` })).map(
      (it) => `${it.step} ${it.recipient}${it.replacedBy === undefined ? '' : ` -> ${it.replacedBy}`}`,
    )
  return { ...store, clock, start, planned }
}

test('what the rules make is owed from the first beat on, and a step is planned when its time has come', async () => {
  const { clock, start, obligations, planned, outbox } = await house()
  const job = start()
  await job.run(running)
  expect(await obligations.list()).toHaveLength(3)
  expect(await planned()).toEqual([])
  clock.at = monday - 1000
  await job.run(running)
  const before = await planned()
  clock.at = monday
  await job.run(running)
  expect((await planned()).slice(before.length)).toEqual(['T-7 M1'])
  expect(await outbox.list({ state: 'waiting' })).toMatchObject([{ kind: 'deadlines.reminder' }, {}, {}, {}])
})

test('another run, and one after a crash, plan nothing twice', async () => {
  const { clock, start, planned } = await house()
  const job = start()
  await job.run(running)
  clock.at = monday
  await job.run(running)
  const once = await planned()
  await job.run(running)
  await start().run(running)
  expect(await planned()).toEqual(once)
})

test('after an outage the newest step is said, and the older ones are seen to be replaced by it', async () => {
  const { clock, start, planned } = await house()
  await start().run(running)
  clock.at = monday + 4 * day + 3600_000
  await start().run(running)
  const replaced = ['T-30', 'T-14', 'T-7', 'T-3'].map((it) => `${it} M1 -> T-1`)
  expect(await planned()).toEqual([...replaced, 'T-1 M1'])
})

test('a zone that nobody can be told for is told to the office in its place', async () => {
  const { clock, start, planned } = await house()
  await start().run(running)
  clock.at = monday
  await start().run(running)
  expect((await planned('jiangxi-guixi')).filter((it) => it.startsWith('T-7'))).toEqual(['T-7 M2'])
})

test('a duty that is called off lapses, and nothing more is planned for it', async () => {
  const { clock, start, duties, obligations, planned } = await house()
  const job = start()
  await job.run(running)
  await duties.keep([{ ...due, state: 'retired' }], { who: 'M2', at: clock.at })
  clock.at = monday
  await job.run(running)
  expect(await obligations.list({ states: ['open'] })).toEqual([])
  expect(await planned()).toEqual([])
})

test('a clock that jumps back and forth by an hour or a day says nothing twice', async () => {
  const { clock, start, planned } = await house()
  const job = start()
  await job.run(running)
  clock.at = monday
  await job.run(running)
  const once = await planned()
  for (const jump of [-3600_000, 3600_000, -day, day]) {
    clock.at = monday + jump
    await job.run(running)
  }
  clock.at = monday
  await job.run(running)
  expect(await planned()).toEqual(once)
})
