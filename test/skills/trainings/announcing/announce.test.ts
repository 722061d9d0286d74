import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../src/core/plain-text.ts'
import type { Training } from '../../../../src/core/training.ts'
import { announce } from '../../../../src/skills/trainings/announcing/announce.ts'
import { makeAnnouncementComposers } from '../../../../src/skills/trainings/announcing/compose-announcement.ts'
import { subjectsIn } from '../../../../src/skills/trainings/parts.ts'
import { trainingPeople } from '../../../support/training-people.ts'
import { course } from '../../../support/trainings.ts'

async function announced(training: Partial<Training> = {}) {
  const people = await trainingPeople([training])
  const { member, parts, store, clock } = people
  const staff = await member('yx', '宜兴')
  await member('js', '江苏')
  await member('gx', '贵溪')
  await member('of', '办公室')
  const given = { ...course, ...training }
  const items = announce(given, await subjectsIn(parts), await parts.ears(), clock.at)
  await store.outbox.add(items, clock.at)
  const composers = makeAnnouncementComposers(parts)
  return {
    ...people,
    staff,
    async said() {
      const rows = await store.outbox.list()
      return Promise.all(
        rows.map(async (row) => {
          const made = await composers[row.kind]?.(row)
          return `${row.to.channel}: ${!made ? '' : 'cancelled' in made ? `不发：${made.cancelled}` : plainText(made)}`
        }),
      )
    },
  }
}

describe('a training that is published', () => {
  test('is told to everybody whom it is for: staff of the zones and the departments of their provinces', async () => {
    const { said } = await announced({ audience: { of: 'zones', provinces: ['江苏'] } })
    expect((await said()).map((it) => it.split('\n')[0]).sort()).toEqual([
      'js: 新的培训：应对气候变化能力建设培训班',
      'yx: 新的培训：应对气候变化能力建设培训班',
    ])
  })

  test('to departments alone where it is for them', async () => {
    const { said } = await announced({ audience: { of: 'provinces' } })
    expect((await said()).map((it) => it.split(':')[0])).toEqual(['js'])
  })

  test('with its card, so that one press is enough', async () => {
    const { said } = await announced({ audience: { of: 'zones', provinces: ['江西'] } })
    expect(await said()).toMatchInlineSnapshot(`
      [
        "gx: 新的培训：应对气候变化能力建设培训班
      时间：2014-07-14 至 2014-07-15　09:00
      地点：呼和浩特
      主办：中国21世纪议程管理中心
      名额：已录取 0/3
      报名截止：2014-07-07 09:00
      [报名] [不参加] [加入日历] [详情]",
      ]
    `)
  })

  test('not to whoever registered before it was told, nor after it was called off', async () => {
    const { said, staff } = await announced({ audience: { of: 'zones', only: ['jiangsu-yixing'] } })
    await staff.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    expect(await said()).toContain('yx: 不发：收件人已报名或已答复')
  })

  test('never of what was called off', async () => {
    const { parts, clock } = await announced()
    const calledOff = { ...course, state: 'cancelled' as const }
    expect(announce(calledOff, await subjectsIn(parts), await parts.ears(), clock.at)).toEqual([])
  })
})
