import { DeliveryError } from '../../core/adapter.ts'

/** One line of jobs a channel. A channel that has to wait holds up nobody else. */
export interface ChannelQueues {
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

interface Queue {
  last: Promise<unknown>
  freeAt: number
  waiting: number
  /** Ends the wait that is under way. */
  interrupt?: () => void
}

/** Empty queues beyond this many are forgotten, the longest idle first. */
const REMEMBERED = 2_000

/** @param everyMs the least time from one job's beginning to the next one's in the same channel */
export function makeChannelQueues(everyMs: number): ChannelQueues {
  const queues = new Map<string, Queue>()
  let closesAt = Number.POSITIVE_INFINITY
  const now = () => performance.now()

  function queueOf(channel: string): Queue {
    const known = queues.get(channel)
    if (known) return known
    const queue: Queue = { last: Promise.resolve(), freeAt: 0, waiting: 0 }
    queues.set(channel, queue)
    if (queues.size > REMEMBERED) forgetIdle()
    return queue
  }

  function forgetIdle(): void {
    for (const [channel, queue] of queues)
      if (queue.waiting === 0 && queue.freeAt <= now()) queues.delete(channel)
  }

  async function freed(queue: Queue): Promise<void> {
    // The time may be moved while we wait (a block, the end), so it is looked at again after each wait.
    for (;;) {
      const at = queue.freeAt
      if (at > closesAt) throw new DeliveryError('stopping before the channel is free again')
      const ms = at - now()
      if (ms <= 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        queue.interrupt = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  return {
    run(channel, job) {
      const queue = queueOf(channel)
      queue.waiting += 1
      const done = queue.last.then(async () => {
        try {
          await freed(queue)
          queue.freeAt = Math.max(queue.freeAt, now() + everyMs)
          return await job((ms) => {
            queue.freeAt = Math.max(queue.freeAt, now() + ms)
            return freed(queue)
          })
        } finally {
          queue.waiting -= 1
        }
      })
      queue.last = done.catch(() => {})
      return done
    },
    block(channel, ms) {
      const queue = queueOf(channel)
      queue.freeAt = Math.max(queue.freeAt, now() + ms)
    },
    waitOf: (channel) => Math.max(0, (queues.get(channel)?.freeAt ?? 0) - now()),
    close(withinMs) {
      closesAt = now() + withinMs
      for (const queue of queues.values()) queue.interrupt?.()
    },
  }
}
