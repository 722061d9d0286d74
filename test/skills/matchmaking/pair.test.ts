import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from '../../../src/skills/matchmaking/pairing/assist.ts'
import { type Day, pairKey, pairsOf } from '../../../src/skills/matchmaking/pairing/day.ts'
import { measuresOf } from '../../../src/skills/matchmaking/pairing/measures.ts'
import { planDay } from '../../../src/skills/matchmaking/pairing/pair.ts'
import { planAside } from '../../../src/skills/matchmaking/pairing/pair-aside.ts'
import { dayAfter, repair } from '../../../src/skills/matchmaking/pairing/repair.ts'
import { boundOf, type Edge, solve } from '../../../src/skills/matchmaking/pairing/solve.ts'
import { pairingWords } from '../../../src/skills/matchmaking/pairing/words.ts'
import { childProgram } from '../../support/child-program.ts'

/** The best matching by trying all: most pairs first where asked, then weight. */
function bruteForce(edges: readonly Edge[], most: number, cardinality: boolean): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  const better = (pairs: number, weight: number) =>
    cardinality ? pairs > best[0] || (pairs === best[0] && weight > best[1]) : weight > best[1]
  const go = (at: number, used: number, pairs: number, weight: number) => {
    if (better(pairs, weight)) best = [pairs, weight]
    if (pairs === most) return
    for (let next = at; next < edges.length; next++) {
      const [i, j, w] = edges[next] as Edge
      if ((used >> i) & 1 || (used >> j) & 1) continue
      go(next + 1, used | (1 << i) | (1 << j), pairs + 1, weight + w)
    }
  }
  go(0, 0, 0, 0)
  return best
}

const graphs = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc
    .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 20 })), { maxLength: 24 })
    .map((all) => {
      const seen = new Map<string, Edge>()
      for (const [i, j, weight] of all) {
        if (i !== j) seen.set(`${Math.min(i, j)}-${Math.max(i, j)}`, [Math.min(i, j), Math.max(i, j), weight])
      }
      return { size, edges: [...seen.values()] }
    }),
)

test('as many pairs as possible, and of those the greatest weight, as by trying all', () => {
  fc.assert(
    fc.property(graphs, ({ size, edges }) => {
      const { pairs, weight } = solve(size, edges, { cardinality: true })
      expect([pairs.length, weight]).toEqual(bruteForce(edges, size, true))
      expect(boundOf(size, edges)).toBeGreaterThanOrEqual(weight - 1e-9)
    }),
    { numRuns: 2000 },
  )
})

test('with fewer tables than pairs, the best pairs of that number, as by trying all', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 1, max: 3 }), ({ size, edges }, most) => {
      const { pairs, weight, bound } = solve(size, edges, { cardinality: true, most })
      expect(bound).toBeGreaterThanOrEqual(bruteForce(edges, most, true)[1])
      const [count, best] = bruteForce(edges, most, true)
      expect(pairs.length).toBe(count)
      expect(weight).toBeLessThanOrEqual(best)
      expect(boundOf(size, edges, most)).toBeGreaterThanOrEqual(best - 1e-9)
      expect(weight).toBe(best)
    }),
    { numRuns: 2000 },
  )
})

test('with fewer tables than pairs, where two of one worth stand at the price between: one more pair, not the widest cut', () => {
  const edges: Edge[] = [
    [0, 6, 1],
    [1, 4, 1],
    [0, 3, 2],
    [3, 5, 1],
  ]
  expect(solve(7, edges, { cardinality: true, most: 2 }).weight).toBe(3)
})

test('more tables than the best pairs need: the next pair costs weight, and as little as can be', () => {
  const edges: Edge[] = [
    [0, 1, 1],
    [1, 2, 9],
    [2, 3, 2],
    [4, 5, 1],
    [5, 6, 20],
    [6, 7, 1],
  ]
  const { pairs, weight } = solve(8, edges, { cardinality: true, most: 3 })
  expect([pairs.length, weight]).toEqual([3, 23])
})

const days: fc.Arbitrary<Day> = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const id = fc.nat(size - 1).map((at) => `z${at}`)
  const pairs = fc.array(fc.tuple(id, id), { maxLength: 10 })
  return fc.record({
    participants: fc
      .array(fc.option(fc.subarray([1, 2, 3]), { nil: undefined }), { minLength: size, maxLength: size })
      .map((all) => all.map((rounds, at) => ({ id: `z${at}`, ...(rounds === undefined ? {} : { rounds }) }))),
    rounds: fc.constant(3),
    tables: fc.integer({ min: 1, max: 5 }),
    worths: fc.array(fc.tuple(id, id, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }),
    wishes: pairs,
    vetoes: pairs,
    met: pairs,
  })
})

