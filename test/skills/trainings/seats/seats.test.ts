import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../../src/core/local-date.ts'
import type { Training } from '../../../../src/core/training.ts'
import { makeWorkdays } from '../../../../src/skills/deadlines/plan.ts'
import { afterWorkingHours, type SeatEvent, seat } from '../../../../src/skills/trainings/plan.ts'
import { placeInLine } from '../../../../src/skills/trainings/seats/line.ts'
import { monday } from '../../../support/people.ts'
import { ask, course, person, played, seatRules, standing } from '../../../support/trainings.ts'

const decline = (member: string, province?: string): SeatEvent => ({
  kind: 'decline',
  person: person(member, province),
})
const accept = (member: string): SeatEvent => ({ kind: 'accept', member })
const nominate = (group: string, members: string, priority?: number, province?: string): SeatEvent => ({
  kind: 'nominate',
  group,
  people: [...members].map((it) => person(it, province)),
  ...(priority === undefined ? {} : { priority }),
})
const one: Partial<Training> = { capacity: 1 }
const closing = course.registration.until

describe('asking', () => {
  test('seats people as they come, then they wait; asking again changes nothing but the answers', () => {
    const hall = played(one, [ask('A'), ask('B'), ask('C'), ask('A'), ask('C')])
    expect(standing(hall)).toBe('A seated, B waiting, C waiting')
    expect(placeInLine(hall.registrations, 'C')).toBe(2)
    const moved = seat(
      hall,
      { kind: 'ask', person: person('C'), answers: { diet: '清真' } },
      seatRules(monday + 9),
    )
    expect(moved.changes).toMatchObject([{ verb: 'answered', after: { answers: { diet: '清真' } } }])
    expect(placeInLine(moved.registrations, 'C')).toBe(2)
  })

  test.each<[string, Partial<Training>, number, unknown]>([
    [
      'before registration opens',
      { registration: { from: monday + 1, until: closing } },
      monday,
      'too-early',
    ],
    ['after it has closed', {}, closing, 'closed'],
    ['where provinces name who comes', { nomination: 'province' }, monday, 'by-province'],
    ['of a training that was called off', { state: 'cancelled' }, monday, 'cancelled'],
    ['of one that has begun', {}, instantAt('2014-07-14', '09:00'), 'begun'],
  ])('%s is refused', (_, training, at, why) => {
    const moved = seat(played(training, []), ask('A'), seatRules(at))
    expect(moved).toMatchObject({ refused: { why }, registrations: [], changes: [] })
  })
})

describe('a freed seat', () => {
  test('is offered to the next in line with a hold, and passes on when it runs out', () => {
    const asked = [ask('A'), ask('B'), ask('C'), decline('A')]
    const hall = played(one, asked)
    expect(standing(hall)).toBe('A declined, B offered, C waiting')
    const heldUntil = hall.registrations[1]?.heldUntil ?? 0
    expect(heldUntil - monday).toBe(4 * 3_600_000 + 4 * 60_000)
    expect(standing(played(one, [...asked, [heldUntil - 1, { kind: 'settle' }]]))).toContain('B offered')
    expect(standing(played(one, [...asked, [heldUntil, { kind: 'settle' }]]))).toBe(
      'A declined, B lapsed, C offered',
    )
    // Too late, and somebody else has it: back at the end of the line.
    expect(standing(played(one, [...asked, [heldUntil, accept('B')]]))).toBe(
      'A declined, B waiting, C offered',
    )
  })

  test('is theirs when they accept it, or simply press 报名 again', () => {
    for (const yes of [accept('B'), ask('B')])
      expect(standing(played(one, [ask('A'), ask('B'), decline('A'), yes]))).toBe('A declined, B seated')
  })

  test('whoever refuses it hands it on; whoever said no and asks again is last', () => {
    const hall = played(one, [ask('A'), ask('B'), ask('C'), decline('A'), decline('B'), ask('A')])
    expect(standing(hall)).toBe('A waiting, B declined, C offered')
  })

  test('is held no longer than until it begins', () => {
    const late = instantAt('2014-07-11', '17:00')
    const hall = played(one, [ask('A'), ask('B'), [late, decline('A')]])
    expect(hall.registrations[1]?.heldUntil).toBe(instantAt('2014-07-14', '09:00'))
  })
})

describe('seats set aside', () => {
  const quotas = [{ of: 'province', who: '江苏', seats: 2 }] as const
  test('are for that province; beyond them its people compete for the free ones', () => {
    const asked = [ask('A', '江西'), ask('B', '江西'), ask('C'), ask('D'), ask('E')]
    expect(standing(played({ quotas }, asked))).toBe('A seated, B waiting, C seated, D seated, E waiting')
  })

  test('that nobody took are everybody’s when the organizer says so, or when registration closes', () => {
    const asked = [ask('A', '江西'), ask('B', '江西'), ask('C')]
    const withFree = { quotas, capacity: 3 }
    expect(standing(played(withFree, [...asked, { kind: 'release' }]))).toBe('A seated, B seated, C seated')
    expect(standing(played(withFree, [...asked, [closing, { kind: 'settle' }]]))).toBe(
      'A seated, B offered, C seated',
    )
  })

  test('an organization’s own go before those of its province', () => {
    const both = [...quotas, { of: 'organization', who: '宜兴', seats: 1 }] as const
    const asked = [ask('A', '江苏', '宜兴'), ask('B'), ask('C'), ask('D')]
    expect(standing(played({ quotas: both }, asked))).toBe('A seated, B seated, C seated, D waiting')
  })
})

