import { expect, test } from 'vitest'
import type { Organization } from '../../../../src/core/caller.ts'
import type { Hosting, Visit, VisitReport } from '../../../../src/core/visit.ts'
import { visitFigures } from '../../../../src/skills/trainings/visits/figures.ts'
import { monday } from '../../../support/people.ts'

const zone = (id: string, province: string): Organization => ({ id, kind: 'zone', name: id, province })
const zones = [zone('宜兴', '江苏'), zone('如皋', '江苏'), zone('贵溪', '江西')]
const told = (people: number, mark: number, outcome: string): VisitReport => ({
  people,
  mark,
  outcome,
  at: monday,
})

const visit = (id: string, guest: string, from: string, change: Partial<Visit>): Visit => ({
  id,
  offer: 'o',
  guest,
  wanted: [{ from, to: from }],
  days: { from, to: from },
  people: 5,
  askedAt: monday,
  state: 'held',
  stateSince: monday,
  reports: {},
  revision: 4,
  ...change,
})

const hosting: Hosting = {
  offer: {
    id: 'o',
    host: '宜兴',
    kind: 'visit',
    topic: '污水厂',
    dates: [{ from: '2014-07-01', to: '2014-07-02' }],
    capacity: 9,
    state: 'open',
    offeredAt: monday,
  },
  visits: [
    visit('a', '如皋', '2014-07-01', { reports: { host: told(3, 4, '甲'), guest: told(4, 5, '乙') } }),
    visit('b', '贵溪', '2014-07-05', { reports: { guest: told(4, 5, '丙') } }),
    visit('c', '贵溪', '2014-08-01', { state: 'agreed' }),
    visit('d', '贵溪', '2014-12-01', { state: 'agreed' }),
    visit('e', '如皋', '2014-09-01', { state: 'called-off', ended: { by: 'host', reason: '汛期' } }),
    visit('f', '如皋', '2015-01-05', { reports: { host: told(1, 1, '丁') } }),
  ],
}

test('only what somebody told of is held; the host’s count of people goes first', () => {
  const { held, ...figures } = visitFigures([hosting], 2014, zones, '2014-11-01')
  expect(figures).toEqual({
    year: 2014,
    offers: 1,
    offering: 1,
    asked: 6,
    people: 7,
    hosts: 1,
    guests: 2,
    acrossProvinces: 1,
    calledOff: 1,
    untold: 1,
    mark: 4.7,
  })
  expect(held.map((it) => [it.visit.id, it.people, it.outcomes])).toEqual([
    ['a', 3, ['甲', '乙']],
    ['b', 4, ['丙']],
  ])
})

test('a visit counts in the year of its first day', () => {
  expect(visitFigures([hosting], 2015, zones, '2015-02-01')).toMatchObject({ people: 1, offers: 0, asked: 0 })
})

test('a year in which nothing was has no mark', () => {
  expect(visitFigures([hosting], 2013, zones, '2015-02-01')).toEqual({
    year: 2013,
    offers: 0,
    offering: 0,
    asked: 0,
    held: [],
    people: 0,
    hosts: 0,
    guests: 0,
    acrossProvinces: 0,
    calledOff: 0,
    untold: 0,
  })
})
