import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeListening } from '../../src/app/ears.ts'
import { deadlineParts } from '../../src/app/skills.ts'
import type { Adapter } from '../../src/core/adapter.ts'
import { type Caller, type Organization, roleIn } from '../../src/core/caller.ts'
import type { Clock, Instant, LocalDate } from '../../src/core/clock.ts'
import { addDays, instantAt } from '../../src/core/local-date.ts'
import { silentLog } from '../../src/core/log.ts'
import { plainText } from '../../src/core/plain-text.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanNotices } from '../../src/jobs/plan-notices.ts'
import { makeWorkdays, stepsUnder } from '../../src/skills/deadlines/plan.ts'
import { seedDuties } from '../../src/skills/deadlines/rules/seed-duties.ts'
import { makeDeadlines } from '../../src/skills/deadlines/skill.ts'
import { makeDeadlineComposers } from '../../src/skills/deadlines/telling/compose.ts'
import { seedOrganizations } from '../../src/skills/members/seed.ts'
import { seedZones } from '../../src/skills/zones/load-register.ts'
import { provinceOf, provinces } from '../../src/skills/zones/provinces.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import type { OutboxRow } from '../../src/store/outbox.ts'
import { type Act, acts, from, office, outage, silent, until } from './script.ts'

/** What went out to one person. */
export interface Sent {
  readonly at: Instant
  readonly row: OutboxRow
  /** For whom they hear it. */
  readonly organization: Organization
  readonly text: string
}

export interface Day {
  readonly date: LocalDate
  readonly acts: readonly (Act & { readonly names: readonly string[] })[]
  readonly sent: readonly Sent[]
}

const never = new AbortController().signal
/** When something is due in this house, before people act. */
const beats = ['08:30', '09:00'] as const

/** Plays the script day by day on the real register, rules, store and jobs; only the platform is paper. */
export async function play(root: string): Promise<readonly Day[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-rehearsal-'))
  const store = await openStore(join(folder, 'alliance.db'))
  try {
    return await playOn(store, join(root, 'data'))
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function playOn(store: Store, data: string): Promise<readonly Day[]> {
  const clock = { at: instantAt(from, '08:00'), now: () => clock.at }
  await openHouse(store, data, clock)
  const organizations = new Map((await store.organizations.all()).map((it) => [it.id, it]))
  const named = (id: string): Organization => {
    const found = organizations.get(id)
    if (!found) throw new Error(`no organization ${id}`)
    return found
  }
  let sent: Sent[] = []
  const rows = new Map<string, OutboxRow>()
  const paper = makePaper(clock, (key, text) => {
    const row = rows.get(key)
    if (!row) throw new Error(`sent without words: ${key}`)
    const { organization } = row.about as { readonly organization: string }
    sent.push({ at: clock.at, row, organization: named(organization), text })
  })
  const listening = makeListening(store, () => [paper])
  const workdays = makeWorkdays()
  const parts = deadlineParts({ clock, store, listening, workdays: () => workdays })
  const skill = makeDeadlines({
    ...parts,
    askPolicy: async () => undefined,
    askAnybody: async () => undefined,
  })
  const beat = makeBackgroundJobs({ store, clock, parts, paper, rows })

  async function act({ of, by, verb, given }: Act): Promise<void> {
    for (const zone of of) {
      const organization = named(by ?? zone)
      const caller: Caller = {
        role: roleIn[organization.kind],
        locale: 'zh-CN',
        organization,
        member: { id: memberOf(organization.id), name: organization.name },
      }
      const [obligation] = await store.obligations.list({ organizations: [zone], duty: 'acceptance' })
      const value = obligation?.id ?? ''
      const name = `deadlines.${verb}`
      await skill.handle(
        {
          id: `${verb}-${zone}`,
          from: paper.directly({ platform: paper.platform, space: 'S', user: caller.member?.id ?? '' }),
          author: { id: memberOf(organization.id), name: organization.name },
          text: '',
          at: clock.at,
          addressed: 'direct',
          ...(given ? { form: { name, values: given, value } } : { press: { action: name, value } }),
        },
        caller,
      )
    }
  }

  const days: Day[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (date >= outage.from && date <= outage.until) continue
    sent = []
    for (const time of beats) {
      clock.at = instantAt(date, time)
      await beat()
    }
    const today = acts.filter((it) => it.on === date)
    clock.at = instantAt(date, office)
    for (const it of today) await act(it)
    await beat()
    days.push({
      date,
      acts: today.map((it) => ({ ...it, names: it.of.map((id) => named(id).name) })),
      sent,
    })
  }
  return days
}

/** A new installation, and one invented person in each organization but one. */
async function openHouse(store: Store, data: string, clock: Clock): Promise<void> {
  const at = clock.now()
  await seedZones(join(data, 'register'), store.zones)
  await seedOrganizations({ ...store, provinces, at })
  const organizations = await store.organizations.all()
  const duties = join(data, 'duties')
  await seedDuties(
    readdirSync(duties).map((it) => join(duties, it)),
    {
      ...store,
      organizations,
      zones: await store.zones.list(),
      regionOf: (province) => provinceOf(province)?.region,
      now: at,
    },
  )
  await store.members.addAll(
    organizations
      .filter((it) => it.kind !== 'expert' && it.id !== silent)
      .map(({ id, name }) => ({
        id: memberOf(id),
        name,
        organization: id,
        identity: { platform: 'paper', space: 'S', user: memberOf(id) },
      })),
    { who: 'rehearsal', at },
  )
}

const memberOf = (organization: string) => `member-of-${organization}`

interface BackgroundJobParts {
  readonly store: Store
  readonly clock: Clock
  readonly parts: ReturnType<typeof deadlineParts>
  readonly paper: Adapter
  readonly rows: Map<string, OutboxRow>
}

/** Both jobs of the heart, once; remembers each delivery whose words are made. */
function makeBackgroundJobs({ store, clock, parts, paper, rows }: BackgroundJobParts): () => Promise<void> {
  const planning = makePlanNotices({
    ...store,
    ...parts,
    stepsOf: stepsUnder(parts.workdays()),
    log: silentLog,
    planned: () => {},
  })
  const composers = Object.entries(makeDeadlineComposers(parts)).map(
    ([kind, compose]) =>
      [
        kind,
        (row: OutboxRow) => {
          rows.set(row.key, row)
          return compose(row)
        },
      ] as const,
  )
  const delivering = makeDeliverOutbox({
    outbox: store.outbox,
    adapters: [paper],
    composers: Object.fromEntries(composers),
    clock,
    log: silentLog,
    boot: 'rehearsal',
    locale: 'zh-CN',
  })
  return async () => {
    await planning.run(never)
    await delivering.run(never)
  }
}

/** A platform on which everything arrives. */
function makePaper(clock: Clock, posted: (key: string, text: string) => void): Adapter {
  return {
    platform: 'paper',
    async start() {},
    directly: ({ space, user }) => ({ platform: 'paper', space, channel: user }),
    async send(_to, reply, key) {
      posted(key, plainText(reply))
      return { messageId: key, at: clock.now() }
    },
    async stop() {},
  }
}
