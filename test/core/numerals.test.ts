import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldArticle, foldNumerals, parseChineseNumber, toChineseNumber } from '../../src/core/numerals.ts'

describe('Chinese numerals', () => {
  it.each([
    ['十', 10],
    ['十三', 13],
    ['二十', 20],
    ['一百二十', 120],
    ['一百零三', 103],
    ['第一百二十条', 120],
    ['一千零一', 1001],
    ['一千二百六十', 1260],
    ['一万二千', 12_000],
    ['二〇一二', 2012],
    ['一九一一', 1911],
    ['一八四○', 1840],
    ['两百', 200],
    ['１２０', 120],
    ['120', 120],
  ])('reads %s as %i', (text, value) => expect(parseChineseNumber(text)).toBe(value))

  it.each(['', '第条', '实验区', '三三十'])('takes %j for no number', (text) =>
    expect(parseChineseNumber(text)).toBeUndefined(),
  )

  it.each([
    [10, '十'],
    [13, '十三'],
    [120, '一百二十'],
    [103, '一百零三'],
    [1001, '一千零一'],
    [1260, '一千二百六十'],
    [10_050, '一万零五十'],
  ])('writes %i as %s', (value, text) => expect(toChineseNumber(value)).toBe(text))

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => parseChineseNumber(toChineseNumber(value)) === value),
    )
  })

  it('refuses what has no numeral', () => expect(() => toChineseNumber(-1)).toThrow(RangeError))
})

describe('folding', () => {
  it.each([
    ['第十三条', '第13条'],
    ['二〇一二年四月', '2012年4月'],
    ['第一百二十条之一', '第120条之一'],
    ['２０１４年', '2014年'],
    ['“十二五”规划', '“十二五”规划'],
    ['统一管理一般事项', '统一管理一般事项'],
  ])('folds %s to %s', (text, folded) => expect(foldNumerals(text)).toBe(folded))

  it.each([
    ['第三条', '3'],
    ['第3条', '3'],
    ['３条', '3'],
    ['第一百二十条之一', '120-1'],
    ['第120条之1', '120-1'],
    ['第 十三 条', '13'],
  ])('knows %s as article %s', (text, key) => expect(foldArticle(text)).toBe(key))

  it.each(['第三章', '三', '第条', '条'])('knows %s as no article', (text) =>
    expect(foldArticle(text)).toBeUndefined(),
  )
})
