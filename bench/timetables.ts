/**
 * How long it takes to send everybody's own timetable of an exchange day, each with its page to print: 160 invented zones, the
 * real outbox, job and composer on a SQLite file, before a platform that accepts at once. `npm run bench:timetables`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Adapter } from '../src/core/adapter.ts'
import type { Ears } from '../src/core/ears.ts'
import { silentLog } from '../src/core/log.ts'
import { makeDeliverOutbox } from '../src/jobs/deliver-outbox.ts'
import { makeWorkdays } from '../src/skills/deadlines/plan.ts'
import type { ExchangeDay } from '../src/skills/matchmaking/exchange/exchange-day.ts'
import { publish } from '../src/skills/matchmaking/exchange/publish.ts'
import { planDay } from '../src/skills/matchmaking/pairing/pair.ts'
import { makePartners } from '../src/skills/matchmaking/suggesting/partners.ts'
import { makeMatchComposers } from '../src/skills/matchmaking/telling/compose.ts'
import { seedOrganizations } from '../src/skills/members/seed.ts'
import { openStore } from '../src/store/index.ts'
import { inventedDay } from './invented-day.ts'
import { quantile } from './measure.ts'

const size = 160
const rounds = 6
/** A workday's morning in Beijing: nothing waits for the quiet hours to end. */
const now = Date.UTC(2014, 8, 1, 2)
const clock = { now: () => now }

const folder = mkdtempSync(join(tmpdir(), 'alliance-timetables-'))
const store = await openStore(join(folder, 'alliance.db'))
const provinces = [{ short: '江苏', full: '江苏省' }]
const zones = Array.from({ length: size }, (_, at) => ({
  id: `z${at}`,
  name: `江苏省虚构市第${at}县`,
  short: `虚构${at}县`,
  aliases: [],
  province: '江苏',
  region: '东部' as const,
}))
await store.zones.import(zones.map((zone) => ({ zone, sources: [] })))
await seedOrganizations({ ...store, provinces, at: now })

const day = inventedDay(size, rounds)
const told = (title: string) => ({ id: title, title })
const planned: ExchangeDay = {
  id: '2014-09-10',
  on: '2014-09-10',
  day,
  plan: planDay(day),
  topics: day.worths.map(([one, other]) => ({
    pair: [one, other],
    need: told(`虚构的难题：${one} 想治矿区重金属污染的土壤`),
    offer: told(`虚构的做法：${other} 用改良剂和能源草修复`),
  })),
}
const ears: Ears = {
  of: (organization) => [
    {
      recipient: `m-${organization}`,
      organization,
      to: { platform: 'paper', space: 'S', channel: organization },
      locale: 'zh-CN',
    },
  ],
  above: () => [],
  office: () => [],
  province: () => [],
}

const at: number[] = []
let bytes = 0
const adapter: Adapter = {
  platform: 'paper',
  async start() {},
  directly: ({ space, user }) => ({ platform: 'paper', space, channel: user }),
  async send(_, { files = [] }) {
    const [page] = files
    if (page?.type !== 'application/pdf') throw new Error('a timetable without its page')
    at.push(performance.now())
    bytes += page.bytes.length
    return { messageId: String(at.length), at: now }
  },
  async stop() {},
}
const parts = {
  ...store,
  clock,
  workdays: () => makeWorkdays(),
  alliance: (): never => {
    throw new Error('a timetable reads no taxonomy')
  },
  ears: async () => ears,
}
const job = makeDeliverOutbox({
  outbox: store.outbox,
  adapters: [adapter],
  composers: makeMatchComposers({ ...parts, partners: makePartners(parts) }),
  clock,
  log: silentLog,
  boot: 'bench',
  locale: 'zh-CN',
})

const begun = performance.now()
const before = process.cpuUsage()
const published = publish(planned, ears, now)
await store.matchLists.keepDay(planned.id, published.day, now)
await store.outbox.add(published.deliveries, now)
for (let sent = -1; sent !== at.length; ) {
  sent = at.length
  await job.run(new AbortController().signal)
}
const { user, system } = process.cpuUsage(before)
const { sent } = await store.outbox.counts()
if (sent !== size || at.length !== size) throw new Error(`${sent} of ${size} were sent`)
await store.close()
rmSync(folder, { recursive: true, force: true })

const waits = [begun, ...at]
  .flatMap((it, place, all) => (place === 0 ? [] : [it - (all[place - 1] ?? it)]))
  .sort((a, b) => a - b)
const cpu = (user + system) / 1000
const cells = [
  ((at.at(-1) ?? begun) - begun) / 1000,
  cpu / 1000,
  cpu / size,
  quantile(waits, 0.95),
  bytes / size / 1024,
]
console.log(`| timetables with a page | seconds | CPU s | CPU ms each | p95 ms between two | kB a page |
|---|---|---|---|---|---|
| ${size} | ${cells.map((it) => it.toFixed(1)).join(' | ')} |`)
