import { expect, test } from 'vitest'
import type { Notice } from '../../src/store/notices.ts'
import type { OutboxItem } from '../../src/store/outbox.ts'
import { operator, withDuties } from '../support/duties.ts'
import { temporaryStore } from '../support/store.ts'

const now = operator.at
const yixing = 'acceptance/jiangsu-yixing/2014'
const to = { platform: 'slack', space: 'T1', channel: 'U1' }

const notice = (given: Partial<Notice> = {}): Notice => ({
  obligation: yixing,
  duty: 'acceptance',
  organization: 'jiangsu-yixing',
  due: '2014-06-30',
  step: 'T-7',
  recipient: 'M1',
  to,
  dueAt: now,
  late: false,
  delivery: 'morning',
  ...given,
})
const delivery = (key = 'morning'): OutboxItem => ({
  key,
  kind: 'deadlines.reminder',
  about: {},
  to,
  locale: 'zh-CN',
  dueAt: now,
  whenUnprovable: 'repeat',
})
const opened = async () => withDuties(await temporaryStore())

test('planning again after a crash or in another copy changes nothing', async () => {
  const { notices, outbox } = await opened()
  const both = [
    notice(),
    notice({ obligation: 'acceptance/jiangxi-guixi/2014', organization: 'jiangxi-guixi' }),
  ]
  expect(await notices.plan(both, [delivery()], now)).toBe(2)
  expect(await notices.plan(both, [delivery()], now)).toBe(0)
  expect(await outbox.list()).toHaveLength(1)
  expect(await notices.list({ delivery: 'morning' })).toEqual(both)
})

test('a notice and its delivery are kept together or not at all', async () => {
  const { notices, outbox } = await opened()
  const unknown = notice({ step: 'T-3', obligation: 'nobody/nowhere/2014' })
  await expect(notices.plan([notice(), unknown], [delivery()], now)).rejects.toThrow('constraint')
  await expect(notices.plan([notice()], [], now)).rejects.toThrow('was not given')
  expect(await outbox.list()).toEqual([])
  expect(await notices.list({ obligation: yixing })).toEqual([])
})

test('a delivery that carries nothing new is not added', async () => {
  const { notices, outbox } = await opened()
  await notices.plan([notice()], [delivery()], now)
  expect(await notices.plan([notice({ delivery: 'again' })], [delivery('again')], now)).toBe(0)
  expect((await outbox.list()).map((it) => it.key)).toEqual(['morning'])
})

test('a notice joins its delivery while that waits, and gets one of its own after that', async () => {
  const { notices, outbox } = await opened()
  await notices.plan([notice()], [delivery()], now)
  await notices.plan([notice({ step: 'T-3' })], [delivery()], now)
  expect(await notices.list({ delivery: 'morning' })).toHaveLength(2)
  await outbox.claim(now, 'boot-1', 1, ['slack'])
  await notices.plan([notice({ step: 'T-1' }), notice({ step: 'T-0' })], [delivery()], now)
  expect(await notices.list({ delivery: 'morning.2' })).toMatchObject([{ step: 'T-1' }, { step: 'T-0' }])
  expect((await outbox.list()).map((it) => it.key)).toEqual(['morning', 'morning.2'])
})

test('a step that a newer one replaced is remembered without a delivery', async () => {
  const { notices } = await opened()
  const { delivery: _, ...bare } = notice({ step: 'T-14', replacedBy: 'T-7' })
  await notices.plan([bare, notice()], [delivery()], now)
  expect(await notices.list({ obligation: yixing })).toMatchObject([{ replacedBy: 'T-7' }, { step: 'T-7' }])
  expect([...(await notices.planned([yixing]))].sort()).toEqual([
    `${yixing} 2014-06-30 T-14 M1 slack/T1/U1`,
    `${yixing} 2014-06-30 T-7 M1 slack/T1/U1`,
  ])
})

test('the same step is owed again when the date was moved', async () => {
  const { notices } = await opened()
  await notices.plan([notice()], [delivery()], now)
  const moved = notice({ due: '2014-07-31', delivery: 'july' })
  expect(await notices.plan([moved], [delivery('july')], now)).toBe(1)
})
