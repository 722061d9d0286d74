import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { allianceDataOf } from '../../../src/app/alliance-data.ts'
import { makeAnswering } from '../../../src/app/answering.ts'
import { makeListening } from '../../../src/app/ears.ts'
import { type SkillDependencies, skillsOf } from '../../../src/app/skills.ts'
import { readConfig } from '../../../src/config.ts'
import type { LlmConfig } from '../../../src/config-llm.ts'
import type { Receive } from '../../../src/core/adapter.ts'
import { silentLog } from '../../../src/core/log.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Form, Reply } from '../../../src/core/reply.ts'
import { makeRouter } from '../../../src/core/router.ts'
import { formOf } from '../../../src/core/skill.ts'
import type { Answerer } from '../../../src/skills/ask/answer/answer.ts'
import { withKeptAnswers } from '../../../src/skills/ask/answer/kept-answers.ts'
import type { Ingested } from '../../../src/skills/ask/documents/ingest.ts'
import { lookUp } from '../../../src/skills/ask/looking-up.ts'
import type { Step } from '../../../src/skills/ask/model/plan-lookups.ts'
import { makeWorkdays } from '../../../src/skills/deadlines/plan.ts'
import { makeAttention } from '../../../src/skills/members/attention.ts'
import { makeCallers } from '../../../src/skills/members/callers.ts'
import { inviteByOperator } from '../../../src/skills/members/operator.ts'
import { seedOrganizations } from '../../../src/skills/members/seed.ts'
import { seedZones } from '../../../src/skills/zones/load-register.ts'
import { provinces } from '../../../src/skills/zones/provinces.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { makeTalker, type Place, type Talker } from '../../support/conversation.ts'
import { madeOnce } from '../../support/made-once.ts'
import { monday, type TestClock } from '../../support/people.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const data = join(root, 'data')
const config = readConfig({ env: {}, flags: {}, root, cwd: tmpdir() })

/** Makes a store with the five documents, the register and its organizations. */
async function furnish(file: string): Promise<void> {
  const store = await openStore(file)
  const clock = { now: () => monday }
  const policies = join(data, 'policies')
  const { failed } = await makeAnswering(config, store, clock).ingest([policies], {
    manifest: join(policies, 'manifest.json'),
  })
  if (failed.length > 0) throw new Error(JSON.stringify(failed))
  await seedZones(join(data, 'register'), store.zones)
  await seedOrganizations({ ...store, provinces, at: monday })
  await store.close()
}

export interface AskHouse {
  readonly store: Store
  readonly clock: TestClock
  readonly answerer: Answerer
  readonly receive: Receive
  /** The form that a button opens. */
  formOf(name: string, value: string): Promise<Form | undefined>
  /** Somebody whom the alliance does not know. */
  guest(id: string, place?: Partial<Place>): Talker
  /** A member of the organization of that name, e.g. 张家港市, 江苏省科技厅, 专家. */
  member(id: string, organization: string, place?: Partial<Place>): Promise<Talker>
  /** What these lookups find for somebody who said so, as a model would choose them. */
  lookUp(id: string, said: string, steps: readonly Step[]): Promise<Reply | undefined>
  /** The operator at the terminal. */
  operator(): Talker
  /** Brings in a document of these words, under that name; again under the same name, its next version. */
  ingest(name: string, text: string): Promise<Ingested>
  close(): Promise<void>
}

/** A house for one test. */
export async function askHouse(
  llm?: LlmConfig,
  readThread?: SkillDependencies['readThread'],
): Promise<AskHouse> {
  const house = await openHouse(llm, readThread)
  onTestFinished(() => house.close())
  return house
}

/** The whole house over a copy of the furnished store, behind the real router; with a language model where one is given. */
export async function openHouse(
  llm?: LlmConfig,
  readThread?: SkillDependencies['readThread'],
): Promise<AskHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-ask-'))
  const file = join(folder, 'alliance.db')
  copyFileSync(await madeOnce('furnished.db', furnish), file)
  const store = await openStore(file)
  const clock: TestClock = { at: monday, now: () => clock.at }
  const workdays = makeWorkdays()
  const answering = makeAnswering(llm ? { ...config, llm } : config, store, clock)
  const wording = await answering.wording()
  const answerer = withKeptAnswers(answering.answerer, { knowledge: () => store.knowledge() })
  const skills = skillsOf({
    clock,
    store,
    answering,
    answerer,
    ...(wording ? { wording } : {}),
    listening: makeListening(store),
    workdays: () => workdays,
    alliance: allianceDataOf(config, answering),
    pastTrainings: () => [],
    readFile: async () => '',
    ...(readThread ? { readThread } : {}),
  })
  const callers = makeCallers({
    ...store,
    isOperator: ({ from }) => from.platform === 'console',
    operatorLocale: 'zh-CN',
  })
  const receive = makeRouter({
    skills,
    inbox: store.inbox,
    callers,
    attention: makeAttention(store),
    limit: { waitFor: () => 0 },
    log: silentLog,
    reference: () => 'ref-1',
  })
  const guest = (id: string, place: Partial<Place> = {}) => makeTalker(receive, { id, ...place }, clock.now)
  return {
    store,
    clock,
    answerer,
    receive,
    formOf: (name, value) => formOf(skills, name, value),
    guest,
    async member(id, organization, place) {
      const talker = guest(id, place)
      const { code } = await inviteByOperator({ ...store, clock }, { organization })
      const { text } = await talker.calls('join', { code })
      if (!text.includes('欢迎')) throw new Error(`${id} could not join: ${text}`)
      return talker
    },
    async lookUp(id, said, steps) {
      const message: Message = {
        id: `lookup-${said}`,
        from: { platform: 'slack', space: 'T1', channel: `D-${id}` },
        author: { id, name: id },
        at: clock.now(),
        addressed: 'direct',
        text: said,
      }
      const lookups = skills.flatMap((it) => it.lookups ?? [])
      return lookUp(steps, lookups, { caller: await callers.callerOf(message), message, said })
    },
    operator: () => guest('operator', { from: { platform: 'console', space: 'terminal' } }),
    async ingest(name, text) {
      const path = join(folder, name)
      writeFileSync(path, text)
      return answering.ingest([path])
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
