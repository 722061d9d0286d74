/**
 * 500 people press 报名 within ten seconds on a training with 60 seats, some of them set aside for 13 provinces: through the
 * real router and the real store on a file. Prints Markdown for docs/performance.md.
 *
 *   npm run bench:seats
 *   npm run bench:seats -- --people 2000 --seconds 5
 *
 * Beside it, with the same presses at the same times: what is written first, a count and then an insert, with
 * nothing that holds the two together.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { systemClock } from '../src/core/clock.ts'
import { addDays, dayAt } from '../src/core/local-date.ts'
import { silentLog } from '../src/core/log.ts'
import type { Message } from '../src/core/message.ts'
import { plainText } from '../src/core/plain-text.ts'
import { limitPerPerson } from '../src/core/rate-limit.ts'
import { reply } from '../src/core/reply.ts'
import { makeRouter } from '../src/core/router.ts'
import type { Skill } from '../src/core/skill.ts'
import type { Training } from '../src/core/training.ts'
import { makeWorkdays } from '../src/skills/deadlines/plan.ts'
import { makeAttention } from '../src/skills/members/attention.ts'
import { makeCallers } from '../src/skills/members/callers.ts'
import { organizationsOf } from '../src/skills/members/organizations.ts'
import { afterWorkingHours, seat } from '../src/skills/trainings/plan.ts'
import { provinces } from '../src/skills/zones/provinces.ts'
import { openStore } from '../src/store/index.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '500' },
    seats: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '10' },
  },
})
const crowd = Number(values.people)
const capacity = Number(values.seats)
const seconds = Number(values.seconds)
const invited = provinces.slice(0, 13)
const each = 3
const day = 86_400_000

interface Press {
  readonly member: string
  readonly province: string
  /** Milliseconds from the beginning. */
  readonly after: number
  readonly again: boolean
}

