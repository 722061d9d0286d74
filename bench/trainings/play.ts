import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeListening } from '../../src/app/ears.ts'
import type { Adapter } from '../../src/core/adapter.ts'
import { type Caller, type Organization, roleIn } from '../../src/core/caller.ts'
import type { Clock, Instant } from '../../src/core/clock.ts'
import { dayAt, instantAt } from '../../src/core/local-date.ts'
import { silentLog } from '../../src/core/log.ts'
import type { Message } from '../../src/core/message.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { SeatState, Training } from '../../src/core/training.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanTrainings } from '../../src/jobs/plan-trainings.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { seedOrganizations } from '../../src/skills/members/seed.ts'
import { announce } from '../../src/skills/trainings/announcing/announce.ts'
import { makeAnnouncementComposers } from '../../src/skills/trainings/announcing/compose-announcement.ts'
import type { OrganizingParts } from '../../src/skills/trainings/organizing/parts.ts'
import { seatRulesOf, subjectsIn } from '../../src/skills/trainings/parts.ts'
import { seat } from '../../src/skills/trainings/plan.ts'
import { makeTrainingsSkill } from '../../src/skills/trainings/skill.ts'
import { makeTrainingComposers } from '../../src/skills/trainings/telling/compose.ts'
import { tellMove } from '../../src/skills/trainings/telling/tell-move.ts'
import { seedZones } from '../../src/skills/zones/load-register.ts'
import { provinceOf, provinces } from '../../src/skills/zones/provinces.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { type Act, acts, from, people, training, until } from './script.ts'

/** What happened at one moment: what people did, what went out, and how the seats stood after it. */
export interface Moment {
  readonly at: Instant
  readonly acts: readonly string[]
  /** What was said in private, as the first line of each. */
  readonly sent: readonly { readonly line: string; readonly count: number; readonly text: string }[]
  readonly seats: Readonly<Partial<Record<SeatState, number>>>
}

const never = new AbortController().signal
const hours = Array.from({ length: 13 }, (_, at) => `${String(at + 8).padStart(2, '0')}:00`)

