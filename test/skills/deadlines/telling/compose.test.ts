import { expect, test } from 'vitest'
import { plainText } from '../../../../src/core/plain-text.ts'
import type { Capacity } from '../../../../src/skills/deadlines/rules/recipients.ts'
import { makeDeadlineComposers } from '../../../../src/skills/deadlines/telling/compose.ts'
import type { OutboxRow } from '../../../../src/store/outbox.ts'
import { deadlinePeople } from '../../../support/deadlines.ts'

async function house() {
  const people = await deadlinePeople()
  const channel = { platform: 'slack', space: 'T1', channel: 'C1' }
  await (await people.member('yx', '宜兴'))
    .at({ addressed: 'mention', from: { channel: 'C1' } })
    .calls('bind')
  const bind = async (id: string) => {
    const organization = await people.store.organizations.find(id)
    if (!organization) throw new Error(id)
    await people.store.bindings.bind(
      { channel, organization, purpose: 'notices', answers: 'mention' },
      { who: 'operator', at: people.clock.at },
    )
  }
  const said = async (organization: string, step: string, as: Capacity = 'owner', late = false) => {
    const item = { obligation: 'acceptance/jiangsu-yixing/2014', due: '2014-06-30', step, as, late }
    const about = { organization, recipient: organization, items: [item] }
    const row = {
      key: 'k',
      kind: 'deadlines.reminder',
      about,
      to: channel,
      locale: 'zh-CN',
    } as unknown as OutboxRow
    const made = await makeDeadlineComposers(people.parts)['deadlines.reminder']?.(row)
    return !made ? '' : 'cancelled' in made ? `不发：${made.cancelled}` : plainText(made)
  }
  return { ...people, bind, said }
}

test('the tone rises with the days, and says who else hears of it', async () => {
  const { bind, said, clock } = await house()
  await bind('jiangsu-yixing')
  clock.at = Date.UTC(2014, 4, 30, 1)
  expect(await said('jiangsu-yixing', 'T-30')).toContain('提醒：验收申请')
  clock.at = Date.UTC(2014, 5, 27, 1)
  const soon = await said('jiangsu-yixing', 'T-3')
  expect(soon).toContain('请抓紧：验收申请快截止了')
  expect(soon).toContain('同时抄送省级科技主管部门。')
  clock.at = Date.UTC(2014, 6, 1, 1)
  const late = await said('jiangsu-yixing', 'T+1', 'owner', true)
  expect(late).toContain('逾期未交：验收申请')
  expect(late).toContain('已逾期 1 天')
  expect(late).toContain('和实验区办公室。')
  expect(late).toContain('补发')
})

test('told in place of a zone, a province is asked to pass it on', async () => {
  const { bind, said } = await house()
  await bind('province-江苏')
  expect(await said('province-江苏', 'T-7', 'pass-on')).toContain('请代为转达：无锡市宜兴市还没有人加入')
})

test('what is no longer true is not said, and why is kept', async () => {
  const { bind, said, store, clock } = await house()
  expect(await said('jiangsu-yixing', 'T-7')).toContain('收件人已不在这个单位，或频道已解绑')
  await bind('jiangsu-yixing')
  const stamp = { who: 'operator', at: clock.at }
  const id = 'acceptance/jiangsu-yixing/2014'
  await store.obligations.change(id, { verb: 'extend', until: '2014-07-15', reason: '水灾' }, ['open'], stamp)
  expect(await said('jiangsu-yixing', 'T-7')).toBe('不发：验收申请已改到 2014-07-15')
})