describe('a group that a province names', () => {
  test('is seated as far as seats go; the rest wait together, before whoever was not named', () => {
    const hall = played({ capacity: 2 }, [
      nominate('甲', 'ABC'),
      ask('X'),
      nominate('乙', 'DE', undefined, '江西'),
    ])
    expect(standing(hall)).toBe('A seated, B seated, C waiting, X waiting, D waiting, E waiting')
    const places = ['C', 'D', 'E', 'X'].map((it) => placeInLine(hall.registrations, it))
    expect(places).toEqual([1, 2, 3, 4])
  })

  test('with a better priority stands before an earlier one, and unseats nobody', () => {
    const hall = played(one, [nominate('乙', 'AB', 2), nominate('甲', 'C', 1)])
    expect(standing(hall)).toBe('A seated, B waiting, C waiting')
    expect(placeInLine(hall.registrations, 'C')).toBe(1)
  })

  test('does not seat anybody who said no', () => {
    expect(standing(played({}, [decline('A'), nominate('甲', 'AB')]))).toBe('A declined, B seated')
  })
})

describe('the organizer', () => {
  const change = (to: Partial<Training>): SeatEvent => ({ kind: 'change', to: { ...course, ...one, ...to } })
  test('adds seats: those who wait are seated while registration is open, and asked once it has closed', () => {
    const asked = [ask('A'), ask('B')]
    expect(standing(played(one, [...asked, change({ capacity: 2 })]))).toBe('A seated, B seated')
    const later = [closing, change({ capacity: 2 })] as const
    expect(standing(played(one, [...asked, later]))).toBe('A seated, B offered')
  })

  test('cannot have fewer seats than people who hold one, nor set aside what others hold', () => {
    const hall = played({ capacity: 3 }, [ask('A'), ask('B')])
    const fewer = { kind: 'change', to: { ...hall.training, capacity: 1 } } as const
    expect(seat(hall, fewer, seatRules(monday)).refused).toEqual({ why: 'too-few-seats', over: 1 })
    const aside = { ...hall.training, quotas: [{ of: 'province', who: '江西', seats: 2 }] } as const
    expect(seat(hall, { kind: 'change', to: aside }, seatRules(monday)).refused).toMatchObject({ over: 1 })
  })

  test('who did not see the last change is told so, and changes nothing', () => {
    const hall = played(one, [change({ place: '包头' })])
    const moved = seat(hall, change({ capacity: 9 }), seatRules(monday))
    expect(moved).toMatchObject({
      refused: { why: 'changed-meanwhile', revision: 2 },
      training: { capacity: 1 },
    })
  })

  test('takes people out, and alone lets them back in', () => {
    const out = [ask('A'), ask('B'), { kind: 'withdraw', member: 'A' }] as const
    expect(standing(played(one, [...out, ask('A')]))).toBe('A withdrawn, B offered')
    const back = { kind: 'seat', member: 'A' } as const
    expect(standing(played({ capacity: 2 }, [...out, back]))).toBe('A seated, B seated')
    expect(seat(played(one, out), back, seatRules(monday)).refused).toEqual({ why: 'full' })
  })
})

describe('a swap', () => {
  const swap = (member: string, by: string, province?: string): SeatEvent => ({
    kind: 'swap',
    member,
    person: person(by, province),
    answers: {},
  })
  test('with oneself changes nothing, however often it is pressed', () => {
    const hall = played({ ...one, capacity: 0 }, [ask('A')])
    expect(seat(hall, swap('A', 'A'), seatRules(monday)).changes).toEqual([])
  })

  test('gives a colleague the place, whatever it is', () => {
    expect(standing(played(one, [ask('A'), swap('A', 'B')]))).toBe('A declined, B seated')
    const hall = played(one, [ask('X'), ask('A'), ask('Z'), swap('A', 'B')])
    expect(placeInLine(hall.registrations, 'B')).toBe(1)
  })

  test('is not for people of another organization, nor for whoever has a seat of their own', () => {
    const hall = played({}, [ask('A'), ask('B')])
    expect(seat(hall, swap('A', 'C', '江西'), seatRules(monday)).refused).toEqual({
      why: 'other-organization',
    })
    expect(seat(hall, swap('A', 'B'), seatRules(monday)).refused).toEqual({ why: 'has-seat' })
  })
})

test.each([
  ['in the morning, the same day', '2014-06-23', '09:00', 4, '2014-06-23', '13:00'],
  ['at noon, over the night', '2014-06-23', '16:00', 4, '2014-06-24', '11:00'],
  ['on Friday evening, over the weekend', '2014-06-27', '20:00', 4, '2014-06-30', '13:00'],
  ['before a holiday, after it', '2014-09-30', '17:00', 4, '2014-10-08', '12:00'],
  ['on a Sunday that is worked', '2014-09-28', '09:00', 4, '2014-09-28', '13:00'],
])('a hold that begins %s, ends in working hours', (_, day, time, hours, endDay, endTime) => {
  expect(afterWorkingHours(instantAt(day, time), hours, makeWorkdays())).toBe(instantAt(endDay, endTime))
})
