import fc from 'fast-check'
import { expect, it } from 'vitest'
import { InvertedList } from '../../../../src/skills/ask/search/inverted.ts'

it('gives the best rows as sorting all of them would, of equal ones the first met first', () => {
  const sums = fc.uniqueArray(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 5 })), {
    selector: ([row]) => row,
  })
  fc.assert(
    fc.property(sums, fc.integer({ min: 1, max: 8 }), (rows, most) => {
      const list = new InvertedList()
      for (const [row, worth] of rows) list.add(row, 'a', worth)
      const collected = list.collected()
      list.collect('a', 2, collected)
      const sorted = rows.map(([row, worth]) => ({ row, score: 2 * worth })).sort((a, b) => b.score - a.score)
      expect(collected.best(most)).toEqual(sorted.slice(0, most))
    }),
  )
})

it('adds up what the terms of a row are worth, and leaves out rows that share none', () => {
  const list = new InvertedList()
  list.add(0, '验收', 1)
  list.add(1, '验收', 2)
  list.add(1, '材料', 3)
  list.add(2, '培训', 9)
  const collected = list.collected()
  for (const term of ['验收', '材料', '没有']) list.collect(term, 1, collected)
  expect(collected.best(5)).toEqual([
    { row: 1, score: 5 },
    { row: 0, score: 1 },
  ])
  expect(list.count('验收')).toBe(2)
})
