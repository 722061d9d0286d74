import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeListening } from '../../src/app/ears.ts'
import { type Adapter, DeliveryError } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import { silentLog } from '../../src/core/log.ts'
import type { Meeting } from '../../src/core/meeting-rooms.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { Button, Reply } from '../../src/core/reply.ts'
import { reply } from '../../src/core/reply.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makePlanMatches } from '../../src/jobs/plan-matches.ts'
import { makeWords } from '../../src/skills/ask/search/words.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { readClimates } from '../../src/skills/matchmaking/fitting/read-climates.ts'
import { readProfiles } from '../../src/skills/matchmaking/fitting/read-profiles.ts'
import { readTaxonomy } from '../../src/skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../../src/skills/matchmaking/fitting/weights.ts'
import { planDay } from '../../src/skills/matchmaking/pairing/pair.ts'
import type { AllianceData, MatchParts } from '../../src/skills/matchmaking/parts.ts'
import { makeMatchmaking } from '../../src/skills/matchmaking/skill.ts'
import { makePartners } from '../../src/skills/matchmaking/suggesting/partners.ts'
import { makeMatchComposers } from '../../src/skills/matchmaking/telling/compose.ts'
import { housePeople, type People } from './people.ts'

const data = join(import.meta.dirname, '../../data')
const read = (file: string) => readFileSync(join(data, file), 'utf8')
const workdays = makeWorkdays()

const climates = readClimates(read('alliance/climates.txt'))

/** The files of data/alliance as a new installation has them, read once. */
export const alliance: AllianceData = {
  taxonomy: readTaxonomy(read('alliance/taxonomy.txt')),
  weights: readWeights(read('alliance/weights.txt')),
  cutter: makeWords({ lexicon: read('lexicon/words.txt') }),
  climateOf: (province) => climates.get(province),
}

/** What a platform on paper was told to post. */
export interface Posted {
  readonly channel: string
  readonly text: string
  readonly buttons: readonly Button[]
  /** Names of the files that went with it. */
  readonly files: readonly string[]
}

/** A platform on paper that can bring people together, or refuses to. */
export function paperPlatform(platform: string, clock: Clock) {
  const posted: Posted[] = []
  const meetings: Meeting[] = []
  const rooms = { refuse: undefined as 'for-good' | 'for-now' | undefined }
  const adapter: Adapter = {
    platform,
    async start() {},
    directly: ({ space, user }) => ({ platform, space, channel: `D-${user}` }),
    async send({ channel }, it: Reply) {
      const buttons = it.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      const files = (it.files ?? []).map((file) => file.name)
      posted.push({ channel, text: plainText(it), buttons, files })
      return { messageId: String(posted.length), at: clock.now() }
    },
    rooms: {
      async open(meeting) {
        if (rooms.refuse) throw new DeliveryError('no', { permanent: rooms.refuse === 'for-good' })
        meetings.push(meeting)
        return { platform, space: 'T1', channel: `room-${meeting.key}` }
      },
    },
    async stop() {},
  }
  return { adapter, posted, meetings, rooms }
}

export interface MatchPeople extends People {
  readonly parts: MatchParts
  /** Platforms on paper, where no others were given. */
  readonly slack: ReturnType<typeof paperPlatform>
  readonly discord: ReturnType<typeof paperPlatform>
  /** One beat: time does its work, and what is due goes out. */
  beat(): Promise<void>
  /** The last thing that was posted there, after a beat. */
  heard(channel: string): Promise<Posted>
}

export interface MatchOptions {
  readonly adapters?: readonly Adapter[]
  /** Of the rows that the documents tell of, these alone. */
  readonly only?: readonly string[]
}

/** A house in which people look for partners: the real skill, job and outbox behind the real router, on a real file. */
export async function matchPeople({ adapters, only }: MatchOptions = {}): Promise<MatchPeople> {
  let parts: MatchParts | undefined
  let count = 0
  let platforms: readonly Adapter[] = adapters ?? []
  const people = await housePeople((store, clock) => {
    parts = {
      ...store,
      ...makeListening(store, () => platforms),
      clock,
      workdays: () => workdays,
      alliance: () => alliance,
      askPolicy: async (question) => reply(`问：${question}`),
      planDay: async (day) => planDay(day),
      newId: () => {
        count += 1
        return `id-${count}`
      },
    }
    return [makeMatchmaking(parts)]
  })
  const { store, clock } = people
  const [slack, discord] = [paperPlatform('slack', clock), paperPlatform('discord', clock)]
  platforms = adapters ?? [slack.adapter, discord.adapter]
  const rows = readProfiles(read('alliance/profiles.csv'), alliance.taxonomy, '2014-06-01')
  await store.profiles.addAll(
    rows.filter((it) => only?.includes(it.id) ?? true),
    'seed',
    { who: 'seed', at: clock.now() },
  )
  if (!parts) throw new Error('the skill was not made')
  const joined = parts as MatchParts
  const partners = makePartners(joined)
  const common = { ...joined, clock, log: silentLog }
  const plan = makePlanMatches({
    ...common,
    ...store,
    partnersOf: (id) => partners.forProfile(id, 10, 0.3),
    roomsOf: (platform) => platforms.find((it) => it.platform === platform)?.rooms,
    platforms: platforms.map((it) => it.platform),
    office: 'office',
    locale: 'zh-CN',
    planned: () => {},
  })
  const deliver = makeDeliverOutbox({
    outbox: store.outbox,
    adapters: platforms,
    composers: makeMatchComposers({ ...joined, partners }),
    clock,
    log: silentLog,
    boot: 'b1',
    locale: 'zh-CN',
  })
  const signal = new AbortController().signal
  async function beat(): Promise<void> {
    await plan.run(signal)
    // One row a place and round, as the outbox gives them.
    for (let before = -1; before !== (await store.outbox.counts()).sent; ) {
      before = (await store.outbox.counts()).sent
      await deliver.run(signal)
    }
  }
  return {
    ...people,
    parts: joined,
    slack,
    discord,
    beat,
    async heard(channel) {
      await beat()
      const last = [...slack.posted, ...discord.posted].findLast((it) => it.channel === channel)
      if (!last) throw new Error(`nothing was posted to ${channel}`)
      return last
    },
  }
}

/** A button of a posted message, by its label. */
export function buttonOf({ buttons }: Pick<Posted, 'buttons'>, label: string): Button {
  const button = buttons.find((it) => it.label === label)
  if (!button) throw new Error(`no button ${label} among ${buttons.map((it) => it.label).join(', ')}`)
  return button
}
