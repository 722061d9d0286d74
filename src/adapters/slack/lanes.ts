import { DeliveryError } from '../../core/adapter.ts'

/** One line of jobs a channel. A channel that has to wait holds up nobody else. */
export interface Lanes {
  /**
   * Runs a job after those before it in its channel, and no sooner than the channel may be posted to again.
   * @param job is handed a pause, for which those behind it wait as well; it rejects where we stop before its end
   */
  run<T>(channel: string, job: (pause: (ms: number) => Promise<void>) => Promise<T>): Promise<T>
  /** Nothing is posted to the channel for so many milliseconds. */
  block(channel: string, ms: number): void
  /** Milliseconds until the channel may be posted to again. */
  waitOf(channel: string): number
  /** Lets jobs run that can begin within so many milliseconds; the others are rejected, now and from now on. */
  close(withinMs: number): void
}

interface Lane {
  last: Promise<unknown>
  freeAt: number
  waiting: number
  /** Ends the wait that is under way. */
  interrupt?: () => void
}

/** Empty lanes beyond this many are forgotten, the longest idle first. */
const REMEMBERED = 2_000

/** @param everyMs the least time from one job's beginning to the next one's in the same channel */
export function makeLanes(everyMs: number): Lanes {
  const lanes = new Map<string, Lane>()
  let closesAt = Number.POSITIVE_INFINITY
  const now = () => performance.now()

  function laneOf(channel: string): Lane {
    const known = lanes.get(channel)
    if (known) return known
    const lane: Lane = { last: Promise.resolve(), freeAt: 0, waiting: 0 }
    lanes.set(channel, lane)
    if (lanes.size > REMEMBERED) forgetIdle()
    return lane
  }

  function forgetIdle(): void {
    for (const [channel, lane] of lanes) if (lane.waiting === 0 && lane.freeAt <= now()) lanes.delete(channel)
  }

  async function freed(lane: Lane): Promise<void> {
    // The time may be moved while we wait (a block, the end), so it is looked at again after each wait.
    for (;;) {
      const at = lane.freeAt
      if (at > closesAt) throw new DeliveryError('stopping before the channel is free again')
      const ms = at - now()
      if (ms <= 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        lane.interrupt = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  return {
    run(channel, job) {
      const lane = laneOf(channel)
      lane.waiting += 1
      const done = lane.last.then(async () => {
        try {
          await freed(lane)
          lane.freeAt = Math.max(lane.freeAt, now() + everyMs)
          return await job((ms) => {
            lane.freeAt = Math.max(lane.freeAt, now() + ms)
            return freed(lane)
          })
        } finally {
          lane.waiting -= 1
        }
      })
      lane.last = done.catch(() => {})
      return done
    },
    block(channel, ms) {
      const lane = laneOf(channel)
      lane.freeAt = Math.max(lane.freeAt, now() + ms)
    },
    waitOf: (channel) => Math.max(0, (lanes.get(channel)?.freeAt ?? 0) - now()),
    close(withinMs) {
      closesAt = now() + withinMs
      for (const lane of lanes.values()) lane.interrupt?.()
    },
  }
}
