import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SeatEvent, seat } from '../../src/skills/trainings/plan.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import type { OutboxItem } from '../../src/store/outbox.ts'
import { operator } from '../support/duties.ts'
import { monday } from '../support/people.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { ask, course, person, seatRules, standing } from '../support/trainings.ts'

const chat = { platform: 'slack', space: 'T1', channel: 'C1' }
const stamp = (who: string, at = monday) => ({ who, at, where: chat })
const opened = async (capacity = 3) => {
  const store = await temporaryStore()
  await store.trainings.create({ ...course, capacity }, operator)
  return store
}
const act = (store: Pick<Store, 'registrations'>, event: SeatEvent, at = monday, who = 'M1') =>
  store.registrations.act(course.id, (hall) => seat(hall, event, seatRules(at)), stamp(who, at))
const news = (key: string): OutboxItem => ({
  key,
  kind: 'trainings.seat',
  about: {},
  to: chat,
  locale: 'zh-CN',
  dueAt: monday,
  whenUnprovable: 'repeat',
})
/** A delivery that the store refuses, as a full disk would. */
const refused: OutboxItem = { ...news('refused'), whenUnprovable: 'never' as 'wait' }

describe('trainings', () => {
  test('are kept whole, and read again as they were', async () => {
    const file = join(temporaryFolder(), 'alliance.db')
    const whole = {
      ...course,
      quotas: [{ of: 'province' as const, who: '江苏', seats: 2 }],
      registration: { from: monday, until: monday + 1 },
      source: { file: 'a.txt', title: '通知', quote: '原文' },
      publishedAt: monday,
    }
    const first = await openStore(file)
    expect(await first.trainings.create(whole, operator)).toBe(true)
    expect(await first.trainings.create({ ...whole, title: '另一个' }, operator)).toBe(false)
    await first.close()
    const again = await openStore(file)
    expect(await again.trainings.find(course.id)).toEqual(whole)
    expect(await again.trainings.list({ states: ['published'], endsFrom: '2014-07-15' })).toEqual([whole])
    expect(await again.trainings.list({ endsFrom: '2014-07-16' })).toEqual([])
    await again.close()
  })

  test('that are none are refused before they are written', async () => {
    const { trainings } = await temporaryStore()
    const bad = [
      { ...course, capacity: -1 },
      { ...course, starts: '2014-07-16' },
      { ...course, quotas: [{ of: 'province' as const, who: '江苏', seats: 4 }] },
      { ...course, id: '培训' },
      { ...course, extra: 1 },
    ]
    for (const it of bad) await expect(trainings.create(it, operator)).rejects.toThrow()
    expect(await trainings.list()).toEqual([])
  })

  test('remember what stands of them on which platform', async () => {
    const { trainings } = await opened()
    const card = {
      training: course.id,
      kind: 'pin' as const,
      at: chat,
      reference: '1404.1',
      revision: 1,
    }
    const event = { ...card, kind: 'event' as const, at: { ...chat, platform: 'discord' }, reference: '77' }
    await trainings.mark(card)
    await trainings.mark(event)
    await trainings.mark({ ...card, reference: '1404.2', revision: 2 })
    expect(await trainings.marks(course.id)).toEqual([event, { ...card, reference: '1404.2', revision: 2 }])
    await trainings.unmark(card)
    expect(await trainings.marks(course.id)).toEqual([event])
  })

  test('show a code until it runs out; a new one ends it after a while', async () => {
    const { trainings } = await opened()
    const code = { training: course.id, code: '7391', day: '2014-07-14', validUntil: monday + 3_600_000 }
    expect(await trainings.showCode(code, monday)).toBe(true)
    expect(await trainings.showCode(code, monday)).toBe(false)
    expect(await trainings.codes(course.id, monday)).toEqual([code])
    const next = { ...code, code: '0280' }
    expect(await trainings.showCode(next, monday + 60_000)).toBe(true)
    const shown = async (at: number) => (await trainings.codes(course.id, at)).map((it) => it.code)
    expect(await shown(monday + 59_999)).toEqual(['7391', '0280'])
    expect(await shown(monday + 60_000)).toEqual(['0280'])
    expect(await shown(monday + 3_600_000)).toEqual([])
  })
})

