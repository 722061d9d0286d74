import type { Registration, Training } from '../../../src/core/training.ts'
import type { RosterEntry } from '../../../src/skills/trainings/papers/roster-entry.ts'

/** 15 October 2014, 08:30 in Beijing. */
export const morning = Date.UTC(2014, 9, 15, 0, 30)

/** An invented training after the real one in Hohhot. */
export function training(change: Partial<Training> = {}): Training {
  return {
    id: 'climate-north',
    title: '应对气候变化能力建设（华北组）培训班',
    kind: 'training',
    state: 'published',
    starts: '2014-10-15',
    ends: '2014-10-16',
    sessions: [
      { day: '2014-10-15', from: '09:00', until: '11:30', topic: '国家应对气候变化政策', lecturer: '王垚' },
      { day: '2014-10-15', from: '14:00', until: '17:00', topic: '低碳经济理论', lecturer: '李㛃' },
      { day: '2014-10-16', from: '09:00', until: '11:30', topic: '实地调研', place: '东河' },
    ],
    place: '内蒙古自治区呼和浩特市',
    hosts: ['科技部社会发展科技司', '中国21世纪议程管理中心'],
    organizer: 'office',
    audience: { of: 'zones' },
    capacity: 60,
    quotas: [
      { of: 'province', who: '天津', seats: 3 },
      { of: 'province', who: '新疆', seats: 2 },
    ],
    nomination: 'province',
    registration: { until: Date.UTC(2014, 8, 30, 9) },
    holdHours: 4,
    questions: [{ name: 'diet', label: '饮食', kind: 'line', required: false }],
    materials: [],
    revision: 3,
    ...change,
  }
}

/** Somebody with a seat, unless said otherwise. */
export function entry(
  name: string,
  { organization = '江苏省无锡市宜兴市', place, ...change }: Partial<Registration> & { place?: number } = {},
): RosterEntry {
  return {
    organization,
    ...(place === undefined ? {} : { place }),
    registration: {
      id: `climate-north/${name}`,
      training: 'climate-north',
      member: name,
      name,
      organization,
      answers: {},
      askedAt: morning - 30 * 86_400_000,
      state: 'seated',
      stateSince: morning - 30 * 86_400_000,
      ...change,
    },
  }
}
