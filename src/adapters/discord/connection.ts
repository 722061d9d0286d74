import {
  Client,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  Options,
  Partials,
  type RESTOptions,
} from 'discord.js'
import { messageOf, Problem } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Pause } from './caller.ts'
import { channelInfoIn } from './channel-info.ts'
import { failureOf } from './failure.ts'
import type { ChannelInfo, Self } from './parse.ts'
import { type Brake, makeBrake, waitAfter } from './reconnect-brake.ts'

export interface ConnectionParts {
  readonly token: string
  readonly rest: Partial<RESTOptions>
  readonly log: Log
  readonly pause: Pause
  readonly random: () => number
  readonly onEvent: (event: GatewayDispatchPayload) => void
  readonly onReady: (self: Self) => void
  readonly onReconnected: () => void
}

export interface Connection {
  /**
   * Resolves when the bot is connected, or goes on trying by itself after a first failure.
   * @throws Problem where Discord lets nobody in with this token
   */
  start(): Promise<void>
  stop(): Promise<void>
  channelInfo(channelId: string): ChannelInfo | undefined
  readonly health: Health
  /** Discord refused the token on another way; nothing further is tried. */
  revoked(): void
}

export interface Health {
  readonly state: 'idle' | 'connecting' | 'connected' | 'refused'
  /** Whether the bot reads messages in which it is not mentioned. */
  readonly readsAll: boolean
}

const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

// topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
const authenticationFailed = 4004
const disallowedIntents = 4014

/** The gateway: connects, stays connected, and says in the log what a person must know, once. */
export function makeConnection(parts: ConnectionParts): Connection {
  const { log, pause, random } = parts
  const leaving = new AbortController()
  const { signal } = leaving
  let client: Client | undefined
  let health: Health = { state: 'idle', readsAll: true }
  let down = false
  let started = false
  let loggingIn = false
  let afterFirstTry = () => {}
  let refusal: Problem | undefined

  const set = (change: Partial<Health>) => {
    health = { ...health, ...change }
  }

  /** At the start the operator is told, later the log: nobody waits for an answer then. */
  function refuse(problem: Problem, why: string): void {
    if (health.state === 'refused' || signal.aborted) return
    set({ state: 'refused' })
    refusal = problem
    void client?.destroy().catch(() => {})
    if (started)
      log.error(
        { platform: 'discord', why },
        `Discord lets the bot in no longer: ${why}; other platforms go on`,
      )
  }

  const refuseToken = () =>
    refuse(problems.token, 'it refuses the token; set a new DISCORD_TOKEN and restart')
  const refuseOther = (why: string) => refuse(problems.other(why), why)

  function goodbye(): void {
    // We left ourselves.
    if (signal.aborted || health.state === 'refused') return
    set({ state: 'connecting' })
    afterFirstTry()
    if (down) return
    down = true
    log.warn({ platform: 'discord' }, 'the connection to Discord is gone; trying again by itself')
  }

  function hello(): void {
    set({ state: 'connected' })
    if (!down) return
    down = false
    log.warn({ platform: 'discord' }, 'connected to Discord again')
    parts.onReconnected()
  }

  function readLess(): void {
    if (!health.readsAll) return
    set({ readsAll: false })
    log.warn(
      { platform: 'discord' },
      'Discord does not grant the Message Content intent: the bot answers mentions, direct messages and commands only. ' +
        'Switch it on in the Developer Portal (Bot > Message Content Intent) and restart.',
    )
  }

  function makeClient(brake: Brake): Client {
    const made = new Client({
      intents: health.readsAll ? [...intents, GatewayIntentBits.MessageContent] : intents,
      // Direct messages come in channels that the gateway never announced.
      partials: [Partials.Channel],
      // Channels and roles are kept, to know threads and permissions; people and their words are not.
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        PresenceManager: 0,
        ReactionManager: 0,
      }),
      rest: parts.rest,
      ws: brake.ws,
    })
    made.on(Events.Raw, (event: GatewayDispatchPayload) => {
      if (event.t === GatewayDispatchEvents.Ready || event.t === GatewayDispatchEvents.Resumed) {
        brake.connected()
        hello()
      }
      if (event.t === GatewayDispatchEvents.Ready) parts.onReady(selfOf(event.d))
      parts.onEvent(event)
    })
    made.on(Events.ShardReconnecting, () => {
      brake.failed()
      goodbye()
    })
    made.on(Events.ShardDisconnect, ({ code }) => {
      // While it logs in, discord.js throws the same to run().
      if (loggingIn) return
      if (code === authenticationFailed) refuseToken()
      else if (code === disallowedIntents && health.readsAll) {
        readLess()
        void run()
      } else refuseOther(`it closed the connection for good (${code})`)
    })
    // Told by the events above; without a listener they would end the process.
    made.on(Events.ShardError, (error) => log.debug({ err: error }, 'a Discord socket failed'))
    made.on(Events.Error, (error) => log.debug({ err: error }, 'discord.js reports an error'))
    return made
  }

  /** Logs in, however often it takes, until it has worked or is pointless. */
  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted && health.state !== 'refused'; ) {
      set({ state: 'connecting' })
      await client?.destroy().catch(() => {})
      client = makeClient(makeBrake(pause, random, signal))
      loggingIn = true
      const thrown = await client.login(parts.token).then(
        () => undefined,
        (it: unknown) => it ?? new Error('no reason given'),
      )
      loggingIn = false
      if (thrown === undefined) return
      const why = messageOf(thrown)
      if (/disallowed intents/i.test(why) && health.readsAll) {
        readLess()
        continue
      }
      if (failureOf(thrown).revoked || /invalid token|authentication failed/i.test(why)) refuseToken()
      else if (/^used |^invalid shard|^sharding is required/i.test(why)) refuseOther(why)
      else {
        failures += 1
        goodbye()
        log.debug({ err: thrown, failures }, 'Discord could not be reached')
        await pause(waitAfter(failures + 1, random()), signal).catch(() => {})
      }
    }
  }

  return {
    async start() {
      await new Promise<void>((resolve) => {
        afterFirstTry = resolve
        void run().then(resolve)
      })
      started = true
      if (refusal) throw refusal
    },
    async stop() {
      set({ state: 'idle' })
      leaving.abort()
      await client?.destroy()
    },
    channelInfo: (id) => (client ? channelInfoIn(client, id) : undefined),
    get health() {
      return health
    },
    revoked: refuseToken,
  }
}

const problems = {
  token: new Problem(
    'Discord 不接受这个令牌。',
    '请在 https://discord.com/developers/applications 的 Bot 页面重置令牌（Reset Token），写进 DISCORD_TOKEN 后重启。',
  ),
  other: (why: string) =>
    new Problem(`Discord 拒绝连接（${why}）。`, '请对照 docs/discord.md 检查应用的设置。'),
} as const

function selfOf({ user, application }: GatewayReadyDispatchData): Self {
  return { userId: user.id, applicationId: application.id }
}
