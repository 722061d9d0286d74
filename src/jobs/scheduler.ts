import { schedule } from 'node-cron'
import type { Clock, Instant } from '../core/clock.ts'
import type { Log } from '../core/log.ts'

/** Work triggered by the clock. A job asks the store what is due, not which tick this is, so a missed tick costs nothing. */
export interface Job {
  readonly name: string
  /**
   * Does what is due now. Runs of the same job never overlap.
   * @param signal aborted on shutdown: finish what has begun, begin nothing more
   * @returns when to run again, if that is before the next tick
   */
  run(signal: AbortSignal): Promise<Instant | undefined>
}

export interface SchedulerParts {
  readonly jobs: readonly Job[]
  readonly clock: Clock
  /** Clock milliseconds per real millisecond; 1 outside a rehearsal. */
  readonly speed?: number
  readonly log: Log
}

export interface Scheduler {
  /**
   * Runs every job immediately, then on every tick: once per minute of the clock.
   * @returns resolves when the first round is done; never rejects
   */
  start(): Promise<void>
  /** Runs that job now; if it is running, once more afterwards. */
  wake(name: string): void
  /** Stops ticking and resolves when no job is running any more. */
  stop(): Promise<void>
}

const MINUTE = 60_000
/** The shortest tick of a fast rehearsal, in real milliseconds: below this it would do nothing but tick. */
const SHORTEST_TICK = 20

/** Ticks by node-cron in real time, by a plain timer in a rehearsal. */
export function makeScheduler({ jobs, clock, speed = 1, log }: SchedulerParts): Scheduler {
  const stopping = new AbortController()
  const runners = jobs.map((job) => makeRunner(job, { clock, speed, log, signal: stopping.signal }))
  const tick = () => {
    for (const runner of runners) runner.wake()
  }
  let stopTicking: () => unknown = () => {}

  return {
    async start() {
      tick()
      if (speed === 1) {
        const task = schedule('* * * * *', tick)
        stopTicking = () => task.destroy()
      }
      await Promise.all(runners.map((it) => it.idle()))
      if (speed !== 1 && !stopping.signal.aborted) {
        const timer = setInterval(tick, Math.max(SHORTEST_TICK, MINUTE / speed))
        stopTicking = () => clearInterval(timer)
      }
    },

    wake(name) {
      runners.find((it) => it.name === name)?.wake()
    },

    async stop() {
      stopping.abort()
      await stopTicking()
      await Promise.all(runners.map((it) => it.stop()))
    },
  }
}

interface Runner {
  readonly name: string
  wake(): void
  /** Resolves when the current run, if any, is done. */
  idle(): Promise<void>
  /** Cancels the timer and resolves when the current run is done. */
  stop(): Promise<void>
}

function makeRunner(
  job: Job,
  {
    clock,
    speed,
    log,
    signal,
  }: Required<Pick<SchedulerParts, 'clock' | 'speed' | 'log'>> & { readonly signal: AbortSignal },
): Runner {
  let running: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    let next: Instant | undefined
    do {
      again = false
      try {
        next = await job.run(signal)
      } catch (thrown) {
        log.error({ err: thrown, job: job.name }, 'a job failed; it runs again on the next tick')
      }
    } while (again && !signal.aborted)
    running = undefined
    clearTimeout(timer)
    if (next === undefined || signal.aborted) return
    const wait = Math.max(0, next - clock.now()) / speed
    // Anything later is covered by the next tick.
    if (wait < MINUTE) timer = setTimeout(wake, wait)
  }

  function wake(): void {
    if (signal.aborted) return
    if (running) again = true
    else running = work()
  }

  return {
    name: job.name,
    wake,
    async idle() {
      await running
    },
    async stop() {
      clearTimeout(timer)
      await running
    },
  }
}
