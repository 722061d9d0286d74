import { schedule } from 'node-cron'
import type { Clock, Instant } from '../core/clock.ts'
import type { Log } from '../core/log.ts'

/** Work that the clock begins. It asks the store what is due, never which tick this is: a missed beat costs nothing. */
export interface Job {
  readonly name: string
  /**
   * Does what is due now. Never runs beside itself.
   * @param signal aborted when the house stops: what was begun is finished, nothing more is begun
   * @returns when it wants to run again, where that is before the next beat
   */
  run(signal: AbortSignal): Promise<Instant | undefined>
}

export interface HeartParts {
  readonly jobs: readonly Job[]
  readonly clock: Clock
  /** Milliseconds of the clock that pass in a real one. */
  readonly speed?: number
  readonly log: Log
}

export interface Heart {
  /**
   * Runs every job at once, and from then on with each beat: each minute of the clock.
   * @returns resolves when that first round is done; never rejects
   */
  start(): Promise<void>
  /** Runs that job now, or once more where it is running. */
  wake(name: string): void
  /** Resolves when no job is running any more. */
  stop(): Promise<void>
}

const MINUTE = 60_000
/** A rehearsal that runs faster than this many real milliseconds a beat would do nothing but beat. */
const SHORTEST_BEAT = 20

/** The heartbeat: node-cron in real time, a timer of its own in a rehearsal. */
export function makeHeart({ jobs, clock, speed = 1, log }: HeartParts): Heart {
  const stopping = new AbortController()
  const runners = jobs.map((job) => makeRunner(job, { clock, speed, log, signal: stopping.signal }))
  const beat = () => {
    for (const runner of runners) runner.wake()
  }
  let rest: () => unknown = () => {}

  return {
    async start() {
      beat()
      if (speed === 1) {
        const task = schedule('* * * * *', beat)
        rest = () => task.destroy()
      }
      await Promise.all(runners.map((it) => it.round()))
      if (speed !== 1 && !stopping.signal.aborted) {
        const timer = setInterval(beat, Math.max(SHORTEST_BEAT, MINUTE / speed))
        rest = () => clearInterval(timer)
      }
    },

    wake(name) {
      runners.find((it) => it.name === name)?.wake()
    },

    async stop() {
      stopping.abort()
      await rest()
      await Promise.all(runners.map((it) => it.ended()))
    },
  }
}

interface Runner {
  readonly name: string
  wake(): void
  /** Resolves when it is not running. */
  round(): Promise<void>
  /** The same, and it sets itself no alarm any more. */
  ended(): Promise<void>
}

function makeRunner(
  job: Job,
  {
    clock,
    speed,
    log,
    signal,
  }: Required<Pick<HeartParts, 'clock' | 'speed' | 'log'>> & { readonly signal: AbortSignal },
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
        log.error({ err: thrown, job: job.name }, 'a job failed; it runs again with the next beat')
      }
    } while (again && !signal.aborted)
    running = undefined
    clearTimeout(timer)
    if (next === undefined || signal.aborted) return
    const wait = Math.max(0, next - clock.now()) / speed
    // Beyond the next beat nobody needs an alarm of their own.
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
    async round() {
      await running
    },
    async ended() {
      clearTimeout(timer)
      await running
    },
  }
}
