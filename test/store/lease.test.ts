import { expect, test } from 'vitest'
import { temporaryStore } from '../support/store.ts'

const first = { boot: 'b1', host: 'h1', pid: 1 }
const second = { boot: 'b2', host: 'h2', pid: 2 }
const runs = () => false
const life = 30

test('the first copy holds the lease while it renews it', async () => {
  const { lease } = await temporaryStore()
  expect(await lease.take(first, 100, 100 - life, runs)).toBeUndefined()
  expect(await lease.renew('b1', 120)).toBe(true)
  expect(await lease.take(second, 140, 140 - life, runs)).toEqual({ ...first, takenAt: 100 })
})

test('a lease that is old goes to the next copy, and the first one hears of it', async () => {
  const { lease } = await temporaryStore()
  await lease.take(first, 100, 100 - life, runs)
  expect(await lease.take(second, 130, 130 - life, runs)).toBeUndefined()
  expect(await lease.renew('b1', 131)).toBe(false)
  expect(await lease.renew('b2', 131)).toBe(true)
})

test('so does one whose holder is known to be gone, and one out of the future', async () => {
  const { lease } = await temporaryStore()
  await lease.take(first, 100, 100 - life, runs)
  expect(await lease.take(second, 101, 101 - life, (it) => it.pid === 1)).toBeUndefined()
  expect(await lease.take(first, 50, 50 - life, runs)).toBeUndefined()
})

test('only its holder gives it back', async () => {
  const { lease } = await temporaryStore()
  await lease.take(first, 100, 100 - life, runs)
  await lease.release('b2')
  expect(await lease.take(second, 101, 101 - life, runs)).toMatchObject(first)
  await lease.release('b1')
  expect(await lease.take(second, 101, 101 - life, runs)).toBeUndefined()
})