test('whatever the day: nobody meets twice, or against a veto, or when absent, or at two tables', () => {
  fc.assert(
    fc.property(days, (day) => {
      const plan = planDay(day)
      const { repeats, vetoed, coverage } = measuresOf(plan, day)
      expect({ repeats, vetoed }).toEqual({ repeats: 0, vetoed: 0 })
      for (const { number, meetings } of plan.rounds) {
        const members = meetings.flatMap((it) => it.members)
        expect(new Set(members).size).toBe(members.length)
        expect(meetings.length).toBeLessThanOrEqual(day.tables)
        for (const it of members) {
          expect(day.participants.find((one) => one.id === it)?.rounds?.includes(number) ?? true).toBe(true)
        }
      }
      expect(coverage === 1).toBe(plan.lacks.length === 0)
    }),
    { numRuns: 300 },
  )
})

/** How many can meet somebody, by trying all tables of two in all rounds. */
function mostCovered(day: Day): number {
  const no = new Set([...(day.vetoes ?? []), ...(day.met ?? [])].map((pair) => pairKey(...pair)))
  let covered = new Set([0])
  for (let round = 1; round <= day.rounds; round++) {
    const here = day.participants.flatMap((it, at) => ((it.rounds?.includes(round) ?? true) ? [at] : []))
    const seatings = new Set([0])
    const sit = (from: number, seated: number, tables: number) => {
      seatings.add(seated)
      if (tables === 0) return
      for (const [at, i] of here.entries())
        for (const j of here.slice(at + 1))
          if (i >= from && !((seated >> i) & 1 || (seated >> j) & 1) && !no.has(pairKey(`z${i}`, `z${j}`)))
            sit(i + 1, seated | (1 << i) | (1 << j), tables - 1)
    }
    sit(0, 0, day.tables)
    covered = new Set([...covered].flatMap((it) => [...seatings].map((seated) => it | seated)))
  }
  return Math.max(...[...covered].map((it) => it.toString(2).replaceAll('0', '').length))
}

test('nobody is without a meeting who could have one, as by trying all tables of two', () => {
  fc.assert(
    fc.property(days, (day) => {
      const { coverage } = measuresOf(planDay(day), day)
      expect(Math.round(coverage * day.participants.length)).toBeGreaterThanOrEqual(mostCovered(day))
    }),
    { numRuns: 500 },
  )
})

test('the best first pair does not leave two who must not meet: the day as a whole goes before it', () => {
  const day: Day = {
    participants: four,
    rounds: 2,
    tables: 1,
    worths: [['乙', '丙', 1]],
    vetoes: [
      ['甲', '丙'],
      ['甲', '丁'],
      ['乙', '丁'],
    ],
  }
  const plan = planDay(day)
  expect(plan.lacks).toEqual([])
  expect(plan.rounds.map((it) => it.meetings.map((table) => [...table.members].sort().join('')))).toEqual([
    ['甲乙'].map((it) => [...it].sort().join('')),
    ['丙丁'].map((it) => [...it].sort().join('')),
  ])
})

test('160 at 40 tables in two rounds, a third of all pairs vetoed: everybody meets somebody', () => {
  const ids = Array.from({ length: 160 }, (_, at) => `z${at}`)
  const vetoes = ids.flatMap((one, i) =>
    ids.slice(i + 1).flatMap((other, j) => ((i * 7 + j * 11) % 3 === 0 ? [[one, other] as const] : [])),
  )
  const participants = ids.map((id) => ({ id }))
  const plan = planDay({ participants, rounds: 2, tables: 40, worths: [], vetoes })
  expect(plan.lacks).toEqual([])
})

