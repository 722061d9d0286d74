import fc from 'fast-check'
import { expect, it } from 'vitest'
import { InvertedList } from '../../../../src/skills/ask/search/inverted.ts'

const held = (...terms: number[]) => Uint32Array.from(terms)

it('gives the best rows as sorting all of them would, of equal ones the first met first', () => {
  const worths = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 })
  fc.assert(
    fc.property(worths, fc.integer({ min: 1, max: 8 }), (rows, most) => {
      const list = new InvertedList(
        rows.map((worth) => (worth === 0 ? held() : held(0))),
        1,
        (_term, row) => rows[row] ?? 0,
      )
      const collected = list.collected()
      list.collect(0, 2, collected)
      const sorted = rows
        .map((worth, row) => ({ row, score: 2 * worth }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
      expect(collected.best(most)).toEqual(sorted.slice(0, most))
    }),
  )
})

it('adds up what the terms of a row are worth, and leaves out rows that share none', () => {
  const [inspection, papers, training] = [0, 1, 2]
  const worths = [[1], [3, 2], [9]]
  const list = new InvertedList(
    [held(inspection), held(papers, inspection), held(training)],
    3,
    (_term, row, at) => worths[row]?.[at] ?? 0,
  )
  const collected = list.collected()
  for (const term of [inspection, papers, undefined]) list.collect(term, 1, collected)
  expect(collected.best(5)).toEqual([
    { row: 1, score: 5 },
    { row: 0, score: 1 },
  ])
  expect([inspection, papers, training, undefined].map((it) => list.count(it))).toEqual([2, 1, 1, 0])
})
