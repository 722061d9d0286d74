import { onTestFinished } from 'vitest'
import { type Discord, makeDiscord, type Timings } from '../../../src/adapters/discord/adapter.ts'
import type { Receive } from '../../../src/core/adapter.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { type Counterpart, type CounterpartOptions, openCounterpart } from './counterpart.ts'
import { makePeople } from './people.ts'
import type { OpenInteraction, StoredMessage } from './world.ts'

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
}

/** A wait that a test lets pass. */
export interface Wait {
  readonly ms: number
  pass(): void
}

export interface HouseOptions extends CounterpartOptions {
  readonly receive: Receive
  readonly skills?: readonly Skill[]
  readonly owed?: readonly Message[]
  readonly timings?: Partial<Timings>
  /** The adapter's own waits stand still until the test lets them pass. */
  readonly holdsWaits?: boolean
  readonly starts?: boolean
  readonly counterpart?: Counterpart
  /** What the adapter is given where it is not the right one. */
  readonly wrongToken?: string
}

/** The adapter in front of a Discord of its own; both are gone when the test has ended. */
export async function openDiscord(options: HouseOptions) {
  const counterpart = options.counterpart ?? (await openCounterpart(options))
  const { world } = counterpart
  const lines: Line[] = []
  const waits: Wait[] = []
  const calls = new Map<string, number>()
  let working = 0

  // A test knows that the bot has nothing more to say when the house has answered and no request is under way.
  const receive: Receive = async (message, turn) => {
    working += 1
    try {
      return await options.receive(message, turn)
    } finally {
      working -= 1
      calls.set(message.id, (calls.get(message.id) ?? 0) + 1)
      world.changed()
    }
  }

  const pause: Timings['pause'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (!options.holdsWaits) return resolve()
      const stop = () => reject(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      waits.push({
        ms,
        pass() {
          signal.removeEventListener('abort', stop)
          resolve()
        },
      })
      world.changed()
    })

  const adapter: Discord = makeDiscord({
    token: options.wrongToken ?? counterpart.token,
    apiUrl: counterpart.apiUrl,
    clock: { now: () => world.now() },
    log: logInto(lines, () => world.changed()),
    // Long enough never to come between a test's events, unless it wants that.
    timings: { acknowledgeAfter: 2_500, typingAfter: 60_000, pause, random: () => 0.5, ...options.timings },
  })
  onTestFinished(async () => {
    await adapter.stop()
    if (!options.counterpart) await counterpart.close()
  })
  if (options.starts !== false) await adapter.start(receive, options.skills ?? [], options.owed ?? [])

  /** Every message that the bot posted or edited while something was done. */
  async function whatChanges(action: () => Promise<void>): Promise<readonly StoredMessage[]> {
    const before = new Map(world.messages)
    await action()
    return [...world.messages.values()].filter(
      (it) => (it.author as { bot?: boolean }).bot && before.get(it.id) !== it,
    )
  }

  return {
    adapter,
    counterpart,
    world,
    lines,
    waits,
    people: makePeople(counterpart),
    whatChanges,
    start: () => adapter.start(receive, options.skills ?? [], options.owed ?? []),

    /** How often the house was asked about an event. */
    asked: (id: string) => calls.get(id) ?? 0,

    /** Until the house has dealt with an event so many times and nothing is under way. */
    settled: (id: string, times = 1) =>
      world.until(() => (calls.get(id) ?? 0) >= times && working === 0 && counterpart.idle()),

    /** Until an interaction was acknowledged and answered as far as it will be. */
    answered: (it: OpenInteraction) =>
      world.until(
        () => it.callbacks.length > 0 && it.thinking === undefined && working === 0 && counterpart.idle(),
      ),
  }
}

export type DiscordHouse = Awaited<ReturnType<typeof openDiscord>>

function logInto(lines: Line[], changed: () => void): Log {
  const write = (level: Line['level']) => (_fields: object, message: string) => {
    lines.push({ level, message })
    changed()
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
