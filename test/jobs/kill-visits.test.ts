import { join } from 'node:path'
import ical from 'ical-generator'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/core/local-date.ts'
import type { Days, VisitState } from '../../src/core/visit.ts'
import { addVisits } from '../../src/skills/trainings/visits/calendar.ts'
import { openStore } from '../../src/store/index.ts'
import { operator } from '../support/duties.ts'
import { killOneByOne } from '../support/killed.ts'
import { lettersIn } from '../support/paper-trail.ts'
import { monday } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { colleaguesOf, guests, makeVisitsHouse, shown, type VisitsOrder } from '../support/visits-house.ts'

const kills = 6
const day = 24 * 3_600_000

/** What the audit keeps of a visit. */
interface Outline {
  readonly state: VisitState
  readonly people: number
  readonly days?: Days
}

test('killed again and again while two sides confirm: no day promised twice, one date in both calendars, each word once', async () => {
  const folder = temporaryFolder()
  const database = join(folder, 'alliance.db')
  const letters = join(folder, 'letters.jsonl')
  const orderAt = (at: number): VisitsOrder => ({ database, letters, now: monday + at * 2 * day })
  const first = await openStore(database)
  const zones = [shown.host, ...guests].map((id) => ({
    id,
    kind: 'zone' as const,
    zone: id,
    province: '江苏',
    name: id,
    alsoCalled: [],
  }))
  await first.organizations.keep(zones, operator)
  await first.visits.offer(shown, operator)
  await first.close()

  await killOneByOne(
    'visits-child.ts',
    Array.from({ length: kills }, (_, at) => orderAt(at)),
  )

  // Nobody presses any more, and the weather clears: everything that is owed goes out.
  const house = await makeVisitsHouse(orderAt(kills), () => 0.99)
  for (let beats = 0; beats < 30; beats += 1) {
    await house.beat()
    house.clock.at += day
  }
  const all = await house.store.visits.list()
  const entries = (await house.store.audit.list({ action: 'visit.', most: 100_000 })).toReversed()
  const rows = await house.store.outbox.list()
  await house.store.close()
  const history = entries.filter((it) => it.action !== 'visit.offer')
  expect(history.length).toBeGreaterThan(50)

  // The history alone gives every visit, and at no point more people were promised one day than there is room for.
  const outlines = new Map<string, Outline>()
  for (const { subject, before, after } of history) {
    expect(before).toEqual(outlines.get(subject))
    outlines.set(subject, after as Outline)
    expect(mostOnADay([...outlines.values()])).toBeLessThanOrEqual(shown.capacity)
  }
  const visits = all.flatMap((it) => it.visits)
  expect(new Map(visits.map((it) => [it.id, it.state]))).toEqual(
    new Map([...outlines].map(([id, { state }]) => [id, state])),
  )

  // What is agreed stands in both calendars, with the same days.
  const eventsOf = (zone: string) => {
    const calendar = ical()
    addVisits(calendar, zone, all, (id) => id, 'zh-CN')
    return calendar.events().map((it) => [it.id(), it.start(), it.end(), it.status(), it.sequence()])
  }
  const agreed = history.filter((it) => it.action === 'visit.agreed')
  expect(agreed.length).toBeGreaterThan(0)
  expect(guests.flatMap(eventsOf).toSorted()).toEqual(eventsOf(shown.host).toSorted())

  // Everybody whom it concerns has a word of it, in the outbox and then in the chat, once.
  const owed = history.flatMap(({ action, subject, organization, who }) => {
    const guest = visits.find((it) => it.id === subject)?.guest ?? ''
    const sides = [shown.host, guest]
    const concernsBoth = action === 'visit.agreed' || action === 'visit.called-off'
    return sides
      .filter((it) => concernsBoth || it !== organization)
      .flatMap(colleaguesOf)
      .filter((it) => it !== who)
  })
  const told = rows.filter((it) => it.kind === 'visits.told')
  expect(told.map((it) => it.to.channel).toSorted()).toEqual(owed.toSorted())
  expect(
    rows.filter((it) => it.state === 'waiting' || it.state === 'sending' || it.state === 'parked'),
  ).toEqual([])
  const keys = lettersIn(letters).map((it) => it.key)
  expect(new Set(keys).size).toBe(keys.length)
  const sent = rows.filter((it) => it.state === 'sent').map((it) => it.key)
  expect(sent.toSorted()).toEqual(keys.toSorted())
}, 240_000)

/** People on the fullest day, of visits whose days hold their places. */
function mostOnADay(all: readonly Outline[]): number {
  const held = all.filter((it) => ['answered', 'agreed', 'held'].includes(it.state))
  const people = new Map<string, number>()
  for (const { days, people: coming } of held)
    for (let at = 0; days && at <= daysBetween(days.from, days.to); at += 1) {
      const date = addDays(days.from, at)
      people.set(date, (people.get(date) ?? 0) + coming)
    }
  return Math.max(0, ...people.values())
}
