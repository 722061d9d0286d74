import { expect, test } from 'vitest'
import { acceptance, operator } from '../support/duties.ts'
import { temporaryStore } from '../support/store.ts'

test('duties are kept whole; kept again they change nothing, changed their revision rises', async () => {
  const { duties, audit } = await temporaryStore()
  expect(await duties.keep([acceptance], operator)).toMatchObject({ added: ['acceptance'] })
  expect(await duties.find('acceptance')).toEqual(acceptance)
  expect(await duties.keep([acceptance], operator)).toMatchObject({ unchanged: ['acceptance'] })
  const renamed = { ...acceptance, title: '验收申请等材料' }
  expect(await duties.keep([renamed], operator)).toMatchObject({ changed: ['acceptance'] })
  expect(await duties.find('acceptance')).toEqual({ ...renamed, revision: 2 })
  expect(await audit.list({ action: 'duty.', most: 9 })).toMatchObject([
    { action: 'duty.change', before: { title: '验收申请' }, after: { title: '验收申请等材料' } },
    { action: 'duty.create' },
  ])
})

test('one bad duty keeps all of them out', async () => {
  const { duties } = await temporaryStore()
  await expect(duties.keep([acceptance, { ...acceptance, id: '' }], operator)).rejects.toThrow('constraint')
  expect(await duties.list()).toEqual([])
})

test('a draft has no beginning; it is live from the moment at which it goes live', async () => {
  const { duties } = await temporaryStore()
  const { liveSince: _, ...rest } = acceptance
  await duties.keep([{ ...rest, state: 'draft' }], operator)
  expect((await duties.find('acceptance'))?.liveSince).toBeUndefined()
  await duties.keep([{ ...rest, state: 'live' }], { ...operator, at: operator.at + 5 })
  expect(await duties.list({ state: 'live' })).toMatchObject([{ liveSince: operator.at + 5, revision: 2 }])
  await duties.keep([{ ...rest, state: 'retired' }], { ...operator, at: operator.at + 9 })
  expect(await duties.find('acceptance')).toMatchObject({ state: 'retired', liveSince: operator.at + 5 })
})

test('a year that the office settled goes in the place of the one before, and the audit has both', async () => {
  const { duties, audit } = await temporaryStore()
  const settled = { zone: 'guangdong-fengshun', milestone: 'founded', year: 2008, reason: '自述' } as const
  await duties.settleYear(settled, operator)
  await duties.settleYear({ ...settled, year: 2009, reason: '表1' }, operator)
  expect(await duties.settledYears()).toEqual([{ ...settled, year: 2009, reason: '表1' }])
  expect(await audit.list({ action: 'zone.settle-year', most: 1 })).toMatchObject([
    { subject: 'guangdong-fengshun', before: { year: 2008 }, after: { year: 2009 } },
  ])
})

test('a sentence is proposed once and decided once', async () => {
  const { duties } = await temporaryStore()
  const sentence = { documentId: '7', passageId: '70', title: '验收申请', quote: '请于6月30日前报送' }
  expect(await duties.propose([{ id: 'P1', ...sentence }], operator)).toBe(1)
  expect(await duties.decide('P1', 'dismissed', operator)).toBe(true)
  expect(await duties.decide('P1', { duty: 'acceptance' }, operator)).toBe(false)
  expect(await duties.propose([{ id: 'P2', ...sentence, passageId: '99' }], operator)).toBe(0)
  expect(await duties.proposals('open')).toEqual([])
  expect(await duties.proposals()).toMatchObject([{ id: 'P1', state: 'dismissed' }])
})
