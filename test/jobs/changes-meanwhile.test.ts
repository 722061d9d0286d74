import { expect, test } from 'vitest'
import { makeListening } from '../../src/app/ears.ts'
import { silentLog } from '../../src/core/log.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanNotices } from '../../src/jobs/plan-notices.ts'
import { makeWorkdays, stepsUnder } from '../../src/skills/deadlines/plan.ts'
import { makeDeadlineComposers } from '../../src/skills/deadlines/telling/compose.ts'
import { organizationsOf } from '../../src/skills/members/organizations.ts'
import { acceptance } from '../support/duties.ts'
import { monday, provinces, type TestClock, zones } from '../support/people.ts'
import { makePostOffice } from '../support/post-office.ts'
import { temporaryStore } from '../support/store.ts'

const running = new AbortController().signal
const day = 24 * 3600_000
/** 1 July 2014, the first workday after the date. */
const overdue = monday + 8 * day
const yixing = 'acceptance/jiangsu-yixing/once'

/** A house that plans and delivers: 张三 of Yixing, 李四 of its province, 王五 of the office. */
async function house() {
  const store = await temporaryStore()
  const clock: TestClock = { at: monday - 30 * day, now: () => clock.at }
  const operator = { who: 'operator', at: clock.at }
  const register = async (changed: readonly (typeof zones)[number][]) => {
    await store.zones.import(changed.map((zone) => ({ zone, sources: [] })))
    await store.organizations.keep(organizationsOf(provinces, changed), operator)
  }
  await register(zones)
  const account = (user: string) => ({ platform: 'paper', space: 'S', user })
  await store.members.addAll(
    [
      { id: 'M1', name: '张三', organization: 'jiangsu-yixing', identity: account('zhang') },
      { id: 'M2', name: '李四', organization: 'province-江苏', identity: account('li') },
      { id: 'M3', name: '王五', organization: 'office', identity: account('wang') },
    ],
    operator,
  )
  await store.duties.keep(
    [
      {
        ...acceptance,
        audience: { of: 'zones', notStatuses: ['不再作为实验区'] },
        rule: { kind: 'once', date: '2014-06-30' },
        liveSince: clock.at,
      },
    ],
    operator,
  )
  const office = makePostOffice(clock)
  const workdays = makeWorkdays()
  const { ears } = makeListening(store, () => [office.adapter])
  const plan = makePlanNotices({
    ...store,
    ears,
    stepsOf: stepsUnder(workdays),
    regionOf: () => undefined,
    clock,
    log: silentLog,
    planned: () => {},
  })
  const deliver = makeDeliverOutbox({
    outbox: store.outbox,
    adapters: [office.adapter],
    composers: makeDeadlineComposers({ ...store, ears, clock, workdays: () => workdays }),
    clock,
    log: silentLog,
    boot: 'boot-1',
    locale: 'zh-CN',
  })
  await plan.run(running)
  const heard = () => office.posted.splice(0).map(({ channel, text }) => ({ channel, text }))
  return { ...store, clock, operator, register, plan, deliver, heard }
}

test('an escalation is not sent to somebody who left meanwhile, and says why; the others hear it', async () => {
  const { clock, operator, members, plan, deliver, heard, outbox } = await house()
  clock.at = overdue
  await plan.run(running)
  await members.leave('M3', 'member.leave', operator)
  await deliver.run(running)
  const channels = new Set(heard().map((it) => it.channel))
  expect(channels).toEqual(new Set(['zhang', 'li']))
  const cancelled = (await outbox.list({ state: 'cancelled' })).filter((it) => it.to.channel === 'wang')
  expect(cancelled.length).toBeGreaterThan(0)
  expect(cancelled[0]?.why).toContain('收件人已不在这个单位')
})

test('a zone whose only member left is told through its province from the next step on', async () => {
  const { clock, operator, members, plan, deliver, heard } = await house()
  await members.leave('M1', 'member.leave', operator)
  clock.at = monday
  await plan.run(running)
  await deliver.run(running)
  const said = heard().filter((it) => it.channel === 'li')
  expect(said.map((it) => it.text).join()).toMatch(/请代为转达：.*宜兴市/)
})

test('what a dissolved zone owes lapses visibly, it and its province are told, and no reminder follows', async () => {
  const { clock, register, plan, deliver, heard, obligations, notices } = await house()
  await register(zones.map((it) => (it.id === 'jiangsu-yixing' ? { ...it, status: '不再作为实验区' } : it)))
  clock.at = monday - 20 * day
  await plan.run(running)
  await deliver.run(running)
  expect(await obligations.find(yixing)).toMatchObject({ state: 'waived', lapsed: true })
  expect((await obligations.history(yixing)).map((it) => it.verb)).toEqual(['arise', 'lapse'])
  const told = heard().filter((it) => it.text.includes('不用再交验收申请了'))
  expect(told.map((it) => it.channel).sort()).toEqual(['li', 'zhang'])
  expect(told[0]?.text).toContain('不再需要')
  const before = await notices.list({ obligation: yixing })
  clock.at = monday
  await plan.run(running)
  expect(await notices.list({ obligation: yixing })).toEqual(before)
})

test('what several zones need not hand in any more is one message to each reader, and the register is told of once', async () => {
  const { clock, register, plan, deliver, heard } = await house()
  const gone = new Set(['jiangsu-yixing', 'jiangsu-rugao'])
  await register(zones.map((it) => (gone.has(it.id) ? { ...it, status: '不再作为实验区' } : it)))
  clock.at = monday - 20 * day
  await plan.run(running)
  await deliver.run(running)
  const told = heard().filter((it) => it.text.includes('不再需要'))
  expect(told.map((it) => it.channel).sort()).toEqual(['li', 'zhang'])
  const province = told.find((it) => it.channel === 'li')?.text
  expect(province).toContain('2 项截止日期有变化')
  expect(province).toContain('请代为转达：南通市如皋市')
  await plan.run(running)
  await deliver.run(running)
  expect(heard().filter((it) => it.text.includes('不再需要'))).toEqual([])
})

test('a zone that is renamed keeps what it owes, and is reminded under its new name', async () => {
  const { clock, register, plan, deliver, heard, obligations } = await house()
  const before = await obligations.find(yixing)
  await register(
    zones.map((it) => (it.id === 'jiangsu-yixing' ? { ...it, name: '江苏省无锡市宜兴新区' } : it)),
  )
  clock.at = overdue
  await plan.run(running)
  expect(await obligations.find(yixing)).toEqual(before)
  await deliver.run(running)
  const texts = heard().map((it) => it.text)
  expect(texts.some((it) => it.includes('宜兴新区'))).toBe(true)
})
