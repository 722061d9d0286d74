import { expect, test } from 'vitest'
import { oneJobPerTick } from '../../src/app/one-job-per-tick.ts'

test('between two jobs whatever else is due has its turn', async () => {
  const run = oneJobPerTick()
  const order: string[] = []
  const jobs = ['一', '二', '三'].map((name) =>
    run(async () => {
      for (let step = 0; step < 20; step += 1) await Promise.resolve()
      order.push(name)
    }),
  )
  const tick = () => {
    order.push('别的')
    if (order.length < 6) setImmediate(tick)
  }
  setImmediate(tick)
  await Promise.all(jobs)
  expect(order).toEqual(['一', '别的', '二', '别的', '三'])
})

test('a job that waits holds up none of the others, and one that fails fails alone', async () => {
  const run = oneJobPerTick()
  let end = () => {}
  const waits = run(() => new Promise<void>((resolve) => (end = resolve)))
  const fails = run(async () => {
    throw new Error('坏了')
  })
  await expect(fails).rejects.toThrow('坏了')
  expect(await run(async () => '好')).toBe('好')
  end()
  await waits
})
