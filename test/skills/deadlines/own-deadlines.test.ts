import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Duty } from '../../../src/core/duty.ts'
import { acceptance } from '../../support/duties.ts'
import { type AskHouse, askHouse } from '../ask/house.ts'

const question = '验收材料什么时候交'
const by = { who: 'operator', at: Date.UTC(2014, 3, 1) }
const own = 'jiangsu-zhangjiagang'

/** A house whose zone 张家港市 owes the acceptance of 2014, as the duty of the work points says. */
async function houseThatOwes(): Promise<AskHouse> {
  const house = await askHouse()
  const file = join(import.meta.dirname, '../../../data/duties/acceptance.json')
  const { source } = JSON.parse(readFileSync(file, 'utf8')) as Required<Pick<Duty, 'source'>>
  await house.store.duties.keep([{ ...acceptance, source }], by)
  await house.store.obligations.reconcile(
    {
      duties: ['acceptance'],
      owed: [{ duty: 'acceptance', organization: own, period: '2014', due: '2014-06-30' }],
    },
    by,
  )
  return house
}

describe('the end of an answer about a deadline', () => {
  test("is the date of the asker's own zone, its state, and a button", async () => {
    const house = await houseThatOwes()
    const { text, buttons } = await (await house.member('wang', '张家港市')).says(question)
    expect(text).toContain('于2014年6月30日前')
    expect(text).toMatch(/贵区（张家港市）· 验收申请：2014-06-30（还有 7 天），状态：未开始/)
    expect(buttons.map((it) => it.label)).toEqual(['有用', '不对', '转人工', '展开原文', '提醒我'])
  })

  test('reminds the one who pressed, on the day that they choose', async () => {
    const house = await houseThatOwes()
    const wang = await house.member('wang', '张家港市')
    await wang.says(question)
    expect((await wang.submitsTo('提醒我', { days: '3' })).text).toContain('2014-06-26')
    const waiting = await house.store.outbox.list({ state: 'waiting' })
    expect(waiting.map((it) => [it.kind, it.dueAt])).toEqual([
      ['deadlines.reminder', Date.UTC(2014, 5, 26, 1)],
    ])
  })

  test('has no button once it was filed', async () => {
    const house = await houseThatOwes()
    await house.store.obligations.change(`acceptance/${own}/2014`, { verb: 'file' }, ['open'], by)
    const { text, buttons } = await (await house.member('wang', '张家港市')).says(question)
    expect(text).toContain('状态：已提交')
    expect(buttons.map((it) => it.label)).not.toContain('提醒我')
  })

  test('does not tell others who read along how far the zone is, nor what was granted to it', async () => {
    const house = await houseThatOwes()
    const wang = (await house.member('wang', '张家港市')).at({
      from: { channel: 'C1' },
      addressed: 'mention',
    })
    const { text } = await wang.says(question)
    expect(text).toContain('贵区（张家港市）')
    expect(text).not.toContain('状态')
    const granted = { verb: 'extend', until: '2014-09-30', reason: '因灾' } as const
    await house.store.obligations.change(`acceptance/${own}/2014`, granted, ['open'], by)
    expect((await wang.says(question)).text).not.toContain('贵区')
  })

  test.each([
    ['a zone that owes nothing', '如皋市'],
    ['a province', '江苏省科技厅'],
    ['an expert', '专家'],
  ])('is not there for %s', async (_who, organization) => {
    const house = await houseThatOwes()
    expect((await (await house.member('li', organization)).says(question)).text).not.toContain('贵区')
  })

  test('is not there for a guest, nor under an answer about something else', async () => {
    const house = await houseThatOwes()
    expect((await house.guest('guest').says(question)).text).not.toContain('贵区')
    const { text } = await (await house.member('wang', '张家港市')).says('宜兴关停了多少家化工企业')
    expect(text).not.toContain('贵区')
  })
})
