import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextTerms } from '../../../../src/skills/ask/answer/held-terms.ts'
import { termsOf } from '../../../../src/skills/ask/answer/terms.ts'
import { language } from './passages.ts'

const policy = new URL('../../../../data/policies/2014-work-points.txt', import.meta.url)
const sentences = readFileSync(policy, 'utf8')
  .split(/[。；\n]/u)
  .filter((it) => it.trim() !== '')

test('a text holds the terms that taking it apart whole would find, and no others', () => {
  const all = new Set(sentences.flatMap((it) => [...termsOf(it, language).keys()]))
  const anySentence = fc.constantFrom(...sentences)
  const anyTerms = fc.subarray([...all], { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(anySentence, anyTerms, (sentence, terms) => {
      const whole = termsOf(sentence, language)
      const held = new TextTerms(sentence, language)
      for (const term of [...terms, ...whole.keys()]) expect(held.has(term)).toBe(whole.has(term))
    }),
  )
})

test.each([
  [
    'a word cut elsewhere is not held, though its characters stand there',
    '结婚的和尚未结婚的',
    'w:和尚',
    false,
  ],
  ['numerals hold the number that they say', '第十三条', 'w:13', true],
  ['a number that is not said is not held', '第十三条', 'w:3', false],
  ['full-width letters and traditional characters read the same', '驗收ＰＭ2.5', 'w:验收', true],
  ['no pair spans a word that only asks', '材料什么培训', 'p:料培', false],
  ['a word that only asks is no term', '什么材料', 'w:什么', false],
])('%s', (_, text, term, held) => {
  expect(termsOf(text, language).has(term)).toBe(held)
  expect(new TextTerms(text, language).has(term)).toBe(held)
})
