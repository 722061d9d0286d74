/** A bot in a process of its own, so that a test can kill it. Speaks on stdout: one line for each thing that it does. */
import { makeDiscord } from '../../../src/adapters/discord/adapter.ts'
import { guest } from '../../../src/core/caller.ts'
import { silentLog } from '../../../src/core/log.ts'
import { buttons, reply } from '../../../src/core/reply.ts'
import { makeRouter } from '../../../src/core/router.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { openStore } from '../../../src/store/index.ts'

export interface BotParts {
  readonly apiUrl: string
  readonly token: string
  readonly database: string
  /** Whether the skill ever answers. */
  readonly answers: boolean
  /** What the clock shows. */
  readonly now: number
}

const parts = JSON.parse(process.argv[2] ?? '{}') as BotParts
const tell = (line: string) => process.stdout.write(`${line}\n`)
const store = await openStore(parts.database)
const skill: Skill = {
  name: 'try',
  summary: 'try',
  examples: [],
  match: () => 1,
  async handle(message) {
    tell(`working on ${message.text}`)
    if (!parts.answers) return new Promise(() => {})
    return reply(`回声 ${message.text}`, buttons({ label: '有用', action: 'try.helpful', value: '7' }))
  },
}
const receive = makeRouter({
  skills: [skill],
  inbox: {
    claim: (message) => store.inbox.claim(message),
    async settle(message) {
      await store.inbox.settle(message)
      tell(`settled ${message.text}`)
    },
  },
  callers: { callerOf: async () => guest() },
  attention: { wants: async () => false },
  limit: { waitFor: () => 0 },
  log: silentLog,
  reference: () => 'ref-1',
})
const adapter = makeDiscord({
  token: parts.token,
  apiUrl: parts.apiUrl,
  clock: { now: () => parts.now },
  log: silentLog,
  timings: { acknowledgeAfter: 1 },
})
await adapter.start(receive, [skill], await store.inbox.owed('discord'))
tell('ready')
