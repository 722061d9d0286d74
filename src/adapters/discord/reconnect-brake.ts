import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js'
import { backOff } from '../../core/back-off.ts'
import type { Pause } from './caller.ts'

const reconnects = { first: 1_000, longest: 60_000 }

/** Milliseconds before the next connection attempt; the first retry is immediate, so that the session can be resumed. Pure. */
export function waitAfter(failures: number, random: number): number {
  if (failures <= 1) return 0
  return backOff(failures - 1, reconnects, random)
}

/** Slows down the reconnects of discord.js, which otherwise tries twice a second for as long as Discord is unreachable. */
export interface Brake {
  /** Options for the discord.js client. */
  readonly ws: Pick<WebSocketOptions, 'buildStrategy'>
  failed(): void
  connected(): void
}

/**
 * Before every connection discord.js asks this documented hook, the only asynchronous one, for the session to resume; the
 * wait happens there. After the signal it never resolves, so that nothing reconnects after a stop.
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
