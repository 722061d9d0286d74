import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Profile } from '../../../src/core/profile.ts'
import { makeMeanings } from '../../../src/skills/matchmaking/fitting/meanings.ts'
import { makePool } from '../../../src/skills/matchmaking/fitting/pool.ts'
import { suggest } from '../../../src/skills/matchmaking/fitting/suggest.ts'
import { counterpartVector } from '../../support/counterpart-vectors.ts'
import { alliance } from '../../support/matches.ts'
import { profileWith } from '../../support/profiles.ts'

const today = '2015-07-01'
const dimension = 64

/** A vector that says nothing but that it is another one's, or, where it has a topic, mostly that. */
function vectorOf(name: string, topic?: number): Float32Array {
  const its = Float32Array.from(counterpartVector(`${name}的向量`, dimension))
  if (topic !== undefined) its[topic] = 3
  const length = Math.hypot(...its)
  return its.map((it) => it / length)
}

const filled = (count: number) =>
  new Map(Array.from({ length: count }, (_, at) => [`m${at}`, vectorOf(`第${at * at}件`)] as const))

describe('how near two profiles are in meaning', () => {
  test('is what goes beyond the usual, whatever a model calls near', () => {
    // Every model draws its texts together as it likes: the same ones, with a part that all share.
    const together = (share: number) => {
      const meanings = makeMeanings(filled(30))
      const shared = vectorOf('大家')
      for (const [id, it] of [...filled(30), ['a', vectorOf('甲', 5)], ['b', vectorOf('乙', 5)]] as const)
        meanings.set(
          id,
          it.map((value, at) => value + share * (shared[at] ?? 0)),
        )
      return meanings
    }
    for (const share of [0, 1, 3]) {
      const meanings = together(share)
      expect(meanings.near('a', 'b')).toBeGreaterThan(0.5)
      const others = Array.from({ length: 29 }, (_, at) => meanings.near(`m${at}`, `m${at + 1}`) ?? 1)
      expect(others.filter((it) => it === 0).length).toBeGreaterThan(20)
    }
  })

  test('lies between 0 and 1, the same from both sides, and is 1 for the same words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 120 }), fc.nat(), fc.nat(), (count, one, other) => {
        const meanings = makeMeanings(filled(count))
        const [a, b] = [`m${one % count}`, `m${other % count}`]
        const near = meanings.near(a, b)
        expect(near).toBeGreaterThanOrEqual(0)
        expect(near).toBeLessThanOrEqual(1)
        expect(meanings.near(b, a)).toBe(near)
        expect(meanings.near(a, a)).toBeCloseTo(1, 5)
      }),
    )
  })

  test('nobody can say among a handful, without a vector, or when it is gone', () => {
    expect(makeMeanings(filled(6)).near('m0', 'm1')).toBeUndefined()
    const meanings = makeMeanings(filled(30))
    expect(meanings.near('m0', 'nobody')).toBeUndefined()
    meanings.set('m0', undefined)
    expect(meanings.near('m0', 'm1')).toBeUndefined()
  })

  test('where all say the same, nothing is nearer than usual', () => {
    const same = new Map(Array.from({ length: 30 }, (_, at) => [`m${at}`, vectorOf('都一样')] as const))
    expect(makeMeanings(same).near('m0', 'm1')).toBe(0)
  })

  test('vectors of another dimension take the place of all earlier ones', () => {
    const meanings = makeMeanings(filled(30))
    meanings.set('m0', Float32Array.from(counterpartVector('甲', 32)))
    expect(meanings.has('m1')).toBe(false)
    expect(meanings.has('m0')).toBe(true)
  })
})

describe('suggestions by meaning', () => {
  const need = profileWith({ what: '收上来的稻子没人敢吃' })
  const offer = profileWith({ kind: 'offer', what: '往地里拌一种粉，毒就锁住了' })
  const others = Array.from({ length: 300 }, (_, at) =>
    profileWith({ kind: at % 2 === 0 ? 'offer' : 'need', what: `第${at}号会议室的桌椅` }),
  )
  const vectors = new Map(others.map((it) => [it.id, vectorOf(it.what)]))
  vectors.set(need.id, vectorOf(need.what, 7)).set(offer.id, vectorOf(offer.what, 7))
  const all = [...others, need, offer]
  const idsOf = (pool: ReturnType<typeof makePool>) =>
    suggest(pool, need.id, { today }).map((it) => it.offer.profile.id)

  test('a partner who shares no word and no field is picked among hundreds, and the term is shown', () => {
    const without = makePool(all, () => undefined, alliance)
    expect(idsOf(without)).not.toContain(offer.id)
    const pool = makePool(all, () => undefined, alliance, makeMeanings(vectors))
    const [best] = suggest(pool, need.id, { today })
    expect(best?.offer.profile.id).toBe(offer.id)
    const term = best?.fit.terms.find((it) => it.term === 'vectors')
    expect(term).toMatchObject({ weight: alliance.weights.vectors })
    expect(term?.value).toBeGreaterThan(0.5)
  })

  test('what has no vector is weighed as before', () => {
    const meanings = makeMeanings(vectors)
    meanings.set(need.id, undefined)
    const [without, with_] = [
      makePool(all, () => undefined, alliance),
      makePool(all, () => undefined, alliance, meanings),
    ]
    expect(suggest(with_, need.id, { today })).toEqual(suggest(without, need.id, { today }))
  })

  test('without any vectors every suggestion of the made set is what it was', () => {
    const made = readFileSync('test/eval/matches/made-profiles.jsonl', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((it) => JSON.parse(it) as Profile)
    const [without, empty] = [
      makePool(made, () => undefined, alliance),
      makePool(made, () => undefined, alliance, makeMeanings()),
    ]
    for (const it of made)
      expect(suggest(empty, it.id, { today })).toEqual(suggest(without, it.id, { today }))
  })
})
