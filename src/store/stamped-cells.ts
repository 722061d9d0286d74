import type { Instant } from '../core/clock.ts'
import type { Stamp } from './audit.ts'

/** The cells in which a row of a history says who did it, when, and in which chat. */
export interface StampedCells {
  at: Instant
  who: string
  platform: string | null
  space: string | null
  channel: string | null
}

export function cellsOfStamp({ who, at, where }: Stamp): StampedCells {
  return {
    at,
    who,
    platform: where?.platform ?? null,
    space: where?.space ?? null,
    channel: where?.channel ?? null,
  }
}

export function stampOfCells({ who, at, platform, space, channel }: StampedCells): Stamp {
  return {
    who,
    at,
    ...(platform === null || space === null || channel === null
      ? {}
      : { where: { platform, space, channel } }),
  }
}
