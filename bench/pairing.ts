/**
 * One round and one day of an exchange day: our planner beside what people would pick instead, on the same invented
 * worths, in one run; and the largest day, with its memory. `npm run bench:pairing`. Times are CPU seconds.
 */
import blossom from 'edmonds-blossom-fixed'
import highsModule from 'highs'
import munkres from 'munkres-js'
import type { Day, DayPlan, Pair, Round } from '../src/skills/matchmaking/pairing/day.ts'
import { measuresOf } from '../src/skills/matchmaking/pairing/measures.ts'
import { planDay } from '../src/skills/matchmaking/pairing/pair.ts'
import { planAside } from '../src/skills/matchmaking/pairing/pair-aside.ts'
import { type Edge, solve } from '../src/skills/matchmaking/pairing/solve.ts'
import { dice, inventedDay } from './invented-day.ts'

type Pairing = (size: number, edges: readonly Edge[]) => readonly Edge[] | Promise<readonly Edge[]>

const pickers: readonly (readonly [name: string, largest: number, pick: Pairing])[] = [
  [
    'ours (blossom over the best edges)',
    2000,
    (size, edges) => solve(size, edges, { cardinality: true }).pairs,
  ],
  ['greedy, best pair first', 2000, (_, edges) => greedy([...edges].sort((a, b) => b[2] - a[2]))],
  ['random, as most chat bots do', 2000, (_, edges) => greedy(dice(7).shuffled(edges))],
  ['edmonds-blossom-fixed, all edges', 500, (_, edges) => byMates(edges, blossom(edges, true))],
  ['munkres-js, both ways, cycles cut', 160, (size, edges) => byMunkres(size, edges)],
  ['highs (MIP)', 160, (size, edges) => byHighs(size, edges)],
]

async function main(): Promise<void> {
  console.log('| participants | by | CPU s | pairs | weight of ours | gap to the bound | MB |')
  console.log('|---|---|---|---|---|---|---|')
  for (const size of [160, 500, 2000]) {
    const edges = edgesOf(inventedDay(size, 1))
    // Told by ours: the weight itself where the whole graph was given to the algorithm, participants' prices otherwise.
    const { bound } = solve(size, edges, { cardinality: true })
    let ours = 0
    for (const [name, largest, pick] of pickers) {
      if (size > largest) {
        console.log(`| ${size} | ${name} | not run | | | | |`)
        continue
      }
      const since = process.cpuUsage()
      const pairs = await pick(size, edges)
      const { user, system } = process.cpuUsage(since)
      const weight = pairs.reduce((sum, it) => sum + it[2], 0)
      ours ||= weight
      const megabytes = Math.round(process.memoryUsage.rss() / 1e6)
      console.log(
        `| ${size} | ${name} | ${((user + system) / 1e6).toFixed(2)} | ${pairs.length} | ${percent(weight / ours)} | ${percent(1 - weight / bound)} | ${megabytes} |`,
      )
    }
  }
  console.log(
    '\n| day | by | CPU s | worth | coverage | repeats | wishes | blocking pairs | Gini of meetings | gap to the bound |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const [size, rounds, tables] of [
    [41, 6, 20],
    [160, 6, 80],
    [160, 6, 40],
    [500, 6, 250],
  ] as const) {
    const day = { ...inventedDay(size, rounds), tables }
    for (const [name, plan] of [
      ['ours', planDay],
      ['best pair first', (it: Day) => dayBy(it, (edges) => [...edges].sort((a, b) => b[2] - a[2]))],
      ['random', (it: Day) => dayBy(it, (edges) => dice(7).shuffled(edges))],
    ] as const) {
      const since = process.cpuUsage()
      const planned = plan(day)
      const { user } = process.cpuUsage(since)
      const it = measuresOf(planned, day)
      const gap = name === 'ours' ? percent(it.gap) : ''
      console.log(
        `| ${size} participants, ${rounds} rounds, ${tables} tables | ${name} | ${(user / 1e6).toFixed(2)} | ${it.worth.toFixed(0)} | ${percent(it.coverage)} | ${it.repeats} | ${it.wishes.met} of ${it.wishes.of} | ${it.blocking} | ${it.gini.toFixed(3)} | ${gap} |`,
      )
    }
  }
}

