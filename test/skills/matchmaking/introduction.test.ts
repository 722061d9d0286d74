import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Acquaintance, Introduction } from '../../../src/core/introduction.ts'
import {
  bothAgreed,
  isOpen,
  REST,
  type Step,
  step,
} from '../../../src/skills/matchmaking/introducing/introduction.ts'

const day = 86_400_000
const asking: Step = { verb: 'ask', id: 'i1', need: 'n', offer: 'o', by: 'a', to: 'b', member: 'ma' }

/** What two have between them, after each step that was taken. */
function after(steps: readonly (readonly [Step, number])[]): { between: Acquaintance; refused: string[] } {
  let between: Acquaintance = { blockedBy: [] }
  const refused: string[] = []
  for (const [it, at] of steps) {
    const taken = step(between, it, at)
    if ('refused' in taken) refused.push(taken.refused)
    else between = kept(between, taken.after)
  }
  return { between, refused }
}

function kept(between: Acquaintance, it: Introduction): Acquaintance {
  const { open: _open, ...rest } = between
  return isOpen(it) ? { ...between, open: it } : { ...rest, last: it }
}

test('both say yes, they talk, they meet, something comes of it', () => {
  const { between, refused } = after([
    [asking, 0],
    [{ verb: 'agree', by: 'b', member: 'mb' }, day],
    [{ verb: 'room' }, day],
    [{ verb: 'met', by: 'b' }, 9 * day],
    [{ verb: 'conclude', by: 'a', outcome: { kind: 'visit' } }, 20 * day],
  ])
  expect(refused).toEqual([])
  expect(between.open).toBeUndefined()
  expect(between.last).toMatchObject({
    state: 'concluded',
    metAt: 9 * day,
    outcome: { kind: 'visit', by: 'a' },
  })
})

test('whoever was asked and asks in turn has agreed', () => {
  const { between } = after([
    [asking, 0],
    [{ ...asking, id: 'i2', by: 'b', to: 'a', member: 'mb' }, 1],
  ])
  expect(between.open).toMatchObject({ id: 'i1', state: 'agreed' })
})

test('whoever was refused may not ask again about the same thing for a season, and hears no more than that', () => {
  const declined = [
    [asking, 0],
    [{ verb: 'decline', by: 'b', reason: '正在换届' }, day],
  ] as const
  expect(after([...declined, [asking, 2 * day]]).refused).toEqual(['unwilling'])
  expect(after([...declined, [{ ...asking, need: 'n2' }, 2 * day]]).refused).toEqual([])
  expect(after([...declined, [asking, 2 * day + REST]]).refused).toEqual([])
})

test('a block refuses as an unwilling neighbour does', () => {
  expect(step({ blockedBy: ['b'] }, asking, 0)).toEqual({ refused: 'unwilling' })
  expect(step({ blockedBy: ['a'] }, asking, 0)).toEqual({ refused: 'unwilling' })
})

test('a third party moves nothing', () => {
  const { open } = after([[asking, 0]]).between
  for (const verb of ['withdraw', 'met', 'decline', 'block'] as const)
    expect(step({ open: open as Introduction, blockedBy: [] }, { verb, by: 'c' }, 1)).toEqual({
      refused: 'not-yours',
    })
})

const side = fc.constantFrom('a', 'b', 'c')
const steps = fc.oneof(
  fc.tuple(side, side).map(([by, to]): Step => ({ ...asking, by, to, member: `m${by}` })),
  side.map((by): Step => ({ verb: 'agree', by, member: `m${by}` })),
  fc
    .tuple(fc.constantFrom('decline', 'withdraw', 'met', 'block'), side)
    .map(([verb, by]) => ({ verb, by }) as Step),
  fc.constantFrom('nudge', 'lapse', 'follow', 'room').map((verb) => ({ verb }) as Step),
  side.map((by): Step => ({ verb: 'conclude', by, outcome: { kind: 'nothing' } })),
)

test('whatever is pressed in whatever order: no introduction without the yes of both, no second question while one is open', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 40 }), (all) => {
      let between: Acquaintance = { blockedBy: [] }
      // Who said yes since the last question, written down without any state machine.
      let yes = new Set<string>()
      for (const [at, it] of all.entries()) {
        const before = between.open
        const taken = step(between, it, at)
        if ('refused' in taken) continue
        const { verb, after: now } = taken
        if (verb === 'ask') {
          expect(before).toBeUndefined()
          yes = new Set()
        }
        if (it.verb === 'ask' || it.verb === 'agree') yes.add(it.by)
        if (['agreed', 'talking', 'concluded'].includes(now.state)) {
          expect(bothAgreed(now)).toBe(true)
          expect([...yes].sort()).toEqual([now.from, now.to].sort())
        }
        if (verb === 'lapse') expect(now.nudgedAt).toBeDefined()
        expect(now.revision).toBe(verb === 'ask' ? 1 : (before?.revision ?? 0) + 1)
        between = kept(between, now)
      }
    }),
    { numRuns: 300 },
  )
})
