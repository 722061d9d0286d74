import { onTestFinished } from 'vitest'
import { makeSlack, type SlackParts } from '../../../src/adapters/slack/adapter.ts'
import type { Adapter, Receive } from '../../../src/core/adapter.ts'
import { guest } from '../../../src/core/caller.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { localeOf } from '../../../src/core/locale.ts'
import { silentLog } from '../../../src/core/log.ts'
import type { Message as Heard } from '../../../src/core/message.ts'
import { type Attention, makeRouter } from '../../../src/core/router.ts'
import type { Outcome, Skill } from '../../../src/core/skill.ts'
import type { Store } from '../../../src/store/index.ts'
import { freePort } from '../free-port.ts'
import { temporaryStore } from '../store.ts'
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackCounterpart, startSlack } from './counterpart.ts'
import { BOT_USER } from './workspace.ts'

export type ModeName = 'socket' | 'http'

/** A timings for tests: as in life, only faster. */
export const quick = { messageEvery: 5, updateEvery: 20, backOff: 20, workingAfter: 50, callTimeout: 2_000 }

export interface Tried {
  readonly slack: SlackCounterpart
  readonly adapter: Adapter
  /** Resolves when every message that was taken has its answer. */
  quiet(): Promise<void>
  /** Where requests arrive, in HTTP mode. */
  readonly appUrl: string
}

/** A counterpart with a channel, two people and the bot; `start` joins the real adapter to it. */
export async function trySlack(mode: ModeName, given: Partial<SlackParts> = {}) {
  const port = mode === 'http' ? await freePort() : 0
  const appUrl = `http://127.0.0.1:${port}/slack/events`
  const slack = await startSlack(mode === 'http' ? () => appUrl : undefined)
  slack.workspace.addPerson('U1', '张三')
  slack.workspace.addPerson('U2', '李四', 'en-US')
  slack.workspace.addChannel('C1', ['U1', 'U2', BOT_USER])
  slack.workspace.addChannel('C2', ['U1', 'U2', BOT_USER])
  slack.workspace.addChannel('C9', ['U1', 'U2'])
  slack.workspace.direct('U1')

  const make = (): SlackParts => ({
    botToken: BOT_TOKEN,
    mode:
      mode === 'http'
        ? { kind: 'http', signingSecret: SIGNING_SECRET, port }
        : { kind: 'socket', appToken: APP_TOKEN },
    apiUrl: slack.apiUrl,
    clock: systemClock(),
    log: silentLog,
    timings: quick,
    ...given,
  })

  async function start(
    receive: Receive,
    skills: readonly Skill[],
    owed: readonly Heard[] = [],
  ): Promise<Tried> {
    const underWay = new Set<Promise<unknown>>()
    const counting: Receive = (message, turn) => {
      const work = receive(message, turn)
      underWay.add(work)
      void work.finally(() => underWay.delete(work))
      return work
    }
    const adapter = makeSlack(make())
    await adapter.start(counting, skills, owed)
    return {
      slack,
      adapter,
      appUrl,
      async quiet() {
        while (underWay.size > 0) await Promise.all(underWay)
      },
    }
  }

  return { slack, start, appUrl }
}

/** The same, started, and stopped when the test has ended. */
export async function startedSlack(
  mode: ModeName,
  receive: Receive,
  skills: readonly Skill[] = [],
  given: Partial<SlackParts> = {},
): Promise<Tried> {
  const { start } = await trySlack(mode, given)
  const tried = await start(receive, skills)
  onTestFinished(async () => {
    await tried.adapter.stop()
    await tried.slack.close()
  })
  return tried
}

/** The adapter with a router, a store and one skill behind it, as in the house. */
export async function talkingSlack(
  mode: ModeName,
  handle: (message: Heard) => Promise<Outcome>,
  given: Partial<SlackParts> & { readonly face?: Partial<Skill>; readonly attention?: Attention } = {},
): Promise<Tried & { readonly store: Store; readonly heard: readonly Heard[] }> {
  const { face, attention, ...parts } = given
  const heard: Heard[] = []
  const store = await temporaryStore()
  const skill: Skill = {
    name: 'try',
    summary: '试一试',
    examples: ['验收材料什么时候交？'],
    ...face,
    match: (message) => (message.press && !message.press.action.startsWith('try.') ? 0 : 1),
    handle: (message) => {
      heard.push(message)
      return handle(message)
    },
  }
  const receive = makeRouter({
    skills: [skill],
    inbox: store.inbox,
    callers: { callerOf: async (message) => guest(localeOf(message.author.locale)) },
    attention: attention ?? { wants: async () => false },
    limit: { waitFor: () => 0 },
    log: silentLog,
    reference: () => 'ref-1',
  })
  return { ...(await startedSlack(mode, receive, [skill], parts)), store, heard }
}

interface Line {
  readonly level: string
  readonly message: string
  readonly fields: object
}

/** Keeps every line of a log; `line` resolves when one of that level is there. */
export function keepingLog() {
  const lines: Line[] = []
  const waiting = new Set<() => void>()
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, message, fields })
    for (const look of waiting) look()
  }
  const line = (level: string) =>
    new Promise<Line>((resolve) => {
      const look = () => {
        const found = lines.find((it) => it.level === level)
        if (found) resolve(found)
      }
      waiting.add(look)
      look()
    })
  return { lines, line, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}