const clock = systemClock()
const presses = pressesOf(crowd)
const folder = mkdtempSync(join(tmpdir(), 'alliance-seats-'))
try {
  const rows = [await ours(), await countThenInsert()]
  console.log(
    `## Seats: ${crowd} people press within ${seconds} s, half of them in the first ${(seconds / 16).toFixed(1)} s, a third of them twice; ${capacity} seats, ${each} set aside for each of ${invited.length} provinces\n`,
  )
  console.log(
    '| | seated | too many | not the fair ones | answers a press | p50 ms | p95 ms | slowest ms | CPU ms each |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const it of rows) console.log(`| ${it.join(' | ')} |`)
  console.log()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The house: router, members, seats, store. */
async function ours(): Promise<readonly (string | number)[]> {
  const store = await openStore(join(folder, 'alliance.db'))
  const stamp = { who: 'operator', at: clock.now() }
  await store.organizations.keep(organizationsOf(invited, []), stamp)
  const members = new Map(presses.map((it) => [it.member, it.province]))
  await store.members.addAll(
    [...members].map(([id, province]) => ({
      id,
      name: id,
      organization: `province-${province}`,
      identity: { platform: 'slack', space: 'T1', user: id },
    })),
    stamp,
  )
  const training = trainingOf()
  await store.trainings.create(training, stamp)
  const workdays = makeWorkdays()
  const skill: Skill = {
    name: 'trainings',
    summary: '',
    examples: [],
    match: ({ press }) => (press ? 1 : 0),
    async handle(message, { member, organization }) {
      if (!member || !organization) return reply('请先加入')
      const now = clock.now()
      const rules = {
        now,
        holdUntil: (from: number, hours: number) => afterWorkingHours(from, hours, workdays),
      }
      const { id, province } = organization
      const person = {
        member: member.id,
        name: member.name,
        organization: id,
        ...(province ? { province } : {}),
      }
      const moved = await store.registrations.act(
        message.press?.value ?? '',
        (hall) => seat(hall, { kind: 'ask', person, answers: {} }, rules),
        { who: member.id, at: now, where: message.from },
      )
      return reply(moved?.registrations.find((it) => it.member === member.id)?.state ?? '没有这个培训')
    },
  }
  const receive = makeRouter({
    skills: [skill],
    inbox: store.inbox,
    callers: makeCallers({ ...store, isOperator: () => false, operatorLocale: 'zh-CN' }),
    attention: makeAttention(store),
    limit: limitPerPerson(clock),
    log: silentLog,
    reference: () => 'bench',
  })
  const measured = await pressAll(async ({ member }, at) => {
    const message: Message = {
      id: `press-${at}`,
      from: { platform: 'slack', space: 'T1', channel: 'C1' },
      author: { id: member, name: member },
      text: '报名',
      at: clock.now(),
      addressed: 'direct',
      press: { action: 'trainings.ask', value: training.id },
    }
    const outcome = await receive(message)
    return outcome && 'blocks' in outcome ? plainText(outcome) : ''
  })
  const roster = await store.registrations.list({ training: training.id })
  const history = await store.registrations.history(training.id)
  await store.close()
  const arrived = history.map((it) => it.member)
  if (roster.length !== crowd || arrived.length !== crowd)
    throw new Error('somebody is missing, or there twice')
  const seated = roster.filter((it) => it.state === 'seated').map((it) => it.member)
  return rowOf('this house', seated, arrived, measured)
}

/** The usual first version: count, think, insert. */
async function countThenInsert(): Promise<readonly (string | number)[]> {
  const db = new Database(join(folder, 'naive.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec('CREATE TABLE registrations (id INTEGER PRIMARY KEY, member TEXT, province TEXT, state TEXT)')
  const known = db.prepare('SELECT state FROM registrations WHERE member = ?').pluck()
  const taken = db.prepare(
    "SELECT province, count(*) AS seats FROM registrations WHERE state = 'seated' GROUP BY province",
  )
  const insert = db.prepare('INSERT INTO registrations (member, province, state) VALUES (?, ?, ?)')
  const measured = await pressAll(async ({ member, province }) => {
    const before = known.get(member) as string | undefined
    if (before !== undefined) return before
    const holders = taken.all() as { readonly province: string; readonly seats: number }[]
    // Any work between reading and writing: the answer is drawn, a log line is written, another press comes in.
    await setTimeout(2)
    const own = holders.find((it) => it.province === province)?.seats ?? 0
    const overflow = holders.reduce((sum, it) => sum + Math.max(0, it.seats - each), 0)
    const free = capacity - invited.length * each - overflow
    const state = own < each || free > 0 ? 'seated' : 'waiting'
    insert.run(member, province, state)
    return state
  })
  const all = db.prepare('SELECT member, state FROM registrations ORDER BY id').all() as {
    readonly member: string
    readonly state: string
  }[]
  db.close()
  const seated = all.filter((it) => it.state === 'seated').map((it) => it.member)
  return rowOf('count, then insert', seated, [...new Set(all.map((it) => it.member))], measured)
}

interface Measured {
  readonly times: readonly number[]
  readonly answered: number
  readonly cpu: number
}

/** Each press at its time, whether or not those before it are answered. */
async function pressAll(press: (it: Press, at: number) => Promise<string>): Promise<Measured> {
  const times: number[] = []
  let answered = 0
  const begun = performance.now()
  const cpu = process.cpuUsage()
  const pending: Promise<void>[] = []
  for (const [at, it] of presses.entries()) {
    const wait = it.after - (performance.now() - begun)
    if (wait > 0) await setTimeout(wait)
    else await setImmediate()
    const from = performance.now()
    pending.push(
      press(it, at).then((text) => {
        times.push(performance.now() - from)
        if (text === 'seated' || text === 'waiting') answered += 1
      }),
    )
  }
  await Promise.all(pending)
  const { user, system } = process.cpuUsage(cpu)
  return { times: times.sort((a, b) => a - b), answered, cpu: (user + system) / 1000 }
}

function rowOf(
  name: string,
  seated: readonly string[],
  arrived: readonly string[],
  { times, answered, cpu }: Measured,
) {
  const fair = fairOf(arrived)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  return [
    name,
    seated.length,
    Math.max(0, seated.length - capacity),
    seated.filter((it) => !fair.has(it)).length + [...fair].filter((it) => !seated.includes(it)).length,
    (answered / presses.length).toFixed(2),
    at(0.5),
    at(0.95),
    at(1),
    (cpu / presses.length).toFixed(1),
  ]
}

/** Who has to have a seat: one by one as they came, one of their province's, else a free one. */
function fairOf(arrived: readonly string[]): ReadonlySet<string> {
  const provinceOf = new Map(presses.map((it) => [it.member, it.province]))
  const left = new Map(invited.map((it) => [it.short, each]))
  let free = capacity - invited.length * each
  return new Set(
    arrived.filter((member) => {
      const province = provinceOf.get(member) ?? ''
      const own = left.get(province) ?? 0
      if (own > 0) left.set(province, own - 1)
      else if (free > 0) free -= 1
      else return false
      return true
    }),
  )
}

/** Half of them in the first sixteenth of the time, as when a card appears; provinces of very different size. */
function pressesOf(count: number): readonly Press[] {
  const random = randomOf(7)
  const all: Press[] = []
  for (let at = 0; at < count; at += 1) {
    const which = Math.floor(random() ** 2 * invited.length)
    const press = {
      member: `M${String(at).padStart(4, '0')}`,
      province: invited[which]?.short ?? '',
      after: random() ** 4 * seconds * 1000,
    }
    all.push({ ...press, again: false })
    if (random() < 1 / 3) all.push({ ...press, after: press.after + random() * 1500, again: true })
  }
  return all.sort((a, b) => a.after - b.after)
}

/** The same numbers in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function trainingOf(): Training {
  const now = clock.now()
  const starts = addDays(dayAt(now), 40)
  return {
    id: 'bench',
    title: '培训',
    kind: 'training',
    state: 'published',
    starts,
    ends: starts,
    sessions: [],
    hosts: [],
    organizer: 'office',
    audience: { of: 'provinces' },
    capacity,
    quotas: invited.map(({ short }) => ({ of: 'province', who: short, seats: each })),
    nomination: 'open',
    registration: { until: now + 30 * day },
    holdHours: 4,
    questions: [],
    materials: [],
    revision: 1,
  }
}