describe('registrations', () => {
  test('read again after a restart are what they were', async () => {
    const file = join(temporaryFolder(), 'alliance.db')
    const first = await openStore(file)
    await first.trainings.create({ ...course, capacity: 2 }, operator)
    const group = {
      kind: 'nominate',
      group: '江苏1',
      priority: 2,
      people: [person('B'), person('C')],
    } as const
    await act(first, { ...ask('A'), answers: { diet: '清真' } } as SeatEvent)
    await act(first, group)
    await act(first, { kind: 'decline', person: person('A') }, monday + 1)
    const hall = await first.registrations.hall(course.id)
    await first.close()
    const again = await openStore(file)
    expect(await again.registrations.hall(course.id)).toEqual(hall)
    expect(hall?.registrations).toMatchObject([
      { member: 'A', state: 'declined', answers: { diet: '清真' } },
      { member: 'B', state: 'seated', nomination: { group: '江苏1', priority: 2, order: 0 } },
      { member: 'C', state: 'offered', heldUntil: monday + 1 + 4 * 3_600_000 },
    ])
    await again.close()
  })

  test('have a history with who, when and in which chat, which nobody can change', async () => {
    const file = join(temporaryFolder(), 'alliance.db')
    const store = await openStore(file)
    await store.trainings.create({ ...course, capacity: 1 }, operator)
    await act(store, ask('A'), monday, 'A')
    await act(store, ask('B'), monday + 1, 'B')
    await act(store, { kind: 'withdraw', member: 'A' }, monday + 2, 'office-1')
    expect(await store.registrations.history(course.id)).toEqual([
      { training: course.id, member: 'A', verb: 'seated', after: 'seated', stamp: stamp('A') },
      { training: course.id, member: 'B', verb: 'waiting', after: 'waiting', stamp: stamp('B', monday + 1) },
      {
        training: course.id,
        member: 'A',
        verb: 'withdrawn',
        before: 'seated',
        after: 'withdrawn',
        stamp: stamp('office-1', monday + 2),
      },
      {
        training: course.id,
        member: 'B',
        verb: 'offered',
        before: 'waiting',
        after: 'offered',
        stamp: stamp('office-1', monday + 2),
      },
    ])
    await store.close()
    const sqlite = new Database(file)
    expect(() => sqlite.exec("UPDATE registration_events SET who = 'x'")).toThrow('append-only')
    expect(() => sqlite.exec('DELETE FROM registration_events')).toThrow('append-only')
    sqlite.close()
  })

  test('of a training that is not there are nobody’s', async () => {
    const store = await temporaryStore()
    expect(await act(store, ask('A'))).toBeUndefined()
  })

  test('pressed by fifty at once, three seats seat three, and a second press of each changes nothing', async () => {
    const store = await opened()
    const crowd = Array.from({ length: 50 }, (_, at) => `M${String(at).padStart(2, '0')}`)
    const answers = await Promise.all([...crowd, ...crowd].map((it) => act(store, ask(it))))
    expect(answers.filter((it) => it?.changes.some(({ verb }) => verb === 'seated'))).toHaveLength(3)
    expect(answers.filter((it) => it?.changes.length === 0)).toHaveLength(50)
    expect(await store.registrations.list({ states: ['seated'] })).toMatchObject([
      { member: 'M00' },
      { member: 'M01' },
      { member: 'M02' },
    ])
  })

  test('and the word of them stand together, or neither does', async () => {
    const store = await opened()
    const { registrations, outbox, audit } = store
    const move = (event: SeatEvent) => (hall: Parameters<typeof seat>[0]) =>
      seat(hall, event, seatRules(monday))
    const moved = { ...course, place: '包头' }
    const tell = () => [news('first'), refused]
    for (const event of [ask('A'), { kind: 'change', to: moved } as const])
      await expect(registrations.act(course.id, move(event), stamp('A'), tell)).rejects.toThrow('constraint')
    expect(await registrations.hall(course.id)).toEqual({ training: course, registrations: [] })
    expect(await registrations.history(course.id)).toEqual([])
    expect(await audit.list({ action: 'training.change', most: 9 })).toEqual([])
    expect(await outbox.list()).toEqual([])

    await registrations.act(course.id, move({ kind: 'change', to: moved }), stamp('A'), () => [news('first')])
    expect(await store.trainings.find(course.id)).toEqual({ ...moved, revision: 2 })
    expect(await audit.list({ action: 'training.change', most: 9 })).toMatchObject([
      { who: 'A', organization: 'office', before: { place: '呼和浩特' }, after: { place: '包头' } },
    ])
    expect(await outbox.list()).toMatchObject([{ key: 'first' }])
  })

  test('remember who was in the room and what they thought of it', async () => {
    const { registrations, ...store } = await opened()
    await act({ registrations }, ask('A'))
    expect(await registrations.attend(course.id, 'A', stamp('A', monday + 5))).toBe(true)
    expect(await registrations.attend(course.id, 'A', stamp('A', monday + 9))).toBe(false)
    expect(await registrations.attend(course.id, 'Z', stamp('Z'))).toBe(false)
    expect(await registrations.list({ member: 'A' })).toMatchObject([{ attendedAt: monday + 5 }])
    for (const score of ['4', '5'])
      await registrations.giveFeedback({
        training: course.id,
        member: 'A',
        answers: { score },
        givenAt: monday,
      })
    expect(await registrations.feedback(course.id)).toEqual([
      { training: course.id, member: 'A', answers: { score: '5' }, givenAt: monday },
    ])
    expect(await store.trainings.list()).toHaveLength(1)
  })

  test('kept through crashes and restarts are those of a hall that never left the memory', async () => {
    const somebody = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const event: fc.Arbitrary<SeatEvent> = fc.oneof(
      somebody.map((it) => ask(it)),
      somebody.map((it) => ({ kind: 'decline', person: person(it) }) as const),
      somebody.map((member) => ({ kind: 'accept', member }) as const),
      somebody.map((member) => ({ kind: 'withdraw', member }) as const),
    )
    const fate = fc.constantFrom('kept', 'kept', 'crash', 'restart')
    const steps = fc.array(fc.record({ event, fate, pause: fc.integer({ min: 0, max: 8 * 3_600_000 }) }), {
      minLength: 1,
      maxLength: 25,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const file = join(temporaryFolder(), 'alliance.db')
        let store = await openStore(file)
        await store.trainings.create({ ...course, capacity: 2 }, operator)
        let hall = await store.registrations.hall(course.id)
        let now = monday
        for (const { event, fate, pause } of all) {
          now += pause
          if (!hall) throw new Error('no hall')
          const move = (it: NonNullable<typeof hall>) => seat(it, event, seatRules(now))
          if (fate === 'crash') {
            const dies = () => {
              throw new Error('killed')
            }
            await store.registrations.act(course.id, move, stamp('A', now), dies).catch(() => {})
          } else {
            await store.registrations.act(course.id, move, stamp('A', now))
            const { training, registrations } = move(hall)
            hall = { training, registrations }
          }
          if (fate === 'restart') {
            await store.close()
            store = await openStore(file)
          }
        }
        const kept = await store.registrations.hall(course.id)
        await store.close()
        const sorted = (it: typeof hall) =>
          it &&
          standing({
            ...it,
            registrations: [...it.registrations].sort((a, b) => (a.member < b.member ? -1 : 1)),
          })
        expect(sorted(kept)).toBe(sorted(hall))
      }),
      { numRuns: 25 },
    )
  })
})
