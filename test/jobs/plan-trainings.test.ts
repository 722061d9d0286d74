import { describe, expect, test } from 'vitest'
import { instantAt } from '../../src/core/local-date.ts'
import { silentLog } from '../../src/core/log.ts'
import type { Training } from '../../src/core/training.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanTrainings } from '../../src/jobs/plan-trainings.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { type SeatEvent, seat, tellMove } from '../../src/skills/trainings/plan.ts'
import { makeTrainingComposers } from '../../src/skills/trainings/telling/compose.ts'
import { operator } from '../support/duties.ts'
import { monday } from '../support/people.ts'
import { makePostOffice } from '../support/post-office.ts'
import { temporaryStore } from '../support/store.ts'
import { ask, course, earsOfMembers, person, seatRules } from '../support/trainings.ts'

const never = new AbortController().signal
const hour = 3_600_000

/** A house with one training in which the clock is moved by hand. */
async function house(training: Partial<Training> = {}) {
  const store = await temporaryStore()
  const clock = { at: monday, now: () => clock.at }
  const post = makePostOffice(clock)
  const members = new Set(['A', 'B', 'C', 'D'])
  const ears = async () => earsOfMembers([...members])
  const parts = { ...store, ears, clock, log: silentLog, workdays: () => makeWorkdays() }
  const plan = makePlanTrainings({ ...parts, planned: () => {} })
  const deliver = makeDeliverOutbox({
    ...parts,
    adapters: [post.adapter],
    composers: makeTrainingComposers(parts),
    boot: 'b1',
    locale: 'zh-CN',
    random: () => 0,
  })
  await store.trainings.create({ ...course, ...training }, operator)
  let read = 0
  return {
    ...store,
    members,
    async does(by: string, event: SeatEvent) {
      const rules = seatRules(clock.at)
      const told = await ears()
      return store.registrations.act(
        course.id,
        (hall) => seat(hall, event, rules),
        { who: by, at: clock.at },
        (moved, before) => tellMove(moved, before, told, { by, at: clock.at }),
      )
    },
    /** Two beats at that time, as a restart would make them; what was said since the last one. */
    async beat(at: number): Promise<readonly string[]> {
      clock.at = at
      for (const job of [plan, plan, deliver]) await job.run(never)
      const said = post.posted.slice(read).map((it) => `${it.channel}: ${it.text.split('\n')[0]}`)
      read = post.posted.length
      return said
    },
    /** Only what is to be said is worked out; nothing goes out yet. */
    async plan(at: number) {
      clock.at = at
      await plan.run(never)
    },
    last: () => post.posted.at(-1)?.text ?? '',
    whyNot: async () => (await store.outbox.list({ state: 'cancelled' })).map((it) => it.why),
  }
}

describe('reminders', () => {
  test('come a week, a day and an hour before, and the workday after, to those seated only', async () => {
    const { does, beat, last } = await house({
      capacity: 1,
      materials: [
        { title: '课前阅读', url: 'https://example.org/a', when: 'before' },
        { title: '课件', url: 'https://example.org/b', when: 'after' },
      ],
    })
    await does('A', ask('A'))
    await does('B', ask('B'))
    expect(await beat(instantAt('2014-07-07', '08:59'))).toEqual([])
    expect(await beat(instantAt('2014-07-07', '09:00'))).toEqual(['A: 还有 7 天：应对气候变化能力建设培训班'])
    expect(await beat(instantAt('2014-07-13', '09:00'))).toEqual(['A: 明天开始：应对气候变化能力建设培训班'])
    expect(last()).toContain('课前阅读')
    expect(await beat(instantAt('2014-07-14', '08:00'))).toEqual(['A: 快开始了：应对气候变化能力建设培训班'])
    expect(await beat(instantAt('2014-07-16', '09:00'))).toEqual([
      'A: 应对气候变化能力建设培训班结束了，谢谢参加',
    ])
    expect(last()).toContain('课件')
    expect(await beat(instantAt('2014-07-17', '09:00'))).toEqual([])
  })

  test('after an outage only the newest is said, marked late; an hour’s notice is dropped once it has begun', async () => {
    const { does, beat, last } = await house()
    await does('A', ask('A'))
    expect(await beat(instantAt('2014-07-13', '12:00'))).toEqual(['A: 明天开始：应对气候变化能力建设培训班'])
    expect(last()).toContain('比原定的晚')
    expect(await beat(instantAt('2014-07-14', '09:00'))).toEqual([])
  })

  test('are said at any hour where somebody has to be there in an hour, else not at night', async () => {
    const sessions = [{ day: '2014-07-14', from: '07:30', until: '12:00', topic: '实地考察' }]
    const { does, beat } = await house({ sessions })
    await does('A', ask('A'))
    expect(await beat(instantAt('2014-07-13', '22:00'))).toEqual([])
    expect(await beat(instantAt('2014-07-14', '06:30'))).toEqual(['A: 快开始了：应对气候变化能力建设培训班'])
  })

  test('that are not true any more when they go out are cancelled, with why', async () => {
    const { does, beat, plan, whyNot } = await house()
    for (const it of ['A', 'B']) await does(it, ask(it))
    await plan(instantAt('2014-07-07', '09:00'))
    await does('A', { kind: 'decline', person: person('A') })
    await does('office', { kind: 'change', to: { ...course, starts: '2014-07-15', sessions: [] } })
    expect(await beat(instantAt('2014-07-07', '09:01'))).toEqual(['B: 改期了：应对气候变化能力建设培训班'])
    expect(await whyNot()).toEqual(expect.arrayContaining(['已不在录取名单里', '培训已改期']))
  })
})

