import { expect, test } from 'vitest'
import { heldClock, systemClock } from '../../src/core/clock.ts'
import { silentLog } from '../../src/core/log.ts'
import { type Job, makeScheduler } from '../../src/jobs/scheduler.ts'

const clock = systemClock()

/** A job that counts its runs and, while it is held, does not end. */
function counting(given: Partial<Job> = {}) {
  const it = { runs: 0, beside: 0, now: 0, held: Promise.resolve() }
  const job: Job = {
    name: 'count',
    async run(signal) {
      it.runs += 1
      it.now += 1
      it.beside = Math.max(it.beside, it.now)
      await it.held
      it.now -= 1
      return given.run?.(signal)
    },
  }
  return { it, job }
}

test('every job runs at the start, and none runs beside itself', async () => {
  const { it, job } = counting()
  let free = () => {}
  it.held = new Promise((resolve) => (free = resolve))
  const scheduler = makeScheduler({ jobs: [job], clock, log: silentLog })
  scheduler.start()
  scheduler.wake('count')
  scheduler.wake('count')
  expect(it.runs).toBe(1)
  free()
  await expect.poll(() => it.runs).toBe(2)
  await scheduler.stop()
  expect(it).toMatchObject({ runs: 2, beside: 1 })
})

test('a job that wants to run again before the next beat does', async () => {
  const { it, job } = counting({ run: async () => (it.runs < 3 ? clock.now() + 5 : undefined) })
  const scheduler = makeScheduler({ jobs: [job], clock, log: silentLog })
  scheduler.start()
  await expect.poll(() => it.runs).toBe(3)
  await scheduler.stop()
})

test('in a rehearsal the scheduler beats with the rehearsed minute', async () => {
  const { it, job } = counting()
  const scheduler = makeScheduler({ jobs: [job], clock: systemClock(0, 3600), speed: 3600, log: silentLog })
  scheduler.start()
  await expect.poll(() => it.runs).toBeGreaterThan(4)
  await scheduler.stop()
})

test('a job that fails runs again with the next beat, and the others are not touched', async () => {
  const failing = counting({
    run: async () => {
      throw new Error('disk full')
    },
  })
  const other = counting()
  const jobs = [failing.job, { ...other.job, name: 'other' }]
  const scheduler = makeScheduler({ jobs, clock: systemClock(0, 3600), speed: 3600, log: silentLog })
  scheduler.start()
  await expect.poll(() => Math.min(failing.it.runs, other.it.runs)).toBeGreaterThan(2)
  await scheduler.stop()
})

test('a stop waits for what is running, and nothing runs after it', async () => {
  const { it, job } = counting()
  let free = () => {}
  it.held = new Promise((resolve) => (free = resolve))
  const scheduler = makeScheduler({ jobs: [job], clock, log: silentLog })
  scheduler.start()
  const stopped = scheduler.stop()
  scheduler.wake('count')
  free()
  await stopped
  expect(it).toMatchObject({ runs: 1, now: 0 })
})

test('a rehearsed day begins when the first round is done, however long that took', async () => {
  const clock = heldClock(0, 3600)
  const seen: number[] = []
  const { it, job } = counting({
    run: async () => {
      seen.push(clock.now())
      return undefined
    },
  })
  let free = () => {}
  it.held = new Promise((resolve) => (free = resolve))
  const scheduler = makeScheduler({ jobs: [job], clock, speed: 3600, log: silentLog })
  const begun = scheduler.start().then(() => clock.run())
  await expect.poll(() => it.now).toBe(1)
  expect(clock.now()).toBe(0)
  free()
  await begun
  await expect.poll(() => seen.length).toBeGreaterThan(2)
  expect(seen[0]).toBe(0)
  expect(seen.at(-1)).toBeGreaterThan(0)
  await scheduler.stop()
})
