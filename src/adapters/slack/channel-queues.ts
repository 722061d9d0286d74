import { DeliveryError } from '../../core/adapter.ts'

/** One queue of jobs per channel, so that a rate-limited channel does not hold up the others. */
export interface ChannelQueues {
  /**
   * Runs a job after the earlier ones of its channel, and not before the channel may be posted to again.
   * @param job gets a `pause` that also delays the jobs behind it; it rejects if the queues close before it is over
   */
  run<T>(channel: string, job: (pause: (ms: number) => Promise<void>) => Promise<T>): Promise<T>
  /** Blocks the channel for that many milliseconds. */
  block(channel: string, ms: number): void
  /** Milliseconds until the channel may be posted to again. */
  waitOf(channel: string): number
  /** Lets jobs run that can start within that many milliseconds; all others are rejected from now on. */
  close(withinMs: number): void
}

interface Queue {
  last: Promise<unknown>
  freeAt: number
  waiting: number
  /** Ends the current wait. */
  interrupt?: () => void
}

/** Idle queues are removed beyond this many. */
const REMEMBERED = 2_000

/** @param everyMs minimum interval between the starts of two jobs in one channel, milliseconds */
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
    // `block` and `close` may change the time while we wait, so it is checked again after every wait.
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