describe('a freed seat', () => {
  test('is offered to the next in line, held for four working hours, then to the one after', async () => {
    const { does, beat, last, registrations } = await house({ capacity: 1 })
    for (const it of ['A', 'B', 'C']) await does(it, ask(it))
    await does('A', { kind: 'decline', person: person('A') })
    expect(await beat(monday)).toEqual(['B: 有名额了，请确认：应对气候变化能力建设培训班'])
    expect(last()).toMatch(/保留到.*2014-06-23 13:00/)
    expect(await beat(monday + 4 * hour - 1)).toEqual([])
    expect((await beat(monday + 4 * hour)).toSorted()).toEqual([
      'B: 保留时间已过：应对气候变化能力建设培训班',
      'C: 有名额了，请确认：应对气候变化能力建设培训班',
    ])
    await does('C', { kind: 'accept', member: 'C' })
    expect(await beat(monday + 9 * hour)).toEqual([])
    expect(await registrations.list({ states: ['seated'] })).toMatchObject([{ member: 'C' }])
  })

  test('that was taken before its word went out is not offered in words any more', async () => {
    const { does, beat, whyNot } = await house({ capacity: 1 })
    for (const it of ['A', 'B']) await does(it, ask(it))
    await does('A', { kind: 'decline', person: person('A') })
    await does('B', { kind: 'accept', member: 'B' })
    expect(await beat(monday)).toEqual([])
    expect(await whyNot()).toEqual(['报名状态后来又变了'])
  })
})

describe('a training that changes', () => {
  test('is told old -> new to everybody who is in play, and to nobody else', async () => {
    const { does, beat, last } = await house({ capacity: 1 })
    for (const it of ['A', 'B', 'C']) await does(it, ask(it))
    await does('C', { kind: 'decline', person: person('C') })
    await does('office', { kind: 'change', to: { ...course, capacity: 1, place: '包头' } })
    expect((await beat(monday)).toSorted()).toEqual([
      'A: 有变化：应对气候变化能力建设培训班',
      'B: 有变化：应对气候变化能力建设培训班',
    ])
    expect(last()).toContain('呼和浩特 → 包头')
  })

  test('that is called off is told once, and nothing is said of it afterwards', async () => {
    const { does, beat } = await house()
    await does('A', ask('A'))
    await does('office', { kind: 'change', to: { ...course, state: 'cancelled' } })
    expect(await beat(monday)).toEqual(['A: 取消了：应对气候变化能力建设培训班'])
    for (const at of ['2014-07-07', '2014-07-13', '2014-07-16'])
      expect(await beat(instantAt(at, '09:00'))).toEqual([])
    expect((await does('B', ask('B')))?.refused).toEqual({ why: 'cancelled' })
  })

  test('with more seats seats those who wait, and they are told', async () => {
    const { does, beat } = await house({ capacity: 1 })
    for (const it of ['A', 'B', 'C']) await does(it, ask(it))
    await does('office', { kind: 'change', to: { ...course, capacity: 2 } })
    expect(await beat(monday)).toEqual(['B: 已录取：应对气候变化能力建设培训班'])
  })

  test('whoever has left their organization is told nothing', async () => {
    const { does, beat, members, whyNot } = await house({ capacity: 1 })
    for (const it of ['A', 'B']) await does(it, ask(it))
    await does('A', { kind: 'decline', person: person('A') })
    members.delete('B')
    expect(await beat(monday)).toEqual([])
    expect(await whyNot()).toEqual(['收件人已不在这个单位'])
  })
})
