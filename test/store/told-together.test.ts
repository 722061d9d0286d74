import { expect, test } from 'vitest'
import type { OutboxItem } from '../../src/store/outbox.ts'
import { acceptance, operator, owed, withDuties } from '../support/duties.ts'
import { temporaryStore } from '../support/store.ts'

const yixing = 'acceptance/jiangsu-yixing/2014'
const later = { ...operator, at: operator.at + 60_000 }
const news = (key: string): OutboxItem => ({
  key,
  kind: 'deadlines.change',
  about: { obligation: yixing },
  to: { platform: 'slack', space: 'T1', channel: 'C1' },
  locale: 'zh-CN',
  dueAt: later.at,
  whenUnprovable: 'repeat',
})
/** A delivery that the store refuses, as a full disk would. */
const refused: OutboxItem = { ...news('refused'), whenUnprovable: 'never' as 'wait' }

test('what was changed and the word of it stand together', async () => {
  const { obligations, outbox } = await withDuties(await temporaryStore())
  await obligations.change(yixing, { verb: 'file' }, ['open'], later, ({ state }) => [news(`now-${state}`)])
  expect(await obligations.find(yixing)).toMatchObject({ state: 'filed' })
  expect(await outbox.list()).toMatchObject([{ key: 'now-filed', state: 'waiting' }])
})

test('where the word cannot be kept, nothing was changed, and the audit has nothing of it', async () => {
  const { obligations, outbox, audit } = await withDuties(await temporaryStore())
  const tell = () => [news('first'), refused]
  await expect(obligations.change(yixing, { verb: 'file' }, ['open'], later, tell)).rejects.toThrow(
    'constraint',
  )
  expect(await obligations.find(yixing)).toMatchObject({ state: 'open', changedAt: operator.at })
  expect(await obligations.history(yixing)).toHaveLength(1)
  expect(await audit.list({ action: 'obligation.file', most: 9 })).toEqual([])
  expect(await outbox.list()).toEqual([])
})

test('a second press of the same button tells nobody again', async () => {
  const { obligations, outbox } = await withDuties(await temporaryStore())
  for (const key of ['first', 'second'])
    await obligations.change(yixing, { verb: 'file' }, ['open'], later, () => [news(key)])
  expect(await outbox.list()).toMatchObject([{ key: 'first' }])
})

test('a duty, what is owed under it and its announcement stand together, or none of them', async () => {
  const { duties, obligations, outbox } = await withDuties(await temporaryStore())
  const moved = { ...acceptance, title: '验收申请等材料' }
  const follow = (deliveries: readonly OutboxItem[]) => () => ({
    owed: [owed('jiangsu-yixing', '2014-07-31')],
    deliveries,
  })
  await expect(duties.keep([moved], later, follow([news('first'), refused]))).rejects.toThrow('constraint')
  expect(await duties.find('acceptance')).toEqual(acceptance)
  expect(await obligations.find(yixing)).toMatchObject({ due: '2014-06-30' })
  expect(await outbox.list()).toEqual([])

  await duties.keep([moved], later, follow([news('first')]))
  expect(await obligations.find(yixing)).toMatchObject({ due: '2014-07-31' })
  expect(await obligations.find('acceptance/jiangxi-guixi/2014')).toMatchObject({ lapsed: true })
  expect(await outbox.list()).toMatchObject([{ key: 'first' }])
})

test('a duty that did not change brings nothing with it', async () => {
  const { duties, obligations, outbox } = await withDuties(await temporaryStore())
  await duties.keep([acceptance], later, (changed) => ({
    owed: [],
    deliveries: changed.map((it) => news(it.id)),
  }))
  expect(await obligations.list({ states: ['open'] })).toHaveLength(2)
  expect(await outbox.list()).toEqual([])
})

test('a settled year, the date that moves because of it and the word of that stand together, or none of them', async () => {
  const { duties, obligations, outbox, audit } = await withDuties(await temporaryStore())
  const settled = { zone: 'jiangsu-yixing', milestone: 'founded' as const, year: 2010, reason: '批复文件' }
  const follow = (deliveries: readonly OutboxItem[]) => () => ({
    duties: ['acceptance'],
    owed: [owed('jiangsu-yixing', '2015-06-30'), owed('jiangxi-guixi')],
    tell: () => deliveries,
  })
  await expect(duties.settleYear(settled, later, follow([news('first'), refused]))).rejects.toThrow(
    'constraint',
  )
  expect(await duties.settledYears()).toEqual([])
  expect(await obligations.find(yixing)).toMatchObject({ state: 'open' })
  expect(await audit.list({ action: 'zone.settle-year', most: 9 })).toEqual([])

  await duties.settleYear(settled, later, follow([news('first')]))
  expect(await duties.settledYears()).toEqual([settled])
  expect(await obligations.find(yixing)).toMatchObject({ lapsed: true })
  expect(await outbox.list()).toMatchObject([{ key: 'first' }])
})

test('what follows from a settled year is reckoned with all years as they are settled then', async () => {
  const { duties } = await withDuties(await temporaryStore())
  const settled = { zone: 'jiangsu-yixing', milestone: 'founded' as const, year: 2010, reason: '批复文件' }
  await duties.settleYear(settled, later)
  const seen: unknown[] = []
  const again = { ...settled, year: 2009, reason: '表1' }
  await duties.settleYear(again, later, (all) => {
    seen.push(...all)
    return { duties: [], owed: [] }
  })
  expect(seen).toEqual([again])
})