/** As the house plans it: in a thread of its own, beside which the rest of the process is small. */
async function largeDays(): Promise<void> {
  console.log('\n| day, ours | CPU s | coverage | repeats | wishes | gap to the bound | MB at most |')
  console.log('|---|---|---|---|---|---|---|')
  for (const tables of [1000, 500, 167]) {
    const [size, rounds] = [2000, 6]
    const day = { ...inventedDay(size, rounds), tables }
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 200)
    const since = process.cpuUsage()
    const { plan, done } = await planAside(day, { limit: 3_600_000 })
    const { user, system } = process.cpuUsage(since)
    clearInterval(watch)
    const it = measuresOf(plan, day)
    console.log(
      `| ${size} participants, ${rounds} rounds, ${tables} tables${done ? '' : ', not finished'} | ${((user + system) / 1e6).toFixed(0)} | ${percent(it.coverage)} | ${it.repeats} | ${it.wishes.met} of ${it.wishes.of} | ${percent(it.gap)} | ${Math.round(most / 1e6)} |`,
    )
  }
}

/** A day as it is planned without an algorithm: round by round the first pairs of an order, as long as there are tables. */
function dayBy(day: Day, order: (edges: readonly Edge[]) => readonly Edge[]): DayPlan {
  const ids = day.participants.map((it) => it.id)
  let left = edgesOf(day)
  const rounds = Array.from({ length: day.rounds }, (_, at): Round => {
    const pairs = greedy(order(left)).slice(0, day.tables)
    left = left.filter((it) => !pairs.includes(it))
    const met = new Set(pairs.flatMap((it) => it.slice(0, 2)))
    return {
      number: at + 1,
      meetings: pairs.map(([i, j, weight], table) => ({
        table: table + 1,
        members: [ids[i] ?? '', ids[j] ?? ''],
        worth: (weight - 1) / 1000,
      })),
      resting: ids.filter((_, index) => !met.has(index)),
      weight: 0,
      bound: 0,
    }
  })
  return { rounds, lacks: [] }
}

function edgesOf({ participants, worths, met = [], vetoes = [] }: Day): readonly Edge[] {
  const index = new Map(participants.map((it, at) => [it.id, at]))
  const key = ([one, other]: Pair) => {
    const [i, j] = [index.get(one) ?? 0, index.get(other) ?? 0]
    return Math.min(i, j) * participants.length + Math.max(i, j)
  }
  const no = new Set([...met, ...vetoes].map(key))
  const worth = new Map(worths.map(([one, other, it]) => [key([one, other]), it]))
  const edges: Edge[] = []
  for (let i = 0; i < participants.length; i++) {
    for (let j = i + 1; j < participants.length; j++) {
      const at = i * participants.length + j
      if (!no.has(at)) edges.push([i, j, 1 + Math.round(1000 * (worth.get(at) ?? 0))])
    }
  }
  return edges
}

function greedy(edges: readonly Edge[]): readonly Edge[] {
  const taken = new Set<number>()
  return edges.filter(([i, j]) => !taken.has(i) && !taken.has(j) && taken.add(i) && taken.add(j))
}

function byMates(edges: readonly Edge[], mates: readonly number[]): readonly Edge[] {
  return edges.filter(([i, j]) => mates[i] === j)
}

/** The assignment problem gives everybody somebody; where two chose each other that is a pair, of longer circles the best. */
function byMunkres(size: number, edges: readonly Edge[]): readonly Edge[] {
  const most = 2000
  const costs = Array.from({ length: size }, () => new Array<number>(size).fill(most * 10))
  for (const [i, j, weight] of edges) {
    const [row, column] = [costs[i] ?? [], costs[j] ?? []]
    row[j] = most - weight
    column[i] = most - weight
  }
  const chosen = new Set(munkres(costs).map(([i, j]) => Math.min(i, j) * size + Math.max(i, j)))
  return greedy(edges.filter(([i, j]) => chosen.has(i * size + j)).sort((a, b) => b[2] - a[2]))
}

/** One whole variable an edge, one row a participant; a bonus above any weight for each pair stands for cardinality. */
async function byHighs(size: number, edges: readonly Edge[]): Promise<readonly Edge[]> {
  // Its types describe an ES module, what Node loads is CommonJS.
  const highs = await (highsModule as unknown as typeof highsModule.default)()
  const rows: string[][] = Array.from({ length: size }, () => [])
  for (const [at, [i, j]] of edges.entries()) {
    rows[i]?.push(`x${at}`)
    rows[j]?.push(`x${at}`)
  }
  const model = [
    'Maximize',
    `obj: ${edges.map((it, at) => `${it[2] + 2000} x${at}`).join('\n + ')}`,
    'Subject To',
    ...rows.map((its, at) => `r${at}: ${its.join('\n + ')} <= 1`),
    'Binary',
    edges.map((_, at) => `x${at}`).join('\n'),
    'End',
  ].join('\n')
  const { Columns } = highs.solve(model, { time_limit: 60 })
  return edges.filter((_, at) => {
    const column = Columns[`x${at}`]
    return column !== undefined && 'Primal' in column && (column.Primal as number) > 0.5
  })
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}

// Before anything else has filled the memory.
await largeDays()
await main()
