import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOff } from '../../src/core/back-off.ts'

const second = { first: 1_000, longest: 60_000 }

test('the wait doubles with each failure, up to the longest', () => {
  expect([1, 2, 3, 4].map((it) => backOff(it, second, 1))).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(backOff(10_000, second, 1)).toBe(60_000)
})

test('jitter takes away up to half of it, never more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        const whole = backOff(failures, second, 1)
        const wait = backOff(failures, second, random)
        expect(wait).toBeGreaterThanOrEqual(whole / 2)
        expect(wait).toBeLessThanOrEqual(whole)
      },
    ),
  )
})
