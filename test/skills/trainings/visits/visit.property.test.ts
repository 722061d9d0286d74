import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantAt } from '../../../../src/core/local-date.ts'
import type { Hosting, VisitOffer } from '../../../../src/core/visit.ts'
import { roomOn } from '../../../../src/skills/trainings/visits/days.ts'
import { happen, type VisitEvent } from '../../../../src/skills/trainings/visits/visit.ts'
import { type VisitHappened, visitModelOf } from '../../../support/visit-model.ts'

const begin = '2014-06-23'
const zones = ['host', 'A', 'B', 'C']
const zone = fc.constantFrom(...zones)
const days = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 }))
  .map(([from, long]) => ({ from: addDays(begin, from), to: addDays(begin, from + long) }))
const reason = fc.option(fc.constant('汛期'), { nil: undefined })
const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })

/** Something that somebody does to a visit that there may be, to the days that it has then, or to others. */
type Act = (hosting: Hosting, id: string) => VisitEvent
const someVisit = fc.integer({ min: 0, max: 5 })
const visitOf = ({ visits }: Hosting, at: number) => visits[at % Math.max(1, visits.length)]

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ by: zone, wanted: days, people: fc.integer({ min: 1, max: 5 }) }).map(
      ({ by, wanted, people }): Act =>
        (_, id) => ({ kind: 'ask', by, id, wanted: [wanted], people }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ by: fc.oneof({ weight: 5, arbitrary: fc.constant('host') }, zone), at: someVisit, days })
      .map(
        ({ by, at, days }): Act =>
          (it) => ({ kind: 'answer', by, visit: visitOf(it, at)?.id ?? '', days }),
      ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ at: someVisit, days, stale: fc.boolean(), by: fc.option(zone) }).map(
      ({ at, days, stale, by }): Act =>
        (it) => {
          const visit = visitOf(it, at)
          const its = stale ? days : (visit?.days ?? days)
          return { kind: 'agree', by: by ?? visit?.guest ?? 'A', visit: visit?.id ?? '', days: its }
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ by: zone, at: someVisit, reason }).map(
      ({ by, at, reason }): Act =>
        (it) => ({
          kind: 'end',
          by,
          visit: visitOf(it, at)?.id ?? '',
          ...given('reason', reason),
        }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ by: zone, at: someVisit }).map(
      ({ by, at }): Act =>
        (it) => ({
          kind: 'report',
          by,
          visit: visitOf(it, at)?.id ?? '',
          report: { mark: 4, people: 2, outcome: '好' },
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: zone.map(
      (by): Act =>
        () => ({ kind: 'withdraw', by, reason: '汛期' }),
    ),
  },
)

test('whatever zones do in whatever order, it comes to what a plain model says, and no day is overfull', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.tuple(act, fc.integer({ min: 0, max: 1 })), { maxLength: 40, size: 'max' }),
      (capacity, acts) => {
        const offer: VisitOffer = {
          id: 'offer',
          host: 'host',
          kind: 'shadowing',
          topic: '污水厂',
          dates: [{ from: begin, to: addDays(begin, 20) }],
          capacity,
          state: 'open',
          offeredAt: instantAt(begin, '09:00'),
        }
        let hosting: Hosting = { offer, visits: [] }
        let today = begin
        const happened: VisitHappened[] = []
        acts.forEach(([make, passed], at) => {
          today = addDays(today, passed)
          const event = make(hosting, `v${at}`)
          happened.push({ today, event })
          const outcome = happen(hosting, event, { at: instantAt(today, '09:00') + at, today })
          if (outcome.refused) expect(outcome).toMatchObject({ ...hosting, changes: [] })
          for (const { before, after } of outcome.changes)
            expect(after.revision).toBe((before?.revision ?? 0) + 1)
          hosting = { offer: outcome.offer, visits: outcome.visits }
        })
        const lines = hosting.visits.map((it) => {
          const over = it.state === 'asked' ? undefined : it.days
          const told = Object.keys(it.reports).sort()
          return [it.id, it.guest, it.state, it.people, over?.from ?? '', over?.to ?? '', told].join(' ')
        })
        expect(lines).toEqual(visitModelOf('host', capacity, happened))
        for (let day = begin; day <= addDays(begin, 60); day = addDays(day, 1))
          expect(roomOn({ from: day, to: day }, capacity, hosting.visits)).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 400 },
  )
})
