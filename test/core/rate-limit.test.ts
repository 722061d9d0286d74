import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitPerPerson, makeRateLimiter, slide } from '../../src/core/rate-limit.ts'
import { message } from '../support/messages.ts'

describe('a rate limit', () => {
  test('twenty requests in a minute go on, the next waits until the first is a minute old', () => {
    const { take, clock } = limiter()
    for (let second = 0; second < 20; second += 1) {
      clock.at = second * 1000
      expect(take()).toBe(0)
    }
    expect(take()).toBe(60_000 - 19_000)
    clock.at = 60_000
    expect(take()).toBe(0)
    expect(take()).toBe(1000)
  })

  test('being turned away costs nothing: whoever waits as told is let on', () => {
    const { take, clock } = limiter()
    for (let request = 0; request < 20; request += 1) take()
    for (let request = 0; request < 50; request += 1) expect(take()).toBe(60_000)
    clock.at = 60_000
    expect(take()).toBe(0)
  })

  test('each key has a limit of its own', () => {
    const { take } = makeRateLimiter({ clock: { now: () => 0 }, limit: 1, window: 60_000 })
    expect(['a', 'a', 'b'].map(take)).toEqual([0, 60_000, 0])
  })

  test('one person in two channels is one person; two people are two', () => {
    const { waitFor } = limitPerPerson({ now: () => 0 }, 1)
    const from = { platform: 'slack', space: 'T1', channel: 'C1' }
    expect(waitFor(message('问', { from }))).toBe(0)
    expect(waitFor(message('问', { from: { ...from, channel: 'C2' } }))).toBe(60_000)
    expect(waitFor(message('问', { from, author: { id: 'u2', name: '李四' } }))).toBe(0)
    expect(waitFor(message('问', { from: { ...from, space: 'T2' } }))).toBe(0)
  })

  test('a clock that was set back does not lock anybody out', () => {
    const { take, clock } = limiter()
    clock.at = 86_400_000
    for (let request = 0; request < 20; request += 1) take()
    clock.at = 0
    expect(take()).toBe(0)
  })

  test('whoever was silent longest is forgotten first, so memory stays bounded', () => {
    const { take } = makeRateLimiter({ clock: { now: () => 0 }, limit: 1, window: 60_000, keys: 2 })
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map((key) => take(key) > 0)).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
    ])
  })

  test('no window of a minute ever holds more than allowed, and nobody waits without need', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 80 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (steps, limit) => {
        let kept: readonly number[] = []
        let now = 0
        const taken: number[] = []
        for (const step of steps) {
          now += step
          const recent = taken.filter((at) => at > now - 60_000).length
          const result = slide(kept, now, limit, 60_000)
          kept = result.kept
          expect(result.wait === 0).toBe(recent < limit)
          if (result.wait === 0) taken.push(now)
          expect(kept.length).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})

function limiter() {
  const clock = { at: 0, now: () => clock.at }
  const { take } = makeRateLimiter({ clock, limit: 20, window: 60_000 })
  return { clock, take: () => take('somebody') }
}
