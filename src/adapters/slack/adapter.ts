import { setTimeout as sleep } from 'node:timers/promises'
import { App } from '@slack/bolt'
import { type Adapter, DeliveryError, type Receive } from '../../core/adapter.ts'
import { backOff } from '../../core/back-off.ts'
import type { Clock } from '../../core/clock.ts'
import { messageOf, Problem } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Reply } from '../../core/reply.ts'
import { makeChannelQueues } from './channel-queues.ts'
import { makeClient, quietLogger } from './client.ts'
import { withSlash } from './command.ts'
import {
  type Connection,
  holdingAcknowledgements,
  LONGEST_BACK_OFF,
  type Mode,
  makeConnection,
} from './connection.ts'
import { makeConversations } from './conversations.ts'
import { makeDeliver, type Posted, receiptOf } from './deliver.ts'
import { listen } from './events.ts'
import { deliveryError, failureOf, revocationIn } from './failure.ts'
import { fetchFile } from './fetch-file.ts'
import { makeSendFiles } from './files.ts'
import type { Home } from './home.ts'
import { limits } from './limits.ts'
import { makeRooms } from './meeting-rooms.ts'
import type { Self } from './parse.ts'
import { makePinnedCards } from './pinned-cards.ts'
import { readThread } from './read-thread.ts'
import { render } from './render.ts'

export interface SlackParts {
  /** `xoxb-…` */
  readonly botToken: string
  readonly mode: Mode
  /** Base URL of the Web API; Slack's own if absent. */
  readonly apiUrl?: string
  readonly clock: Clock
  readonly log: Log
  /** Draws the Home tab; by default, examples of what can be asked. */
  readonly home?: Home
  /** Metrics. */
  readonly watch?: { reconnected(): void }
  /** Times in milliseconds, for tests that cannot wait. */
  readonly timings?: Partial<Timings>
}

export interface Timings {
  /** Between two messages in one channel. */
  readonly messageEvery: number
  /** Between two edits of one message. */
  readonly updateEvery: number
  /** Before the first retry of anything; doubles with each further one. */
  readonly backOff: number
  /** Until work is shown as work. */
  readonly workingAfter: number
  /** Until a call counts as lost. */
  readonly callTimeout: number
  /** In [0, 1); spreads retries. */
  readonly random: () => number
}

const defaultTimings: Timings = {
  messageEvery: limits.messageEveryMs,
  updateEvery: limits.updateEveryMs,
  backOff: 1_000,
  workingAfter: 400,
  callTimeout: 10_000,
  random: Math.random,
}

/** On shutdown, answers in progress get this long, milliseconds; the rest is answered after the restart. */
const SHUTDOWN_GRACE = 7_000
/** Delivery keys kept in memory. */
const REMEMBERED = 5_000

