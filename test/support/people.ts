import type { Receive } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import { silentLog } from '../../src/core/log.ts'
import { limitPerPerson } from '../../src/core/rate-limit.ts'
import { makeRouter } from '../../src/core/router.ts'
import type { Skill } from '../../src/core/skill.ts'
import { makeAttention } from '../../src/skills/members/attention.ts'
import { makeCallers } from '../../src/skills/members/callers.ts'
import { inviteByOperator } from '../../src/skills/members/operator.ts'
import { seedOrganizations } from '../../src/skills/members/seed.ts'
import { makeMembers } from '../../src/skills/members/skill.ts'
import type { Store } from '../../src/store/index.ts'
import type { Zone } from '../../src/store/zones.ts'
import { makeTalker, type Place, type Talker } from './conversation.ts'
import { temporaryStore } from './store.ts'

/** A clock that a test moves. */
export interface TestClock extends Clock {
  at: number
}

/** 23 June 2014, 09:00 in Beijing. */
export const monday = Date.UTC(2014, 5, 23, 1)

export const provinces = [
  { short: '江苏', full: '江苏省' },
  { short: '江西', full: '江西省' },
]

const zone = (id: string, name: string, short: string, province: string, region: Zone['region']): Zone => ({
  id,
  name,
  short,
  aliases: [short.replace(/[市县区]$/u, '')],
  province,
  region,
})

export const zones: readonly Zone[] = [
  zone('jiangsu-yixing', '江苏省无锡市宜兴市', '宜兴市', '江苏', '东部'),
  zone('jiangsu-rugao', '江苏省南通市如皋市', '如皋市', '江苏', '东部'),
  zone('jiangxi-guixi', '江西省鹰潭市贵溪市', '贵溪市', '江西', '中部'),
]

export interface People {
  readonly store: Store
  readonly clock: TestClock
  /** What an adapter hands messages to, and the skills whose faces it shows. */
  readonly receive: Receive
  readonly skills: readonly Skill[]
  /** Somebody in a private chat on Slack, unless said otherwise. */
  person(id: string, place?: Partial<Place>): Talker
  /** The same, a member already: joined by a code that the operator made. */
  member(id: string, organization: string, place?: Partial<Place>): Promise<Talker>
  /** A code of an organization, made at the command line. */
  codeFor(organization: string, wanted?: { uses?: number; days?: number }): Promise<string>
}

/**
 * A house with its organizations, behind the real router, on a real file.
 * @param others further skills, or what makes them of the store
 */
export async function housePeople(
  others: readonly Skill[] | ((store: Store, clock: Clock) => readonly Skill[]) = [],
): Promise<People> {
  const store = await temporaryStore()
  const clock: TestClock = { at: monday, now: () => clock.at }
  await store.zones.import(zones.map((it) => ({ zone: it, sources: [] })))
  await seedOrganizations({ ...store, provinces, at: clock.at })
  const parts = { ...store, clock }
  const skills = [makeMembers(parts), ...(typeof others === 'function' ? others(store, clock) : others)]
  const receive = makeRouter({
    skills,
    inbox: store.inbox,
    callers: makeCallers({
      ...store,
      isOperator: (message) => message.from.platform === 'console',
      operatorLocale: 'zh-CN',
    }),
    attention: makeAttention(store),
    limit: limitPerPerson(clock),
    log: silentLog,
    reference: () => 'ref-1',
  })
  const person = (id: string, place: Partial<Place> = {}) => makeTalker(receive, { id, ...place }, clock.now)
  const codeFor = async (organization: string, wanted = {}) =>
    (await inviteByOperator(parts, { organization, ...wanted })).code
  return {
    store,
    clock,
    receive,
    skills,
    person,
    codeFor,
    async member(id, organization, place) {
      const talker = person(id, place)
      const { text } = await talker.calls('join', { code: await codeFor(organization) })
      if (!/欢迎|Welcome/.test(text)) throw new Error(`${id} could not join: ${text}`)
      return talker
    },
  }
}

/** The first code that a text shows. */
export function codeIn(text: string): string {
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
}
