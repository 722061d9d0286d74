import type { Ears } from '../../src/core/ears.ts'
import { type Hall, type Training, usualHold } from '../../src/core/training.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { type SeatEvent, type SeatRules, seat } from '../../src/skills/trainings/plan.ts'
import { afterWorkingHours } from '../../src/skills/trainings/seats/working-hours.ts'
import { monday } from './people.ts'

const hour = 3_600_000
const day = 24 * hour

/** 14 July 2014, three weeks after {@link monday}, at 09:00; registration closes on 7 July. */
export const course: Training = {
  id: 'climate-2014',
  title: '应对气候变化能力建设培训班',
  kind: 'training',
  state: 'published',
  starts: '2014-07-14',
  ends: '2014-07-15',
  sessions: [
    { day: '2014-07-14', from: '09:00', until: '12:00', topic: '气候变化与地方适应' },
    { day: '2014-07-15', from: '09:00', until: '17:30', topic: '低碳实验区案例' },
  ],
  place: '呼和浩特',
  hosts: ['中国21世纪议程管理中心'],
  organizer: 'office',
  audience: { of: 'zones' },
  capacity: 3,
  quotas: [],
  nomination: 'open',
  registration: { until: monday + 14 * day },
  holdHours: usualHold,
  questions: [],
  materials: [],
  revision: 1,
}

const workdays = makeWorkdays()

export const seatRules = (now: number): SeatRules => ({
  now,
  holdUntil: (from, hours) => afterWorkingHours(from, hours, workdays),
})

export const person = (member: string, province = '江苏', organization = `${province}-zone`) => ({
  member,
  name: `成员${member}`,
  organization,
  province,
})

export const ask = (member: string, province?: string, organization?: string): SeatEvent => ({
  kind: 'ask',
  person: person(member, province, organization),
  answers: {},
})

/** The events one after the other, a minute apart unless they say when. */
export function played(
  training: Partial<Training>,
  events: readonly (SeatEvent | readonly [at: number, SeatEvent])[],
): Hall {
  let hall: Hall = { training: { ...course, ...training }, registrations: [] }
  let now = monday
  for (const it of events) {
    const [at, event] = Array.isArray(it) ? (it as [number, SeatEvent]) : [now + 60_000, it as SeatEvent]
    now = at
    hall = seat(hall, event, seatRules(now))
  }
  return hall
}

/** Who stands where, e.g. `A seated, B waiting`. */
export const standing = ({ registrations }: Hall) =>
  registrations.map((it) => `${it.member} ${it.state}`).join(', ')

/** Those of one zone, each of whom hears in a channel of their own, named after them. */
export const earsOfMembers = (members: readonly string[], organization = '江苏-zone'): Ears => ({
  of: (id) =>
    id === organization
      ? members.map((recipient) => ({
          recipient,
          organization,
          to: { platform: 'paper', space: 'S', channel: recipient },
          locale: 'zh-CN' as const,
        }))
      : [],
  above: () => [],
  office: () => [],
  province: () => [],
})
