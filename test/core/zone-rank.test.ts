import { expect, test } from 'vitest'
import { rankOfZone } from '../../src/core/zone-rank.ts'

test.each([
  ['已评审待批复', 'national'],
  ['在册', 'national'],
  [undefined, 'national'],
  ['省级', 'provincial'],
  ['省级实验区，2013年批准（虚构）', 'provincial'],
  ['申报待批复', undefined],
  ['不再作为实验区', undefined],
])('a zone of the status %s is %s', (status, rank) => {
  expect(rankOfZone(status === undefined ? {} : { status })).toBe(rank)
})
