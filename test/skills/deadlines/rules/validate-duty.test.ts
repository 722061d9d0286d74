import { expect, test } from 'vitest'
import { dutyWords } from '../../../../src/skills/deadlines/rules/duty-words.ts'
import { validateDuty } from '../../../../src/skills/deadlines/rules/validate-duty.ts'
import { april, realWorld } from '../world.ts'

const { subjects } = await realWorld()
const around = { subjects, now: april }
const good = {
  id: 'report',
  title: '年度工作总结报告',
  kind: 'annual-report',
  audience: { of: 'zones' },
  rule: { kind: 'yearly', day: '02-29', from: 2015 },
  state: 'live',
}
const faultsOf = (change: object) =>
  (validateDuty({ ...good, ...change }, around).faults ?? []).map(({ at, fault }) => `${at} ${fault}`)
const ladder = { before: [30], after: [1], at: '09:00', copyProvinceFrom: 7, copyOfficeFrom: 1 }

test('a good duty gets the usual ladder', () => {
  expect(validateDuty(good, around)).toMatchObject({
    duty: { id: 'report', ladder: { at: '09:00' }, revision: 1 },
  })
})

test.each([
  ['30 February', { rule: { kind: 'yearly', day: '02-30', from: 2015 } }, ['rule.day bad-day']],
  ['30 February of a year', { rule: { kind: 'once', date: '2015-02-30' } }, ['rule.date bad-date']],
  [
    'a rule that never fires',
    { rule: { kind: 'yearly', day: '06-30', from: 2016, until: 2015 } },
    ['rule never'],
  ],
  ['a rule of the past', { rule: { kind: 'once', date: '2013-06-30' } }, ['rule past']],
  ['a live duty without a date', { rule: { kind: 'unset' } }, ['rule no-date']],
  [
    'a live duty with a year and no day',
    { rule: { kind: 'after', milestone: 'accepted', years: 2 } },
    ['rule no-date'],
  ],
  [
    'an audience of nobody',
    { audience: { of: 'zones', provinces: ['江苏'], regions: ['西部'] } },
    ['audience nobody'],
  ],
  [
    'an unknown province',
    { audience: { of: 'zones', provinces: ['江南'] } },
    ['audience.provinces unknown-value'],
  ],
  ['an unknown zone', { audience: { of: 'zones', only: ['atlantis'] } }, ['audience.only unknown-value']],
  ['an unknown condition', { audience: { of: 'zones', province: '江苏' } }, ['audience shape']],
  [
    'a ladder of 400 steps',
    { ladder: { ...ladder, before: Array.from({ length: 366 }, (_, n) => n) } },
    ['ladder too-many-steps'],
  ],
  ['a ladder without steps', { ladder: { ...ladder, before: [], after: [] } }, ['ladder no-step']],
  ['a step after that is no day after', { ladder: { ...ladder, after: [0] } }, ['ladder.after bad-step']],
  ['a reminder at night', { ladder: { ...ladder, at: '23:00' } }, ['ladder.at quiet-time']],
  ['a quote of nothing', { source: { file: 'a.txt', title: '要点', quote: ' ' } }, ['source.quote no-quote']],
])('%s is refused by name', (_, change, faults) => {
  expect(faultsOf(change)).toEqual(faults)
})

test('everything wrong is told at once, in words', () => {
  const { faults = [] } = validateDuty(
    { ...good, title: '', rule: { kind: 'once', date: '2015-02-30' } },
    around,
  )
  expect(faults.map(dutyWords['zh-CN'].fault)).toEqual([
    'title：不能为空',
    'rule.date：“2015-02-30”不是日历上的日期，请写成 2014-06-30',
  ])
})

test('a past campaign may be kept as a draft', () => {
  expect(faultsOf({ state: 'draft', rule: { kind: 'once', date: '2013-06-30' } })).toEqual([])
})
