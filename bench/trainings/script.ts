import type { LocalDate } from '../../src/core/clock.ts'
import { instantAt } from '../../src/core/local-date.ts'
import type { Training } from '../../src/core/training.ts'

export const from: LocalDate = '2014-09-15'
export const until: LocalDate = '2014-10-20'

/** Invented, after the real training of these two days in Hohhot. */
export const training: Training = {
  id: 'rehearsal-2014',
  title: '应对气候变化能力建设培训班（演练，虚构）',
  kind: 'training',
  state: 'published',
  starts: '2014-10-15',
  ends: '2014-10-16',
  sessions: [
    { day: '2014-10-15', from: '09:00', until: '11:30', topic: '应对气候变化与生态文明建设' },
    { day: '2014-10-15', from: '14:00', until: '17:00', topic: '低碳经济理论与低碳发展实践' },
    { day: '2014-10-16', from: '09:00', until: '12:00', topic: '地方应对气候变化行动与对策' },
  ],
  place: '内蒙古自治区呼和浩特市',
  hosts: ['中国21世纪议程管理中心'],
  organizer: 'office',
  audience: { of: 'zones' },
  capacity: 60,
  quotas: [
    { of: 'province', who: '河北', seats: 3 },
    { of: 'province', who: '山西', seats: 3 },
  ],
  nomination: 'open',
  registration: { until: instantAt('2014-10-08', '17:00') },
  holdHours: 4,
  questions: [],
  materials: [{ title: '讲义', url: 'https://example.cn/handouts', when: 'after' }],
  revision: 1,
}

export const people = Array.from({ length: 90 }, (_, at) => `学员${String(at + 1).padStart(2, '0')}`)

interface When {
  readonly on: LocalDate
  readonly at: string
  /** What the timeline says of it. */
  readonly told: string
}

/** What somebody does: the organizer, or people by a button or a form. */
export type Act = When &
  (
    | { readonly verb: 'publish' }
    | { readonly verb: 'change'; readonly to: Partial<Training> }
    /** Everybody with a seat signs in, but these. */
    | { readonly verb: 'came'; readonly but?: readonly string[] }
    /** So many of those to whom a seat is offered. */
    | { readonly verb: 'accept'; readonly first: number }
    | {
        readonly verb: 'ask' | 'give-up' | 'feedback'
        readonly who: readonly string[]
        readonly given?: Readonly<Record<string, string>>
      }
  )

const some = (first: number, last: number) => people.slice(first - 1, last)

export const acts: readonly Act[] = [
  {
    on: '2014-09-15',
    at: '09:00',
    verb: 'publish',
    told: '办公室发布培训：60 个名额，河北、山西各预留 3 个',
  },
  { on: '2014-09-15', at: '10:00', verb: 'ask', who: some(1, 50), told: '50 人报名' },
  { on: '2014-09-16', at: '09:00', verb: 'ask', who: some(51, 90), told: '40 人报名' },
  { on: '2014-09-25', at: '14:00', verb: 'give-up', who: some(1, 5), told: '5 人退出' },
  { on: '2014-09-25', at: '16:00', verb: 'accept', first: 3, told: '3 人接受，2 人没有答复' },
  { on: '2014-09-26', at: '10:00', verb: 'accept', first: 2, told: '接着收到名额的 2 人接受' },
  {
    on: '2014-10-09',
    at: '09:00',
    verb: 'accept',
    first: 3,
    told: '报名截止，预留而没有用的名额给了候补，3 人接受',
  },
  {
    on: '2014-10-09',
    at: '10:00',
    verb: 'change',
    to: { place: '内蒙古自治区呼和浩特市新城区' },
    told: '办公室改了地点',
  },
  { on: '2014-10-15', at: '10:00', verb: 'came', but: some(6, 8), told: '现场签到；3 人没有来' },
  { on: '2014-10-16', at: '18:00', verb: 'change', to: { state: 'held' }, told: '办公室结束培训' },
  {
    on: '2014-10-17',
    at: '14:00',
    verb: 'feedback',
    who: some(9, 48),
    given: { overall: '5', suggestions: '多安排现场考察（虚构）' },
    told: '40 人填写反馈',
  },
]
