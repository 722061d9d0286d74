import { describe, expect, test } from 'vitest'
import type { ModelTrace } from '../../src/core/llm.ts'
import { openStore } from '../../src/store/index.ts'

const trace = (id: string, given: Partial<ModelTrace> = {}): ModelTrace => ({
  id,
  at: 1_000,
  key: 'k',
  question: '验收材料什么时候交',
  prompt: 'answer@1-0',
  model: 'm',
  passages: ['1'],
  usage: { input: 10, output: 5 },
  ms: 12.5,
  ownMs: 3,
  checks: [{ text: '一句。', passages: [1] }],
  outcome: 'worded',
  answer: '{}',
  reusableUntil: 1_000_000,
  ...given,
})

describe('how a model’s answers came about', () => {
  test('is kept once an id, without telephone numbers', async () => {
    const { modelTraces } = await openStore(':memory:')
    const asked = trace('a', {
      question: '打13812345678问',
      checks: [{ text: '请拨13812345678。', passages: [1], fault: 'f' }],
    })
    await modelTraces.keep(asked)
    await modelTraces.keep(trace('a', { question: 'another' }))
    expect(await modelTraces.find('a')).toEqual({
      ...asked,
      question: '打［手机号］问',
      checks: [{ text: '请拨［手机号］。', passages: [1], fault: 'f' }],
    })
    expect(await modelTraces.find('b')).toBeUndefined()
  })

  test('the newest answer under a key is found as long as it may be given again', async () => {
    const { modelTraces } = await openStore(':memory:')
    const { reusableUntil: _, ...away } = trace('away', { at: 4, outcome: 'extractive' })
    await modelTraces.keep(trace('old', { at: 1 }))
    await modelTraces.keep(trace('new', { at: 2, reusableUntil: 50 }))
    await modelTraces.keep(away)
    expect((await modelTraces.answered('k', 49))?.id).toBe('new')
    expect((await modelTraces.answered('k', 50))?.id).toBe('old')
    expect(await modelTraces.answered('other', 49)).toBeUndefined()
    expect((await modelTraces.latest(2)).map((it) => it.id)).toEqual(['away', 'new'])
  })

  test('what somebody calls wrong is not given again, also where it was given again to them', async () => {
    const { modelTraces } = await openStore(':memory:')
    const { reusableUntil: _, ...again } = trace('b', { outcome: 'again', first: 'a' })
    await modelTraces.keep(trace('a'))
    await modelTraces.keep(again)
    await modelTraces.keep(trace('plan-b', { key: 'p', outcome: 'looked-up' }))
    await modelTraces.keep(trace('c', { key: 'other' }))
    await modelTraces.void('b')
    expect(await modelTraces.answered('k', 2_000)).toBeUndefined()
    expect(await modelTraces.answered('p', 2_000)).toBeUndefined()
    expect((await modelTraces.answered('other', 2_000))?.id).toBe('c')
    expect((await modelTraces.find('a'))?.answer).toBe('{}')
  })

  test('is forgotten in time', async () => {
    const { modelTraces } = await openStore(':memory:')
    await modelTraces.keep(trace('a', { at: 1 }))
    await modelTraces.keep(trace('b', { at: 5 }))
    await modelTraces.forget(5)
    expect((await modelTraces.latest(9)).map((it) => it.id)).toEqual(['b'])
  })
})

describe('what is spent', () => {
  const limits = { memberTokens: 100, allTokens: 150, allMoney: 1_000 }
  const li = { day: '2014-06-23', payer: 'li' }
  const wang = { day: '2014-06-23', payer: 'wang' }

  test('never goes beyond what one may spend, nor all together, nor the money', async () => {
    const { modelSpending } = await openStore(':memory:')
    const takes = (at: typeof li, tokens: number, money = 0) =>
      modelSpending.reserve(at, { tokens, money }, limits)
    expect(await takes(li, 101)).toBe(false)
    expect(await takes(li, 100)).toBe(true)
    expect(await takes(li, 1)).toBe(false)
    expect(await takes(wang, 51)).toBe(false)
    expect(await takes(wang, 50, 1_000)).toBe(true)
    expect(await takes({ ...li, day: '2014-06-24' }, 100, 1_001)).toBe(false)
    expect(await takes({ ...li, day: '2014-06-24' }, 100, 1_000)).toBe(true)
  })

  test('is put right when the endpoint has counted', async () => {
    const { modelSpending } = await openStore(':memory:')
    await modelSpending.reserve(li, { tokens: 100, money: 5 }, limits)
    await modelSpending.correct(li, { tokens: -60, money: -5 })
    expect(await modelSpending.reserve(li, { tokens: 61, money: 0 }, limits)).toBe(false)
    expect(await modelSpending.reserve(li, { tokens: 60, money: 0 }, limits)).toBe(true)
  })
})
