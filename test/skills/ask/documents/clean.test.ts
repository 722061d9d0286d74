import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bare, clean } from '../../../../src/skills/ask/documents/clean.ts'

describe('cleaning a printed stretch', () => {
  it.each([
    ['自治区科技工作的总体思 路是:全面贯彻', '自治区科技工作的总体思路是:全面贯彻'],
    ['自 1986 年开展以来', '自1986年开展以来'],
    ['亿元 GDP 生产安全', '亿元GDP生产安全'],
    ['案头研\n究与实地调研', '案头研究与实地调研'],
    ['**突出综合整治。**大力实施', '突出综合整治。大力实施'],
    ['1. 实验区  发展', '1. 实验区发展'],
    ['(2) 不平衡', '(2) 不平衡'],
    ['第三条　为了 规范', '第三条 为了规范'],
    ['第一章　总　则', '第一章 总则'],
    ['表 1 2014 年度名单', '表1 2014年度名单'],
    ['the  sustainable\ncity', 'the sustainable city'],
    ['零\u200b宽', '零宽'],
  ])('reads %j as %j', (printed, text) => expect(clean(printed)).toBe(text))

  it('changes nothing but white space and bold markers', () => {
    const pieces = fc.constantFrom(
      '实',
      '验',
      '区',
      '1',
      '2.',
      'GDP',
      ' ',
      '\n',
      '　',
      '**',
      '（',
      '）',
      '第三条',
      '①',
      '“',
      '。',
      '-',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const printed = parts.join('')
        expect(bare(clean(printed)).replaceAll('*', '')).toBe(bare(printed).replaceAll('*', ''))
      }),
    )
  })

  it('is done after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('实', '1', 'a', ' ', '\n', '.', ')') }), (printed) => {
        expect(clean(clean(printed))).toBe(clean(printed))
      }),
    )
  })
})
