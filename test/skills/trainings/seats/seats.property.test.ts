import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hall, Quota, Training } from '../../../../src/core/training.ts'
import { type SeatEvent, seat } from '../../../../src/skills/trainings/plan.ts'
import { lineOf } from '../../../../src/skills/trainings/seats/line.ts'
import { holdsSeat, roomIn, tooMany } from '../../../../src/skills/trainings/seats/room.ts'
import { beginningOf } from '../../../../src/skills/trainings/seats/times.ts'
import { monday } from '../../../support/people.ts'
import { type Happened, modelOf } from '../../../support/seat-model.ts'
import { course, seatRules } from '../../../support/trainings.ts'

const provinces = ['江苏', '江西', '内蒙古']
/** Twelve people of six zones of three provinces. */
const people = Array.from({ length: 12 }, (_, at) => {
  const province = provinces[at % 3] ?? ''
  return {
    member: String.fromCharCode(65 + at),
    name: `成员${at}`,
    organization: `${province}-${at % 2}`,
    province,
  }
})
const somebody = fc.constantFrom(...people)
const quota: fc.Arbitrary<Quota> = fc.record({
  of: fc.constant('province' as const),
  who: fc.constantFrom(...provinces),
  seats: fc.integer({ min: 1, max: 2 }),
})
const ownQuota: fc.Arbitrary<Quota> = fc.record({
  of: fc.constant('organization' as const),
  who: fc.constantFrom(...people.map((it) => it.organization)),
  seats: fc.constant(1),
})
const seats = fc
  .record({
    capacity: fc.integer({ min: 0, max: 8 }),
    quotas: fc.uniqueArray(fc.oneof(quota, ownQuota), { maxLength: 3, selector: (it) => it.who }),
  })
  .map(({ capacity, quotas }) => ({
    capacity: Math.max(
      capacity,
      quotas.reduce((sum, it) => sum + it.seats, 0),
    ),
    quotas,
  }))
const minute = 60_000
const hour = 60 * minute

/** Something that people do, of the training as it then is. */
type Act = (training: Training) => SeatEvent
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: somebody.map((person) => () => ({ kind: 'ask', person, answers: {} }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        group: fc.constantFrom('甲', '乙'),
        priority: fc.integer({ min: 1, max: 2 }),
        people: fc.uniqueArray(somebody, { minLength: 1, maxLength: 3, selector: (it) => it.member }),
      })
      .map((it) => () => ({ kind: 'nominate', ...it }) as const),
  },
  {
    weight: 4,
    arbitrary: somebody.map(
      ({ member }) =>
        () =>
          ({ kind: 'accept', member }) as const,
    ),
  },
  { weight: 4, arbitrary: somebody.map((person) => () => ({ kind: 'decline', person }) as const) },
  {
    weight: 2,
    arbitrary: fc.tuple(somebody, somebody).map(
      ([{ member }, person]) =>
        () =>
          ({ kind: 'swap', member, person, answers: {} }) as const,
    ),
  },
  {
    weight: 1,
    arbitrary: somebody.map(
      ({ member }) =>
        () =>
          ({ kind: 'withdraw', member }) as const,
    ),
  },
  {
    weight: 1,
    arbitrary: somebody.map(
      ({ member }) =>
        () =>
          ({ kind: 'seat', member }) as const,
    ),
  },
  {
    weight: 2,
    arbitrary: seats.map((it) => (to: Training) => ({ kind: 'change', to: { ...to, ...it } }) as const),
  },
  { weight: 1, arbitrary: fc.constant(() => ({ kind: 'release' }) as const) },
  { weight: 2, arbitrary: fc.constant(() => ({ kind: 'settle' }) as const) },
)
/** How long before it comes, and whether the process dies before it is kept, or hears of it twice. */
const step = fc.record({
  act,
  pause: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, minute) },
    { weight: 2, arbitrary: fc.integer({ min: hour, max: 30 * hour }) },
  ),
  fate: fc.oneof({ weight: 8, arbitrary: fc.constant('kept') }, fc.constantFrom('lost', 'twice')),
})
const day = fc.record({
  seats,
  nomination: fc.oneof(
    { weight: 4, arbitrary: fc.constant('open' as const) },
    fc.constant('province' as const),
  ),
  steps: fc.array(step, { maxLength: 40 }),
})

test('whatever people press in whatever order, the roster is that of a slow model that knows the whole history', () => {
  fc.assert(
    fc.property(day, ({ seats, nomination, steps }) => {
      const first: Training = { ...course, ...seats, nomination }
      const limits = {
        holdUntil: (from: number) => seatRules(from).holdUntil(from, first.holdHours),
        begins: beginningOf(first),
      }
      let hall: Hall = { training: first, registrations: [] }
      const history: Happened[] = []
      let now = monday
      for (const { act, pause, fate } of steps) {
        now += pause
        const event = act(hall.training)
        const moved = seat(hall, event, seatRules(now))
        if (fate === 'lost') continue
        history.push({ now, event })
        keepsItsPromises(hall, moved, event, now)
        hall = moved
        if (fate === 'twice' && event.kind !== 'change')
          expect(seat(hall, event, seatRules(now)).changes).toEqual([])
      }
      const roster = hall.registrations
        .map((it) => `${it.member} ${it.state}${it.heldUntil === undefined ? '' : ` ${it.heldUntil}`}`)
        .sort()
      expect(roster).toEqual(modelOf(first, history, limits))
    }),
    { numRuns: 600 },
  )
})

/** What holds after every single step. */
function keepsItsPromises(before: Hall, after: Hall, event: SeatEvent, now: number): void {
  const { training, registrations } = after
  expect(new Set(registrations.map((it) => it.member)).size).toBe(registrations.length)
  // Never more than there are seats, and nobody on a seat that is set aside for others.
  expect(registrations.filter(holdsSeat).length).toBeLessThanOrEqual(training.capacity)
  expect(tooMany(after, now)).toBe(0)
  // No seat stays empty while somebody waits who may take it.
  if (now < beginningOf(training))
    for (const it of lineOf(registrations)) expect(roomIn(after, now).take(it)).toBe(false)
  // A seat that somebody has is theirs until they, or the organizer by name, say otherwise.
  const left = before.registrations.filter(
    (it) =>
      it.state === 'seated' &&
      after.registrations.find((now) => now.member === it.member)?.state !== 'seated',
  )
  const named = event.kind === 'decline' ? [event.person.member] : 'member' in event ? [event.member] : []
  expect(left.map((it) => it.member).filter((it) => !named.includes(it))).toEqual([])
}
