import { setMaxListeners } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { REST } from 'discord.js'
import { type Adapter, DeliveryError, type DeliveryKey } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import type { Log } from '../../core/log.ts'
import type { Message } from '../../core/message.ts'
import type { Skill } from '../../core/skill.ts'
import { makeApi } from './api.ts'
import { makeCaller, type Pause } from './caller.ts'
import { declare, sameCommands } from './commands.ts'
import { type Health, makeConnection } from './connection.ts'
import { makeConversations } from './conversations.ts'
import { nonceOf } from './custom-id.ts'
import { codeOf, deliveryError } from './failure.ts'
import { fetchFile } from './fetch-file.ts'
import { findDelivery } from './find-delivery.ts'
import { makeRooms } from './meeting-rooms.ts'
import { directSpace, instantOf, type Self } from './parse.ts'
import { makePoster } from './post.ts'
import { readThread } from './read-thread.ts'
import { render } from './render.ts'
import { restOptions } from './rest-options.ts'
import { makeScheduledEvents } from './scheduled-events.ts'
import { makeStandingCards } from './standing-cards.ts'

export interface DiscordParts {
  readonly token: string
  /** Only used to warn if the token belongs to another application; Discord reports the actual id. */
  readonly applicationId?: string
  /** Base URL of the REST API without `/v10`; Discord's own if absent. The gateway URL is requested from it. */
  readonly apiUrl?: string
  readonly clock: Clock
  readonly log: Log
  /** Language of names that are not addressed to one person: threads, commands. */
  readonly locale?: Locale
  /** Metrics. */
  readonly watch?: { reconnected(): void }
  /** Overrides for tests; milliseconds. */
  readonly timings?: Partial<Timings>
}

export interface Timings {
  /** Until an interaction is deferred; Discord gives up after 3,000. */
  readonly acknowledgeAfter: number
  /** Until the typing indicator is shown. */
  readonly typingAfter: number
  /** On shutdown, answers in progress get this long; the rest is answered after the restart. */
  readonly shutdownGrace: number
  /** Until a request counts as lost. */
  readonly requestTimeout: number
  readonly pause: Pause
  /** In [0, 1); spreads retries. */
  readonly random: () => number
}

export interface Discord extends Adapter {
  readonly health: Health
}

const defaultTimings: Timings = {
  acknowledgeAfter: 1_500,
  typingAfter: 800,
  shutdownGrace: 6_000,
  requestTimeout: 10_000,
  pause: (ms, signal) => after(ms, undefined, { signal }),
  random: Math.random,
}

/** Milliseconds to wait for the gateway's close frame. */
const closeTimeout = 2_000
/** A notice that would wait longer for a rate limit goes back to the outbox, milliseconds. */
const noticePatience = 2_000

