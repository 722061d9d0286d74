import { beforeEach, describe, expect, test } from 'vitest'
import { makeHome } from '../../src/app/home.ts'
import { plainText } from '../../src/core/plain-text.ts'
import { seedOrganizations } from '../../src/skills/members/seed.ts'
import { seat } from '../../src/skills/trainings/plan.ts'
import type { Store } from '../../src/store/index.ts'
import { withDuties } from '../support/duties.ts'
import { provinces, zones } from '../support/people.ts'
import { makeTrySkill } from '../support/skills.ts'
import { startedSlack } from '../support/slack/try-slack.ts'
import { TEAM } from '../support/slack/workspace.ts'
import { temporaryStore } from '../support/store.ts'
import { course, seatRules } from '../support/trainings.ts'

const day = Date.UTC(2014, 5, 23, 1)
const stamp = { at: day, who: 'operator' }
const faces = [makeTrySkill()]
let store: Store

beforeEach(async () => {
  store = await temporaryStore()
  await store.zones.import(
    zones.map((it) => ({ zone: { ...it, theme: '生态文明', founded: 2009 }, sources: [] })),
  )
  await seedOrganizations({ ...store, provinces, at: day })
  const identity = { platform: 'slack', space: TEAM, user: 'U1' }
  await store.members.addAll([{ id: 'M1', name: '王工', organization: 'jiangsu-yixing', identity }], stamp)
})

async function asks(id: string, question: string, asker = `slack/${TEAM}/U1`): Promise<void> {
  const state = 'open'
  await store.questions.keep({ id, at: day, conversation: 'c', asker, question, answer: '{}', state })
}

async function homeOf(user: string, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
  return plainText(await makeHome(store, faces, { now: () => day })({ id: user, name: user }, TEAM, locale))
}

test('a member sees their organization as the register has it, and nothing that the register does not say', async () => {
  const home = await homeOf('U1')
  for (const words of [
    '江苏省无锡市宜兴市',
    '身份：实验区',
    '省份：江苏',
    '建设主题：生态文明',
    '创建年份：2009',
  ])
    expect(home).toContain(words)
  expect(home).not.toContain('状态')
  expect(home).not.toContain('邀请码')
})

test('a guest sees how to join and what can be asked', async () => {
  const home = await homeOf('U2')
  expect(home).toContain('邀请码')
  expect(home).toContain('回声 你好')
  expect(home).not.toContain('我的单位')
})

test('what waits for a person is shown to who asked it, and to nobody else', async () => {
  await asks('1', '能否跨省联合申报')
  await asks('2', '别人的问题', `slack/${TEAM}/U2`)
  const home = await homeOf('U1')
  expect(home).toContain('我的待答问题（1）')
  expect(home).toContain('2014-06-23　能否跨省联合申报')
  expect(home).not.toContain('别人的问题')
})

test('of many open questions the oldest are shown and the others counted', async () => {
  for (let count = 1; count <= 7; count += 1) await asks(String(count), `第${count}个问题`)
  const home = await homeOf('U1')
  expect(home).toContain('第5个问题')
  expect(home).not.toContain('第6个问题')
  expect(home).toContain('还有 2 条')
})

test('somebody who reads English is spoken to in English', async () => {
  expect(await homeOf('U1', 'en')).toContain('My organization')
})

test('Slack takes it, with the buttons on it', async () => {
  await asks('1', '能否跨省联合申报')
  const { slack } = await startedSlack('socket', async () => undefined, faces, {
    home: makeHome(store, faces, { now: () => day }),
  })
  await slack.opensHome('U1')
  await slack.until(() => slack.state.homes.has('U1'))
  const view = JSON.stringify(slack.state.homes.get('U1'))
  expect(view).toContain('江苏省无锡市宜兴市')
  expect(view).toContain('zones.show')
  expect(view).toContain('jiangsu-yixing')
})

test('what the zone owes stands there with the days that are left', async () => {
  await withDuties(store)
  const home = await homeOf('U1')
  expect(home).toContain('还有 1 项没交')
  expect(home).toContain('验收申请　2014-06-30（还有 7 天）　未开始')
  expect(home).not.toContain('贵溪')
})

describe('of the commands', () => {
  const commands = [
    'ask',
    'queue',
    'replies',
    'zones',
    'join',
    'invite',
    'whoami',
    'deadlines',
    'duties',
    'calendar',
    'help',
  ].map((name) => ({ name, summary: `做 ${name}` }))
  const many = [{ ...makeTrySkill(), commands }]

  test.each([
    ['U2', ['ask', 'zones', 'join', 'help']],
    ['U1', ['deadlines', 'ask', 'zones', 'calendar', 'help']],
    ['U3', ['deadlines', 'duties', 'queue', 'invite', 'zones', 'ask', 'help']],
  ])('%s sees those of their role first, the rest is a button away', async (id, first) => {
    const identity = { platform: 'slack', space: TEAM, user: 'U3' }
    await store.members.addAll([{ id: 'M3', name: '赵工', organization: 'office', identity }], stamp)
    const home = plainText(await makeHome(store, many, { now: () => day })({ id, name: id }, TEAM, 'zh-CN'))
    expect([...home.matchAll(/做 ([a-z]+)/g)].map((it) => it[1])).toEqual(first)
    expect(home).toContain('全部命令')
  })

  test('none is hidden where there are few', async () => {
    expect(await homeOf('U1')).not.toContain('全部命令')
  })
})

test('what is coming for a member stands there with their own place, and nothing of what is for others', async () => {
  const person = { member: 'M1', name: '王工', organization: 'jiangsu-yixing', province: '江苏' }
  await store.trainings.create(course, stamp)
  await store.trainings.create(
    { ...course, id: 'other', title: '只给江西的培训', audience: { of: 'zones', provinces: ['江西'] } },
    stamp,
  )
  await store.registrations.act(
    course.id,
    (hall) => seat(hall, { kind: 'ask', person, answers: {} }, seatRules(day)),
    stamp,
  )
  const home = await homeOf('U1')
  expect(home).toContain('应对气候变化能力建设培训班　2014-07-14 至 2014-07-15　09:00　已录取')
  expect(home).not.toContain('只给江西的培训')
})
