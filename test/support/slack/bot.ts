/** A bot in a process of its own, so that a test can kill it. Speaks on stdout: one line for each thing that it does. */
import { makeSlack } from '../../../src/adapters/slack/adapter.ts'
import { guest } from '../../../src/core/caller.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { silentLog } from '../../../src/core/log.ts'
import { reply } from '../../../src/core/reply.ts'
import { makeRouter } from '../../../src/core/router.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { openStore } from '../../../src/store/index.ts'
import { APP_TOKEN, BOT_TOKEN } from './counterpart.ts'

export interface BotParts {
  readonly apiUrl: string
  readonly database: string
  /** Whether the skill ever answers. */
  readonly answers: boolean
  /** What the clock shows beyond the real time, in milliseconds. */
  readonly ahead: number
}

const parts = JSON.parse(process.argv[2] ?? '{}') as BotParts
const tell = (line: string) => process.stdout.write(`${line}\n`)
const real = systemClock()
const clock = { now: () => real.now() + parts.ahead }
const store = await openStore(parts.database)
const skill: Skill = {
  name: 'try',
  summary: 'try',
  examples: [],
  match: () => 1,
  async handle(message) {
    tell(`working on ${message.text}`)
    return parts.answers ? reply(`回声 ${message.text}`) : new Promise(() => {})
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
const adapter = makeSlack({
  botToken: BOT_TOKEN,
  mode: { kind: 'socket', appToken: APP_TOKEN },
  apiUrl: parts.apiUrl,
  clock,
  log: silentLog,
  timings: { messageEvery: 5, backOff: 20 },
})
await adapter.start(receive, [skill], await store.inbox.owed('slack'))
tell('ready')