test('a repaired plan keeps every meeting whose members are all still there, and breaks no rule', () => {
  fc.assert(
    fc.property(days, fc.nat(8), fc.nat(8), (day, gone, late) => {
      const plan = planDay(day)
      const change = { from: 2, gone: [`z${gone}`], late: [[`z${late}`, 3] as const] }
      const after = repair(plan, day, change)
      const { repeats, vetoed } = measuresOf(after.plan, dayAfter(day, change))
      expect({ repeats, vetoed }).toEqual({ repeats: 0, vetoed: 0 })
      const met = new Set(
        after.plan.rounds.flatMap((it) =>
          it.meetings.flatMap(pairsOf).map((pair) => `${it.number} ${pairKey(...pair)}`),
        ),
      )
      for (const { number, meetings } of plan.rounds) {
        for (const [one, other] of meetings.flatMap(pairsOf)) {
          const touched =
            number >= 2 && [one, other].some((it) => it === `z${gone}` || (it === `z${late}` && number < 3))
          if (!touched) expect(met.has(`${number} ${pairKey(one, other)}`)).toBe(true)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('one leaves at noon: its partner joins the table that it suits best, everybody else keeps theirs', () => {
  const six = ['甲', '乙', '丙', '丁', '戊', '己'].map((id) => ({ id }))
  const worths = [
    ['甲', '乙', 1],
    ['丙', '丁', 1],
    ['戊', '己', 1],
    ['乙', '丁', 0.7],
  ] as const
  const day: Day = { participants: six, rounds: 1, tables: 3, worths }
  const { plan, changed } = repair(planDay(day), day, { from: 1, gone: ['甲'] })
  const tables = plan.rounds[0]?.meetings.map((it) => [...it.members].sort().join(''))
  expect(tables?.toSorted()).toEqual(['丁丙乙', '己戊'])
  expect(changed).toEqual(['乙', '丙', '丁'])
})

const four = ['甲', '乙', '丙', '丁'].map((id) => ({ id }))
const everyPair = four.flatMap(({ id }, at) => four.slice(at + 1).map((it) => [id, it.id] as const))

test('one participant: said so, and no round has a meeting', () => {
  const plan = planDay({ participants: [{ id: '甲' }], rounds: 2, tables: 4, worths: [] })
  expect(plan.lacks).toEqual([{ kind: 'alone' }])
  expect(plan.rounds.flatMap((it) => it.meetings)).toEqual([])
})

test('everybody vetoes everybody: each is told how many vetoes stand in the way', () => {
  const plan = planDay({ participants: four, rounds: 2, tables: 4, worths: [], vetoes: everyPair })
  expect(plan.lacks).toEqual(four.map(({ id }) => ({ kind: 'nobody-left', id, vetoed: 3, met: 0 })))
})

test('a wish for somebody that vetoed it is no wish', () => {
  const day: Day = {
    participants: four,
    rounds: 1,
    tables: 2,
    worths: [],
    wishes: [['甲', '乙']],
    vetoes: [['乙', '甲']],
  }
  const plan = planDay(day)
  expect(plan.rounds[0]?.meetings.some((it) => it.members.includes('甲') && it.members.includes('乙'))).toBe(
    false,
  )
  expect(measuresOf(plan, day).wishes).toEqual({ met: 0, of: 0 })
})

test('an odd number: the one left over joins the table that it suits best', () => {
  const plan = planDay({
    participants: [...four, { id: '戊' }],
    rounds: 1,
    tables: 3,
    worths: [
      ['甲', '乙', 0.9],
      ['丙', '丁', 0.9],
      ['戊', '丙', 0.5],
    ],
  })
  const [round] = plan.rounds
  expect(round?.meetings.map((it) => [...it.members].sort().join(''))).toContain(
    ['丙', '丁', '戊'].sort().join(''),
  )
  expect(round?.resting).toEqual([])
})

test('with one table for four, two rounds are enough for everybody, whatever the others would be worth', () => {
  const plan = planDay({
    participants: four,
    rounds: 2,
    tables: 1,
    worths: [
      ['甲', '乙', 1],
      ['甲', '丙', 1],
      ['甲', '丁', 1],
    ],
  })
  expect(plan.lacks).toEqual([])
})

test('a day with too few tables says whom it leaves out, and how many tables it would take', () => {
  const plan = planDay({ participants: four, rounds: 1, tables: 1, worths: [['甲', '乙', 1]] })
  expect(plan.lacks).toEqual([
    { kind: 'few-tables', id: '丙', needed: 2 },
    { kind: 'few-tables', id: '丁', needed: 2 },
  ])
})

test('whoever is left out is named with what to relax, in both languages', () => {
  const { lacks } = planDay({ participants: four, rounds: 1, tables: 1, worths: [['甲', '乙', 1]] })
  const told = (locale: 'zh-CN' | 'en') => lacks.map((it) => pairingWords[locale].lack(it, (id) => `${id}县`))
  expect(told('zh-CN')[0]).toBe('丙县没有排上：桌子或轮次不够。加到 2 张桌，或增加一轮。')
  expect(told('en')[1]).toBe(
    '丁县 has no meeting: too few tables or rounds. 2 tables would do, or one round more.',
  )
})

test('a programme: every zone gets a helper before any gets a second one', () => {
  const { pairs, missing } = assign({
    helpers: [
      { id: '江苏', capacity: 2 },
      { id: '浙江', capacity: 1 },
    ],
    helped: [{ id: '毕节', wants: 2 }, { id: '海西' }],
    worths: [
      ['江苏', '毕节', 0.9],
      ['浙江', '毕节', 0.8],
      ['江苏', '海西', 0.1],
    ],
  })
  expect(pairs.map((it) => `${it.helper}→${it.helped}`).sort()).toEqual([
    '江苏→毕节',
    '江苏→海西',
    '浙江→毕节',
  ])
  expect(missing).toEqual([])
})

test('in a thread of its own the plan is the same; at its time limit it is the rounds planned so far', async () => {
  const program = await childProgram('src/skills/matchmaking/pairing/pair-worker.ts')
  const day: Day = { participants: four, rounds: 2, tables: 2, worths: [['甲', '乙', 1]] }
  expect(await planAside(day, { limit: 15_000, program })).toEqual({
    plan: planDay(day),
    done: true,
  })
  const cut = await planAside(day, { limit: 0, program })
  expect(cut).toEqual({ plan: { rounds: [], lacks: [] }, done: false })
})