/** Discord: conversations in channels, threads, direct messages and by command; and notices. */
export function makeDiscord(parts: DiscordParts): Discord {
  const { clock, log, locale = 'zh-CN' } = parts
  const timings = { ...defaultTimings, ...parts.timings }
  const stopping = new AbortController()
  // One listener per request in flight; more than ten are no leak.
  setMaxListeners(0, stopping.signal)
  const rest = new REST(restOptions(parts.apiUrl, timings.requestTimeout)).setToken(parts.token)
  const call = makeCaller({
    rest,
    clock,
    pause: timings.pause,
    random: timings.random,
    signal: stopping.signal,
    onRevoked: () => connection.revoked(),
  })
  const api = makeApi(call)
  const connection = makeConnection({
    token: parts.token,
    rest: restOptions(parts.apiUrl, timings.requestTimeout),
    log,
    pause: timings.pause,
    random: timings.random,
    onReady: ready,
    onReconnected: () => parts.watch?.reconnected(),
    onEvent: (event) => (self === undefined ? undefined : conversations.hear(event, self)),
  })
  const poster = makePoster({ api, knows: (id) => connection.channelInfo(id) !== undefined, locale })
  const conversations = makeConversations({
    ...parts,
    ...timings,
    api,
    poster,
    locale,
    channelInfo: connection.channelInfo,
  })
  let self: Self | undefined
  /** For notices in doubt: how many of their messages already exist. */
  const partsThere = new Map<DeliveryKey, number>()
  let first: { readonly skills: readonly Skill[]; readonly owed: readonly Message[] } | undefined

  /** Runs on every session; commands and unanswered messages are handled on the first only. */
  function ready(who: Self): void {
    self = who
    if (!first) return
    const { skills, owed } = first
    first = undefined
    if (parts.applicationId !== undefined && parts.applicationId !== who.applicationId) {
      log.warn(
        { platform: 'discord', ...who },
        'DISCORD_TOKEN belongs to another application than DISCORD_APPLICATION_ID',
      )
    }
    conversations.resume(owed)
    void register(who.applicationId, skills)
  }

  async function register(application: string, skills: readonly Skill[]): Promise<void> {
    const declared = declare(skills, locale)
    try {
      if (sameCommands(declared, await api.commands(application))) return
      await api.register(application, declared)
      log.info({ platform: 'discord' }, 'the commands were registered with Discord')
    } catch (thrown) {
      log.warn(
        { err: thrown, platform: 'discord' },
        'the commands could not be registered; mentions work all the same',
      )
    }
  }

  return {
    platform: 'discord',

    get health() {
      return connection.health
    },

    async start(receive, skills, owed = []) {
      first = { skills, owed }
      conversations.listen(receive, skills)
      await connection.start()
    },

    directly: ({ platform, user }) => ({ platform, space: directSpace, channel: `@${user}` }),

    async send(to, reply, key) {
      if (reply.private && to.space !== directSpace) {
        throw new DeliveryError('Discord: a private notice needs a direct address', { permanent: true })
      }
      const payloads = render(reply, { locale, delivery: key })
      // If part of a notice exists, only the rest is posted; the last message marks it as complete.
      const there = Math.min(partsThere.get(key) ?? 0, payloads.length - 1)
      try {
        const target = payloads.length === 0 ? undefined : await poster.targetOf(to)
        let last: string | undefined
        for (const [part, payload] of payloads.entries()) {
          if (part < there) continue
          const under = part === 0 && target?.inReplyTo ? { inReplyTo: target.inReplyTo } : {}
          const options = { nonce: nonceOf(key, part), patience: noticePatience, ...under }
          if (target) last = (await api.post(target.channel, payload, options)).id
        }
        if (last === undefined)
          throw new DeliveryError('Discord: the notice says nothing', { permanent: true })
        partsThere.delete(key)
        return { messageId: last, at: instantOf(last) }
      } catch (thrown) {
        log.debug({ err: thrown, code: codeOf(thrown), key }, 'a notice was not posted')
        throw deliveryError(thrown)
      }
    },

    async confirm(to, key, since) {
      try {
        const { whole, parts } = await findDelivery(api, { to, key, since, self: self?.userId })
        if (parts > 0) partsThere.set(key, parts)
        return whole
      } catch (thrown) {
        throw deliveryError(thrown)
      }
    },

    thread: (at) => readThread(api, at, self, connection.channelInfo),

    fetch: (file) => fetchFile(file, { ...parts, timeout: timings.requestTimeout }),

    boards: [makeScheduledEvents(api, clock), makeStandingCards(api, locale, () => self?.userId)],
    rooms: makeRooms(api),

    async stop() {
      const leave = new AbortController()
      const { signal } = leave
      const timer = (ms: number) => after(ms, undefined, { signal }).catch(() => {})
      // Stop receiving first, then finish what has begun.
      await Promise.race([connection.stop(), timer(closeTimeout)])
      await Promise.race([conversations.ended(), timer(timings.shutdownGrace)])
      stopping.abort()
      leave.abort()
      rest.clearHandlerSweeper()
      rest.clearHashSweeper()
    },
  }
}
