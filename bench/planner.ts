/**
 * How long the planner takes for a year, and that its cost is linear. Prints Markdown for docs/performance.md.
 *
 *   npm run bench:planner
 *
 * Each round starts from the register and the rules alone: who owes what, and the steps of the year on their workdays.
 * Nothing is kept from one round to the next. CPU time, the best of several rounds.
 */

import type { ZoneSubject } from '../src/core/audience.ts'
import type { Duty, Obligation } from '../src/core/duty.ts'
import { usualLadder } from '../src/core/duty.ts'
import { instantAt } from '../src/core/local-date.ts'
import { stepsToCome } from '../src/skills/deadlines/rules/due-steps.ts'
import { obligationsOf } from '../src/skills/deadlines/rules/rules.ts'
import { stepsUnder } from '../src/skills/deadlines/rules/steps.ts'
import { makeWorkdays } from '../src/skills/deadlines/rules/workdays.ts'

const from = instantAt('2014-01-01', '00:00')
const until = instantAt('2015-01-01', '00:00')

/** Twelve yearly duties, one a month. */
const duties = Array.from({ length: 12 }, (_, n): Duty => {
  const month = String(n + 1).padStart(2, '0')
  return {
    id: `duty-${month}`,
    title: `任务${n + 1}`,
    kind: 'report',
    audience: { of: 'zones', notStatuses: ['不再作为实验区'] },
    rule: { kind: 'yearly', day: `${month}-28`, from: 2014, until: 2014 },
    ladder: usualLadder,
    materials: [],
    state: 'live',
    liveSince: from,
    revision: 1,
  }
})

function subjects(count: number): readonly ZoneSubject[] {
  return Array.from({ length: count }, (_, n) => ({
    of: 'zones',
    organization: `zone-${n}`,
    zone: {
      id: `zone-${n}`,
      name: `实验区${n}`,
      short: `区${n}`,
      aliases: [],
      province: '江苏',
      region: '东部',
      founded: 2009,
    },
  }))
}

/** @returns how many reminders the year has */
function planYear(zones: readonly ZoneSubject[]): number {
  const { owed } = obligationsOf(duties, zones, { now: from, settled: [], putOff: [] })
  const obligations = owed.map(({ duty, organization, period, due }): Obligation => {
    const id = `${duty}/${organization}/${period}`
    return { id, duty, organization, period, due, state: 'open', since: from, changedAt: from }
  })
  const stepsOf = stepsUnder(makeWorkdays())
  let reminders = 0
  for (const { replacedBy, obligations: owing } of stepsToCome({ duties, obligations, stepsOf }, from, until))
    if (replacedBy === undefined) reminders += owing.length
  return reminders
}

function timed<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const begun = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(begun)
  return { result, milliseconds: (user + system) / 1000 }
}

const sizes = [500, 5_000, 50_000]
const measured = sizes.map((size) => {
  const zones = subjects(size)
  const rounds = Array.from({ length: size > 10_000 ? 3 : 9 }, () => timed(() => planYear(zones)))
  const times = rounds.map((it) => it.milliseconds)
  return { size, steps: rounds[0]?.result ?? 0, first: times[0] ?? 0, best: Math.min(...times) }
})

console.log('| zones | duties | reminders in a year | first round, ms | best round, ms | µs a zone |')
console.log('|---:|---:|---:|---:|---:|---:|')
for (const { size, steps, first, best } of measured)
  console.log(
    `| ${size.toLocaleString('en')} | ${duties.length} | ${steps.toLocaleString('en')} | ${first.toFixed(0)} | ${best.toFixed(0)} | ${((best * 1000) / size).toFixed(0)} |`,
  )

/** Slope of log(time) over log(zones) by least squares: 1 is linear. */
const points = measured.map(({ size, best }) => [Math.log(size), Math.log(best)] as const)
const mean = (at: 0 | 1) => points.reduce((sum, it) => sum + it[at], 0) / points.length
const [x, y] = [mean(0), mean(1)]
const slope =
  points.reduce((sum, it) => sum + (it[0] - x) * (it[1] - y), 0) /
  points.reduce((sum, it) => sum + (it[0] - x) ** 2, 0)
console.log(`\nGrowth: time ~ zones^${slope.toFixed(2)}`)
