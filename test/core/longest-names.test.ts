import { expect, test } from 'vitest'
import { longestNames } from '../../src/core/longest-names.ts'

const namesIn = longestNames(['材料', '验收材料', '验收', '培训啥', '材料学'])

test.each([
  ['验收材料交给谁', ['验收材料']],
  ['材料和验收', ['材料', '验收']],
  ['验收验收材料', ['验收', '验收材料']],
  ['验收材料学', ['验收材料']],
  ['别的', []],
  ['', []],
])('the longest, from left to right, none inside another: %s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test('a name that is not meant where it stands is passed over for a shorter one', () => {
  const meant = longestNames(
    ['培训', '培训啥'],
    (name, text, at) => !text.startsWith('时候', at + name.length),
  )
  expect(meant('培训啥时候')).toEqual(['培训'])
  expect(meant('培训啥')).toEqual(['培训啥'])
})
