import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../src/core/local-date.ts'
import type { TrainingDraft } from '../../../src/skills/trainings/training-draft.ts'
import { trainingFaultWords } from '../../../src/skills/trainings/training-fault-words.ts'
import { validateTraining } from '../../../src/skills/trainings/validate-training.ts'

const around = { provinces: ['天津', '河北', '新疆'], now: instantAt('2014-09-01', '09:00') }

const good: TrainingDraft = {
  title: '应对气候变化能力建设培训班',
  kind: 'training',
  starts: '2014-10-15',
  ends: '2014-10-16',
  audience: { of: 'zones' },
  capacity: 70,
  place: '呼和浩特',
  sessions: [{ day: '2014-10-15', from: '09:00', until: '11:30', topic: '政策' }],
  registration: { until: instantAt('2014-09-30', '23:59') },
}

const told = (change: TrainingDraft) =>
  (validateTraining({ ...good, ...change }, around).faults ?? []).map(trainingFaultWords['zh-CN'].fault)
const noted = (change: TrainingDraft) =>
  validateTraining({ ...good, ...change }, around).notes.map(trainingFaultWords['zh-CN'].note)

const session = (from: string, until: string, more: object = {}) => ({
  day: '2014-10-15',
  from,
  until,
  topic: '低碳',
  ...more,
})

describe('a training is taken', () => {
  test('when nothing is missing, with the usual hold', () => {
    const { faults, notes, ...checked } = validateTraining(good, around)
    expect([faults, notes]).toEqual([undefined, []])
    expect(checked).toMatchObject({
      training: { holdHours: 4, nomination: 'open', quotas: [], ends: '2014-10-16' },
    })
  })

  test('of one day without saying when it ends', () => {
    const { ends: _, ...oneDay } = good
    expect(validateTraining(oneDay, around)).toMatchObject({ training: { ends: '2014-10-15' } })
  })

  test.each([
    [
      'side by side in two rooms',
      [session('09:00', '11:00', { place: '甲' }), session('09:00', '11:00', { place: '乙' })],
    ],
    ['one after the other', [session('09:00', '10:00'), session('10:00', '11:00')]],
    ['over midnight', [session('22:00', '01:00')]],
  ])('with sessions %s', (_, sessions) => {
    expect(told({ sessions })).toEqual([])
  })
})

describe('a training is refused', () => {
  test('with everything that is missing, at once', () => {
    const { faults } = validateTraining({}, around)
    expect(faults?.map((it) => it.name)).toEqual([
      'no-title',
      'no-kind',
      'no-days',
      'no-audience',
      'no-capacity',
      'no-registration',
    ])
  })

  test.each<[string, TrainingDraft, string]>([
    [
      '30 February',
      { starts: '2014-02-30', ends: '2014-03-01', sessions: [] },
      '“2014-02-30”不是日历上的日期，请写成 2014-10-15',
    ],
    [
      'an end before the start',
      { ends: '2014-10-14', sessions: [] },
      '结束日期 2014-10-14 早于开始日期 2014-10-15，请核对',
    ],
    ['no seats', { capacity: 0 }, '总名额“0”不可用，应是1至10000的整数'],
    ['a billion seats', { capacity: 1e9 }, '总名额“1000000000”不可用，应是1至10000的整数'],
    ['half a seat', { capacity: 0.5 }, '总名额“0.5”不可用，应是1至10000的整数'],
    [
      'more quotas than seats',
      {
        capacity: 3,
        quotas: [
          { of: 'province', who: '天津', seats: 2 },
          { of: 'province', who: '河北', seats: 2 },
        ],
      },
      '各省名额合计4，超过总名额3，请增加总名额或减少各省名额',
    ],
    [
      'a quota of no province',
      { quotas: [{ of: 'province', who: '华北', seats: 2 }] },
      '名额里的“华北”不是省份，请写省份简称，例如 江苏',
    ],
    [
      'a negative quota',
      { quotas: [{ of: 'province', who: '天津', seats: -2 }] },
      '天津的名额“-2”不可用，应是不小于1的整数',
    ],
    [
      'registration that closes after it begins',
      { registration: { until: instantAt('2014-10-15', '12:00') } },
      '报名截止晚于开始日期 2014-10-15，请改到开始之前',
    ],
    [
      'two sessions in one room at once',
      { sessions: [session('09:00', '11:00'), session('10:00', '12:00', { topic: '节能' })] },
      '日程“2014-10-15 09:00-11:00 低碳”与“2014-10-15 10:00-12:00 节能”时间重叠；同时进行的请写明不同地点',
    ],
    [
      'a lecturer in two rooms at once',
      {
        sessions: [
          session('09:00', '11:00', { place: '甲', lecturer: '王垚、张三' }),
          session('10:00', '12:00', { place: '乙', lecturer: '王垚', topic: '节能' }),
        ],
      },
      '王垚同时出现在两处：“2014-10-15 09:00-11:00 低碳”与“2014-10-15 10:00-12:00 节能”，请调整时间',
    ],
    [
      'a lecturer who goes on after midnight elsewhere',
      {
        sessions: [
          session('22:00', '02:00', { place: '甲', lecturer: '王垚' }),
          session('01:00', '03:00', { day: '2014-10-16', place: '乙', lecturer: '王垚' }),
        ],
      },
      '王垚同时出现在两处：“2014-10-15 22:00-02:00 低碳”与“2014-10-16 01:00-03:00 低碳”，请调整时间',
    ],
    [
      'times exchanged',
      { sessions: [session('14:00', '09:00')] },
      '日程“2014-10-15 14:00-09:00 低碳”超过12小时，请核对起止时间',
    ],
    [
      'a session on another day',
      { sessions: [session('09:00', '10:00', { day: '2014-10-18' })] },
      '日程“2014-10-18 09:00-10:00 低碳”不在培训起止日期之内，请核对',
    ],
    [
      'a time that is none',
      { sessions: [session('09:00', '25:00')] },
      '日程“低碳”的时间“09:00-25:00”不可用，请写成 09:00-11:30',
    ],
    [
      'a thousand sessions',
      { sessions: Array.from({ length: 1000 }, () => session('09:00', '10:00')) },
      '日程有1000节，最多200节；请核对文件是否用对',
    ],
    [
      'a choice without choices',
      { questions: [{ name: 'diet', label: '饮食', kind: 'choice', required: true }] },
      '报名问题“饮食”要给出至少两个选项',
    ],
    [
      'a link that is none',
      { link: 'javascript:alert(1)' },
      '“javascript:alert(1)”不是网址，请写成 https:// 开头的完整地址',
    ],
  ])('with %s', (_, change, sentence) => {
    expect(told(change)).toEqual([sentence])
  })
})

describe('an organizer is told before publishing', () => {
  test('that hours abroad are hours of that place', () => {
    expect(noted({ kind: 'overseas' })).toEqual(['出国（境）培训：日程时间按当地时间，不换算成北京时间'])
  })

  test('that it is over, and that programme and place are open', () => {
    const { place: _, ...nowhere } = good
    const { notes } = validateTraining(
      { ...nowhere, sessions: [], starts: '2014-08-01', ends: '2014-08-02' },
      around,
    )
    expect(notes.map((it) => it.name)).toEqual(['no-programme', 'no-place', 'past'])
  })
})