/** Plays the script on the real register, skill, store and jobs; only the platform is paper, and its people are invented. */
export async function play(root: string): Promise<readonly Moment[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-training-'))
  const store = await openStore(join(folder, 'alliance.db'))
  try {
    return await playOn(store, join(root, 'data'))
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function playOn(store: Store, data: string): Promise<readonly Moment[]> {
  const clock = { at: instantAt(from, '08:00'), now: () => clock.at }
  await seedZones(join(data, 'register'), store.zones)
  await seedOrganizations({ ...store, provinces, at: clock.at })
  const callers = await callersOf(store, clock)
  let sent: string[] = []
  const paper = makePaper(clock, (text) => sent.push(text))
  const workdays = makeWorkdays()
  const parts: OrganizingParts = {
    ...store,
    ...makeListening(store, () => [paper]),
    clock,
    workdays: () => workdays,
    regionOf: (province) => provinceOf(province)?.region,
    newId: () => '00000001',
    pastTrainings: () => [],
    readFile: async () => '',
  }
  const skill = makeTrainingsSkill(parts)
  const jobs = [
    makePlanTrainings({ ...parts, log: silentLog, planned: () => {} }),
    makeDeliverOutbox({
      outbox: store.outbox,
      adapters: [paper],
      composers: { ...makeTrainingComposers(parts), ...makeAnnouncementComposers(parts) },
      clock,
      log: silentLog,
      boot: 'rehearsal',
      locale: 'zh-CN',
    }),
  ]

  async function act(it: Act): Promise<void> {
    const stamp = { who: 'organizer', at: clock.at }
    if (it.verb === 'publish') {
      const published: Training = { ...training, publishedAt: clock.at }
      await store.trainings.create(published, stamp)
      await store.outbox.add(
        announce(published, await subjectsIn(parts), await parts.ears(), clock.at),
        clock.at,
      )
    } else if (it.verb === 'change') {
      const [rules, ears] = [seatRulesOf(parts), await parts.ears()]
      await store.registrations.act(
        training.id,
        (hall) => seat(hall, { kind: 'change', to: { ...hall.training, ...it.to } }, rules),
        stamp,
        (moved, before) => tellMove(moved, before, ears, { at: clock.at }),
      )
    } else if (it.verb === 'came') {
      for (const { member } of await store.registrations.list({ training: training.id, states: ['seated'] }))
        if (!it.but?.includes(member)) await store.registrations.attend(training.id, member, stamp)
    } else if (it.verb === 'accept') {
      const offered = await store.registrations.list({ training: training.id, states: ['offered'] })
      for (const { member } of offered.slice(0, it.first)) await press(member, { verb: 'accept' })
    } else for (const who of it.who) await press(who, it)
  }

  async function press(
    who: string,
    { verb, given }: { readonly verb: string; readonly given?: Readonly<Record<string, string>> },
  ): Promise<void> {
    const caller = callers.get(who)
    if (!caller) throw new Error(`nobody is called ${who}`)
    const name = `trainings.${verb}`
    const message: Message = {
      id: `${name} ${who} ${clock.at}`,
      from: { platform: 'paper', space: 'S', channel: who },
      author: { id: who, name: who },
      text: '',
      at: clock.at,
      addressed: 'direct',
      ...(given
        ? { form: { name, values: given, value: training.id } }
        : { press: { action: name, value: training.id } }),
    }
    await skill.handle(message, caller)
  }

  const moments: Moment[] = []
  for (let at = instantAt(from, '08:00'); dayAt(at) <= until; at += 3_600_000) {
    if (!hours.some((it) => instantAt(dayAt(at), it) === at)) continue
    clock.at = at
    sent = []
    for (const job of jobs) await job.run(never)
    const now = acts.filter((it) => instantAt(it.on, it.at) === at)
    for (const it of now) await act(it)
    if (now.length > 0) for (const job of jobs) await job.run(never)
    if (now.length === 0 && sent.length === 0) continue
    const seats = new Map<SeatState, number>()
    for (const { state } of await store.registrations.list({ training: training.id }))
      seats.set(state, (seats.get(state) ?? 0) + 1)
    moments.push({
      at,
      acts: now.map((it) => it.told),
      sent: grouped(sent),
      seats: Object.fromEntries(seats),
    })
  }
  return moments
}

/** Ninety invented people of the register's zones, one after the other. */
async function callersOf(store: Store, clock: Clock): Promise<ReadonlyMap<string, Caller>> {
  const zones = (await store.organizations.all()).filter((it) => it.kind === 'zone')
  const placed = people.map((id, at): readonly [string, Organization] => {
    const zone = zones[at % zones.length]
    if (!zone) throw new Error('the register has no zone')
    return [id, zone]
  })
  await store.members.addAll(
    placed.map(([id, { id: organization }]) => ({
      id,
      name: id,
      organization,
      identity: { platform: 'paper', space: 'S', user: id },
    })),
    { who: 'rehearsal', at: clock.now() },
  )
  return new Map(
    placed.map(([id, organization]) => [
      id,
      { role: roleIn[organization.kind], locale: 'zh-CN', organization, member: { id, name: id } },
    ]),
  )
}

/** The same first line, how often; places in the line are told as one. */
function grouped(texts: readonly string[]): Moment['sent'] {
  const lines = new Map<string, { line: string; count: number; text: string }>()
  for (const text of texts) {
    const line = (text.split('\n')[0] ?? '').replace(/第 \d+ 位/, '第 n 位')
    const known = lines.get(line)
    if (known) known.count += 1
    else lines.set(line, { line, count: 1, text })
  }
  return [...lines.values()]
}

/** A platform on which everything arrives. */
function makePaper(clock: Clock, posted: (text: string) => void): Adapter {
  return {
    platform: 'paper',
    async start() {},
    directly: ({ space, user }) => ({ platform: 'paper', space, channel: user }),
    async send(_to, reply, key) {
      posted(plainText(reply))
      return { messageId: key, at: clock.now() }
    },
    async stop() {},
  }
}
