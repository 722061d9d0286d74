import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleKeysIn } from '../../../../src/skills/ask/search/article-key.ts'
import { fold } from '../../../../src/skills/ask/search/fold.ts'
import { readSynonyms } from '../../../../src/skills/ask/search/synonyms.ts'
import { makeWords } from '../../../../src/skills/ask/search/words.ts'

const words = makeWords({
  lexicon: '# 机构\n实验区\n先进示范区 # 称号',
  synonyms: '# 说明\n关门, 关停 => 关闭, 取缔\n材料，文件\nCBD, 商务区\n坏行 =>',
})

it('cuts in search mode, with the terms of the lexicon whole and their parts beside', () => {
  expect(words.wordsOf('实验区的验收材料')).toEqual(expect.arrayContaining(['实验区', '验收', '材料']))
  expect(words.wordsOf('先进示范区')).toContain('先进示范区')
})

it('leaves out what only asks', () => {
  expect(words.wordsOf('什么是验收吗？')).toEqual(['验收'])
})

it('reads numerals as digits too', () => {
  expect(words.wordsOf('第十三条')).toContain('13')
  expect(words.wordsOf('三十日')).toContain('30')
  expect(words.wordsOf('一般规定')).not.toContain('1')
})

it('writes full and half width, traditional and simplified, upper and lower case alike', () => {
  expect(fold('ＣＯ２　實驗區')).toBe('co2 实验区')
  expect(words.wordsOf('實驗區驗收')).toEqual(words.wordsOf('实验区验收'))
})

it('does not damage simplified words whose characters look traditional', () => {
  expect(fold('著作权、乾隆、藉口')).toContain('著作权')
})

it('tells the words that say something from those that only hold a sentence together', () => {
  expect(words.contentOf('培训班的证书和那些处室')).toEqual(['培训班', '证书', '处室'])
})

it('pairs neighbouring characters, never over a mark', () => {
  expect(words.pairsOf('验收材料，六月')).toEqual(['验收', '收材', '材料', '六月'])
})

it('expands by synonyms, mutual or one way', () => {
  const texts = (text: string) => words.expansionsOf(text).map((it) => it.text)
  expect(texts('厂子要关门')).toEqual(['关闭', '取缔'])
  expect(texts('企业关闭')).toEqual([])
  expect(texts('要哪些文件')).toEqual(['材料'])
  expect(texts('cbd在哪')).toEqual(['商务区'])
  expect(texts('abcbdx')).toEqual([])
})

it('expands nothing that the text says already', () => {
  expect(readSynonyms('材料, 文件').expansionsOf('材料和文件')).toEqual([])
})

it('reads articles however they are written', () => {
  expect(articleKeysIn('第三条和第一百二十条之一')).toEqual(['3', '120-1'])
  expect(articleKeysIn('第３条、第 13 条')).toEqual(['3', '13'])
  expect(articleKeysIn('三条建议')).toEqual([])
})

it('changes its edition with the lexicon', () => {
  expect(makeWords({ lexicon: '甲乙丙' }).edition).not.toBe(makeWords().edition)
})

it('cuts anything without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of [...words.wordsOf(text), ...words.pairsOf(text)]) expect(word).not.toMatch(/\s/)
      words.expansionsOf(text)
    }),
    { numRuns: 200 },
  )
})