/** Slack: conversations and notices, over Socket Mode or HTTP. */
export function makeSlack(parts: SlackParts): Adapter {
  const { clock, log } = parts
  const timings = { ...defaultTimings, ...parts.timings }
  const client = makeClient(parts.botToken, parts.apiUrl, log, timings.callTimeout)
  const queues = makeChannelQueues(timings.messageEvery)
  const deliver = makeDeliver({
    client,
    queues,
    clock,
    log,
    backOffMs: timings.backOff,
    random: timings.random,
  })
  let commands: ReadonlySet<string> = new Set()
  const draw = (reply: Reply) => render(withSlash(reply, commands))
  const sendFiles = makeSendFiles({ client, deliver, log, timeout: timings.callTimeout })
  const conversations = makeConversations({
    ...parts,
    timings,
    client,
    deliver,
    render: draw,
    sendFiles,
    revoked,
  })
  const sent = new Map<string, readonly Posted[]>()
  const stopping = new AbortController()
  let connection: Connection | undefined
  let joining: Promise<void> = Promise.resolve()
  let lost: string | undefined

  function revoked(code: string): void {
    if (lost !== undefined) return
    lost = code
    log.error(
      { code },
      'Slack no longer accepts our token: reinstall the app and set SLACK_BOT_TOKEN (or SLACK_APP_TOKEN); other platforms go on',
    )
  }

  async function identify(): Promise<Self> {
    const { team_id, user_id, bot_id } = await client.auth.test()
    return { team: team_id ?? '', user: user_id ?? '', bot: bot_id ?? '' }
  }

  async function join(self: Self, receive: Receive, skills: Parameters<Adapter['start']>[1]): Promise<void> {
    const opened = makeConnection({
      mode: parts.mode,
      apiUrl: parts.apiUrl,
      log,
      backOffMs: timings.backOff,
      random: timings.random,
      revoked,
      reconnected: () => parts.watch?.reconnected(),
    })
    connection = opened
    const app = new App({
      receiver: holdingAcknowledgements(opened.receiver),
      authorize: async () => ({ botToken: parts.botToken, botId: self.bot, botUserId: self.user }),
      logger: quietLogger(log),
      convoStore: false,
      // parse.ts drops our own messages; if Bolt dropped them, they would never be acknowledged.
      ignoreSelf: false,
    })
    app.error(async (thrown) => {
      log.error({ err: thrown }, `an event of Slack could not be handled: ${messageOf(thrown)}`)
    })
    listen(app, { self, skills, clock, handlers: conversations.handlers(self, receive, skills) })
    await opened.open()
  }

  /** Retries until Slack is reachable; a refused token is not retried. */
  async function keepJoining(then: (self: Self) => Promise<void>): Promise<void> {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      const wait = backOff(attempt, { first: timings.backOff, longest: LONGEST_BACK_OFF }, timings.random())
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await then(await identify())
        log.warn({ attempt }, 'connected to Slack')
        return
      } catch (thrown) {
        const code = revocationIn(thrown)
        if (code !== undefined) return revoked(code)
        log.debug({ err: thrown, attempt }, 'Slack is still out of reach')
      }
    }
  }

  return {
    platform: 'slack',

    async start(receive, skills, owed = []) {
      commands = new Set(skills.flatMap((it) => it.commands ?? []).map((it) => it.name))
      const begin = async (self: Self) => {
        await join(self, receive, skills)
        conversations.resume(owed, self, receive)
      }
      let self: Self
      try {
        self = await identify()
      } catch (thrown) {
        if (failureOf(thrown).kind === 'permanent') throw refused(thrown)
        log.warn({ err: thrown }, 'Slack is out of reach; trying again')
        joining = keepJoining(begin)
        return
      }
      try {
        await begin(self)
      } catch (thrown) {
        throw revocationIn(thrown) === undefined ? thrown : refused(thrown)
      }
    },

    // Slack accepts a user id in place of a channel and opens the direct message.
    directly: ({ platform, space, user }) => ({ platform, space, channel: user }),

    async send(to, reply, key) {
      const drafts = draw(reply)
      const posted = [...(sent.get(key) ?? [])]
      const standing = posted.length >= drafts.length
      const place = { channel: to.channel, ...(to.thread === undefined ? {} : { thread: to.thread }) }
      for (const [part, draft] of drafts.entries()) {
        if (posted[part]) continue
        posted[part] = await deliver
          .post(place, draft, { key, part, parts: drafts.length }, false)
          .catch((thrown: unknown) => {
            noticeRevocation(thrown)
            throw thrown
          })
        remember(key, posted)
      }
      const first = posted[0]
      if (!first) throw new DeliveryError('the notice says nothing', { permanent: true })
      if (reply.files && !standing) await sendFiles(place, reply.files)
      return receiptOf(first)
    },

    async confirm(to, key, since) {
      const found = await deliver.find(
        { channel: to.channel, ...(to.thread === undefined ? {} : { thread: to.thread }) },
        key,
        since,
      )
      const posted: Posted[] = []
      for (const [part, it] of found) posted[part] = it
      // If only some parts were posted, sending again posts the rest.
      remember(key, posted)
      const first = found.get(0)
      return first && found.size >= first.parts ? receiptOf(first) : undefined
    },

    fetch: (file) => fetchFile(file, { ...parts, timeout: timings.callTimeout }),

    thread: (at) => readThread(client, at),

    boards: [makePinnedCards({ client, deliver, draw, log })],
    rooms: makeRooms(client),

    async stop() {
      stopping.abort()
      await joining
      await connection?.close()
      queues.close(SHUTDOWN_GRACE)
      await conversations.ended(SHUTDOWN_GRACE)
    },
  }

  function remember(key: string, posted: readonly Posted[]): void {
    sent.set(key, posted)
    const oldest = sent.size > REMEMBERED ? sent.keys().next().value : undefined
    if (oldest !== undefined) sent.delete(oldest)
  }

  function noticeRevocation(thrown: unknown): void {
    const code = revocationIn(thrown instanceof DeliveryError ? thrown.cause : thrown)
    if (code !== undefined) revoked(code)
  }
}

/** The problem shown to the operator when Slack refuses the token at startup. */
function refused(thrown: unknown): Problem {
  return new Problem(
    `Slack 不接受这个令牌（${deliveryError(thrown).message}）。`,
    '请在 api.slack.com/apps 重新安装应用，并核对 SLACK_BOT_TOKEN、SLACK_APP_TOKEN、SLACK_SIGNING_SECRET。',
    { cause: thrown },
  )
}
