import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Known, makeNearest } from '../../../../src/skills/ask/answer/nearest.ts'
import { ForwardIndex } from '../../../../src/skills/ask/search/forward.ts'

/** Every character is a term of weight 1. */
const characters = (text: string) => new Map([...text].map((it) => [it, 1] as const))
const known = (...questions: string[]) =>
  questions.map((question, at) => ({ question, passageId: String(at) }))
const among = (its: readonly Known[]) => makeNearest(its, new ForwardIndex((text) => text), () => 1)
const order = (asked: string, ...questions: string[]) =>
  among(known(...questions))
    .nearest(characters(asked), 10)
    .map((it) => it.known.question)

describe('the nearest confirmed questions', () => {
  test('come nearest first; what shares nothing does not come', () => {
    expect(order('验收材料', '申报材料', '培训', '验收材料时间')).toEqual(['验收材料时间', '申报材料'])
  })

  test('are told by rare words more than by frequent ones', () => {
    expect(order('甲乙', '甲丙', '甲丁', '甲戊', '乙己')[0]).toBe('乙己')
  })

  test('are as many as are wanted', () => {
    const { nearest } = among(known('甲乙', '甲丙', '甲丁'))
    expect(nearest(characters('甲'), 2)).toHaveLength(2)
    expect(nearest(new Map(), 2)).toEqual([])
    expect(among([]).nearest(characters('甲'), 2)).toEqual([])
  })

  test('tell which words people seldom use', () => {
    const { rarity } = among(known('甲乙', '甲丙'))
    expect(rarity('乙')).toBeGreaterThan(rarity('甲'))
    expect(rarity('丁')).toBeGreaterThan(rarity('乙'))
  })

  test('are alike by between 0 and 1, a question to itself by 1, in falling order', () => {
    const text = fc
      .array(fc.constantFrom(...'甲乙丙丁戊己'), { minLength: 1, maxLength: 6 })
      .map((it) => it.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (questions, asked) => {
        const found = among(known(asked, ...questions)).nearest(characters(asked), 20)
        const likeness = found.map((it) => it.similarity)
        expect(likeness[0]).toBeCloseTo(1)
        expect(likeness).toEqual([...likeness].sort((a, b) => b - a))
        for (const it of likeness) expect(it).toBeGreaterThan(0)
        expect(Math.max(...likeness)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
