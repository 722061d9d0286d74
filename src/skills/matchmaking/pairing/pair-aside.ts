import { Worker } from 'node:worker_threads'
import type { Day, DayPlan } from './day.ts'

export interface Aside {
  readonly plan: DayPlan
  /** False where the time ran out: the rounds planned so far are all of the plan. */
  readonly done: boolean
}

export interface AsideOptions {
  /** Milliseconds after which the plan found so far is taken. */
  readonly limit: number
  /** The worker's own file, where it lies elsewhere than beside this one: rolldown.config.mjs names it as an entry. */
  readonly program?: string | URL
}

/**
 * Megabytes of the thread: a day of 2,000 lives in half of it. Without a limit what each round leaves behind is cleared away late,
 * and the thread takes twice as much.
 */
const MOST_MEMORY = 700

const besideUs = new URL('./pair-worker.js', import.meta.url)

/**
 * Plans a day in a thread of its own, so that the chat never waits.
 * @throws whatever the planner throws; a thread that dies is an error, too
 */
export function planAside(day: Day, { limit, program = besideUs }: AsideOptions): Promise<Aside> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, {
      workerData: day,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    })
    let best: DayPlan = { rounds: [], lacks: [] }
    const finish = (end: () => void) => {
      clearTimeout(timer)
      // Nobody waits for a thread that has said all it had to say.
      void thread.terminate().then(end, end)
    }
    const timer = setTimeout(() => finish(() => resolve({ plan: best, done: false })), limit)
    thread.on('message', ({ plan, done }: Aside) => {
      best = plan
      if (done) finish(() => resolve({ plan, done }))
    })
    thread.on('error', (thrown) => finish(() => reject(thrown)))
  })
}
