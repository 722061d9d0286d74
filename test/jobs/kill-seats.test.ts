import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lineOf } from '../../src/skills/trainings/seats/line.ts'
import { holdsSeat, roomIn } from '../../src/skills/trainings/seats/room.ts'
import { openStore } from '../../src/store/index.ts'
import { operator } from '../support/duties.ts'
import { killOneByOne } from '../support/killed.ts'
import { lettersIn } from '../support/paper-trail.ts'
import { monday } from '../support/people.ts'
import { makeSeatsHouse, type SeatsOrder } from '../support/seats-house.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { course } from '../support/trainings.ts'

const kills = 6
const day = 24 * 3_600_000
const capacity = 6

test('killed again and again while seats pass on: nobody seated twice, no seat lost, no hold forgotten, each word once', async () => {
  const folder = temporaryFolder()
  const order: SeatsOrder = {
    database: join(folder, 'alliance.db'),
    letters: join(folder, 'letters.jsonl'),
    members: Array.from({ length: 24 }, (_, at) => `M${String(at).padStart(2, '0')}`),
    now: monday,
  }
  const first = await openStore(order.database)
  const far = {
    starts: '2015-06-01',
    ends: '2015-06-01',
    sessions: [],
    registration: { until: monday + 300 * day },
  }
  await first.trainings.create({ ...course, ...far, capacity }, operator)
  await first.close()

  await killOneByOne(
    'seats-child.ts',
    Array.from({ length: kills }, (_, at) => ({ ...order, now: monday + at * 2 * day })),
  )

  const house = await makeSeatsHouse({ ...order, now: monday + kills * 2 * day }, () => 0.99)
  // Every hold that was given has run out, and so have those given since, until nobody waits or all seats are taken.
  for (let beats = 0; beats < 40; beats += 1) {
    await house.beat()
    house.clock.at += day
  }
  const { registrations, outbox } = house.store
  const hall = await registrations.hall(course.id)
  const history = await registrations.history(course.id)
  const letters = lettersIn(order.letters)
  const rows = await outbox.list()
  await house.store.close()
  if (!hall) throw new Error('the training is gone')
  expect(history.length).toBeGreaterThan(50)

  // The history alone gives the roster, and at no point more people held seats than there are.
  const states = new Map<string, (typeof history)[number]['after']>()
  for (const { member, before, after } of history) {
    expect(states.get(member)).toBe(before)
    states.set(member, after)
    const holders = [...states.values()].filter((state) => holdsSeat({ state }))
    expect(holders.length).toBeLessThanOrEqual(capacity)
  }
  expect(new Map(hall.registrations.map((it) => [it.member, it.state]))).toEqual(states)

  // No hold is forgotten, no seat is lost.
  expect(hall.registrations.filter((it) => it.state === 'offered')).toEqual([])
  const room = roomIn(hall, house.clock.at)
  expect(lineOf(hall.registrations).filter((it) => room.take(it))).toEqual([])

  // Whoever did not do it themselves has a word of it, in the outbox and then in the chat, once.
  const owed = history.filter(({ member, stamp }) => stamp.who !== member)
  expect(rows.filter((it) => it.kind === 'trainings.seat')).toHaveLength(owed.length)
  expect(
    rows.filter((it) => it.state === 'waiting' || it.state === 'sending' || it.state === 'parked'),
  ).toEqual([])
  const keys = letters.map((it) => it.key)
  expect(new Set(keys).size).toBe(keys.length)
  const sent = rows.filter((it) => it.state === 'sent').map((it) => it.key)
  expect(sent.toSorted()).toEqual(keys.toSorted())
}, 240_000)
