/** The worker's own file: plans the day that it is handed, and tells each plan that is better than the last. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Day } from './day.ts'
import { planDay } from './pair.ts'

const plan = planDay(workerData as Day, (soFar) => parentPort?.postMessage({ plan: soFar, done: false }))
parentPort?.postMessage({ plan, done: true })
