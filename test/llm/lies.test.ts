import { beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../skills/ask/house.ts'
import { measureTruth, type Truth } from './truth.ts'

let truth: Truth

beforeAll(async () => {
  const house = await openHouse()
  truth = await measureTruth(house.store)
  await house.close()
})

describe('the check of a model’s sentences', () => {
  test('lets none of many hundred lies through', () => {
    expect(truth.lies.length).toBeGreaterThan(600)
    expect(truth.lies.filter((it) => it.passed).map((it) => `${it.kind}: ${it.text}`)).toEqual([])
  })

  test.each([
    'changed figure',
    'wrong year',
    'negation flipped',
    'modal changed',
    'name swapped',
    'invented clause',
    'foreign passage',
    'made by hand',
  ])('has been tried with many of the kind: %s', (kind) => {
    expect(truth.lies.filter((it) => it.kind === kind).length).toBeGreaterThanOrEqual(30)
  })

  test('lets every sentence of the documents through, word for word', () => {
    const verbatim = truth.truths.filter((it) => it.kind === 'word for word')
    expect(verbatim.length).toBeGreaterThan(400)
    expect(verbatim.filter((it) => !it.passed).map((it) => it.text)).toEqual([])
  })

  test('drops under 3 in 100 true sentences, word for word and reworded together', () => {
    const dropped = truth.truths.filter((it) => !it.passed)
    expect(dropped.length / truth.truths.length).toBeLessThan(0.03)
  })
})
