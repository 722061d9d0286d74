import type { WebSocketOptions } from 'discord.js'
import { SimpleShardingStrategy } from 'discord.js'
import type { Pause } from './caller.ts'

const firstWait = 1_000
const longestWait = 60_000

/** Milliseconds before the next try after so many failed ones; the first retry comes at once, so that a session can be resumed. Pure. */
export function waitAfter(failures: number, random: number): number {
  if (failures <= 1) return 0
  return Math.min(longestWait, firstWait * 2 ** (failures - 2)) * (0.5 + random / 2)
}

/** Slows down the reconnecting of discord.js, which by itself knocks twice a second for as long as Discord is away. */
export interface Brake {
  /** The options of a client that goes through the brake. */
  readonly ws: Pick<WebSocketOptions, 'buildStrategy'>
  failed(): void
  connected(): void
}

/**
 * Before every connection the socket asks for the session that it may resume: a documented hook that may take its time,
 * and the only one. Once the signal is given it never answers, so that nothing reconnects after a stop.
 */
export function makeBrake(pause: Pause, random: () => number, signal: AbortSignal): Brake {
  let failures = 0
  let due = false
  return {
    ws: {
      buildStrategy(manager) {
        const sessionOf = manager.options.retrieveSessionInfo
        manager.options.retrieveSessionInfo = async (shard) => {
          if (due) {
            due = false
            await pause(waitAfter(failures, random()), signal).catch(() => new Promise<never>(() => {}))
          }
          return sessionOf(shard)
        }
        return new SimpleShardingStrategy(manager)
      },
    },
    failed() {
      failures += 1
      due = true
    },
    connected() {
      failures = 0
      due = false
    },
  }
}
