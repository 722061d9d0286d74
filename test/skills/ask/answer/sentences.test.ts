import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, type Mark, sentencesOf } from '../../../../src/skills/ask/answer/sentences.ts'

/** Text as documents have it: words, marks that end or hold sentences together, spaces, line ends, half pairs. */
const chinese = fc
  .array(fc.constantFrom(...'验收材料提交二〇一四年30日，、；：。！？“”（）《》「」 \n\t%A'), {
    maxLength: 120,
  })
  .map((chars) => chars.join(''))

describe('sentences of a passage', () => {
  test.each<[string, string, string[]]>([
    ['end at 。！？；', '一是提交。二是审核；三是验收！', ['一是提交。', '二是审核；', '三是验收！']],
    ['end with the line', '天津市东丽区\n江苏省宜兴市', ['天津市东丽区', '江苏省宜兴市']],
    [
      'keep what stands in brackets',
      '办法（详见附件。第二页；表1）已发布。',
      ['办法（详见附件。第二页；表1）已发布。'],
    ],
    ['keep the mark that closes a quotation', '提出“要验收。”下一句。', ['提出“要验收。”下一句。']],
    [
      'end in spite of a bracket that never closes',
      '（一）提交\n（二 审核。\n第三。',
      ['（一）提交', '（二 审核。', '第三。'],
    ],
    ['are none in nothing', ' \n ', []],
  ])('%s', (_, text, sentences) => {
    expect(sentencesOf(text).map((it) => it.text)).toEqual(sentences)
  })

  test('of a table are its rows, whole', () => {
    const table = { header: ['名称', '要求'], rows: [['宜兴', '关停。治理；']] }
    expect(sentencesOf('表1\n宜兴\t关停。治理；', table).map((it) => it.text)).toEqual([
      '表1',
      '宜兴\t关停。治理；',
    ])
  })

  test('stand where they say, in their order, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        const sentences = sentencesOf(text)
        let end = 0
        for (const it of sentences) {
          expect(text.slice(it.start, it.end)).toBe(it.text)
          expect(it.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(end, it.start).trim()).toBe('')
          end = it.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })
})

describe('an excerpt', () => {
  const sentence =
    '各有关实验区须按《管理办法》要求，于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料，认真做好各项验收准备工作。'
  const mark = (word: string, worth = 1): Mark => {
    const start = sentence.indexOf(word)
    return { start, end: start + word.length, worth }
  }

  test.each<[string, Mark[], number, string]>([
    ['is the sentence where it fits', [], 200, sentence],
    ['is the clause that was asked for', [mark('6月30日')], 15, '于2014年6月30日前，'],
    [
      'keeps neighbours together that were both asked for',
      [mark('6月30日'), mark('提交')],
      40,
      '于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料，',
    ],
    [
      'gives the weightier of two that do not fit together',
      [mark('管理办法'), mark('准备工作', 3)],
      20,
      '认真做好各项验收准备工作。',
    ],
    ['never cuts a clause', [mark('提交')], 5, '经省级科技主管部门提交验收申请等有关材料，'],
  ])('%s', (_, marks, limit, expected) => {
    expect(excerpt(sentence, marks, limit)).toBe(expected)
  })

  test('is always verbatim, and longer than the limit only where one clause is', () => {
    const marks = fc.array(
      fc.record({ start: fc.nat(120), length: fc.nat(9), worth: fc.double({ min: 0, max: 9, noNaN: true }) }),
    )
    fc.assert(
      fc.property(chinese, marks, fc.integer({ min: 1, max: 60 }), (text, given, limit) => {
        const its = given.map(({ start, length, worth }) => ({ start, end: start + length, worth }))
        const cut = excerpt(text, its, limit)
        expect(text).toContain(cut)
        if (text.trim() !== '') expect(cut.length > limit ? innerCommas(cut) : 0).toBe(0)
      }),
    )
  })
})

/** Commas at which a clause could have ended: outside of brackets, and not at the very end. */
function innerCommas(text: string): number {
  let depth = 0
  let count = 0
  for (const char of text.replace(/[，,；;]\s*$/u, '')) {
    if (/[“「『（(《]/u.test(char)) depth++
    else if (/[”’」』）)》]/u.test(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[，,；;]/u.test(char)) count++
  }
  return count
}
