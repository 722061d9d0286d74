import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Aim,
  aimsOf,
  understand,
  withFullYears,
  yearsOf,
} from '../../../../src/skills/ask/answer/question.ts'

describe('what a question asks for', () => {
  test.each<[string, Aim[]]>([
    ['验收材料什么时候交', ['date']],
    ['验收申请最晚几号', ['date']],
    ['问技术打哪个号', ['fact']],
    ['农民打热线拨几号', ['fact']],
    ['当新的实验区要过几道关', ['how']],
    ['县域型有多少个', ['number']],
    ['评估是谁做的', ['who']],
    ['培训在哪里办', ['where']],
    ['一级指标有哪些', ['list']],
    ['二区八园是什么', ['definition']],
    ['暂缓验收了怎么办', ['how']],
    ['为什么要评估', ['why']],
    ['工作要点的文号', ['document-number']],
    ['出了污染事故还能通过吗', ['yes-no']],
    ['验收通知', ['fact']],
  ])('%s: %j', (text, aims) => {
    expect([...aimsOf(text)]).toEqual(expect.arrayContaining(aims))
  })

  test('is always something', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => understand(text).aims.size > 0))
  })
})

describe('years', () => {
  test.each<[string, number[]]>([
    ['2014年的要点', [2014]],
    ['14年的要点', [2014]],
    ['二〇一二年四月的纲要', [2012]],
    ['二○一四年和2015年', [2015, 2014]],
    ['2011-2015年规划', [2011, 2015]],
    ['13年度验收了几个，14年这批呢', [2013, 2014]],
    ['连续33年', []],
    ['建区满10年以上', []],
    ['20年来的成绩', []],
    ['国科发社字112号', []],
    ['电话010-20141234', []],
  ])('of %s: %j', (text, years) => {
    expect(yearsOf(text)).toEqual(years)
  })

  test('are written out once: the second time changes nothing', () => {
    const text = fc
      .array(fc.constantFrom(...'12014年度要点满近的验收'), { maxLength: 30 })
      .map((it) => it.join(''))
    fc.assert(fc.property(text, (it) => withFullYears(withFullYears(it)) === withFullYears(it)))
  })
})

describe('a question of several parts', () => {
  test('is taken apart; what asks nothing is the context of all', () => {
    const { parts } = understand('第三方评估，谁做的，初稿什么时候出来的？')
    expect(parts.map(({ text, context }) => [text, context])).toEqual([
      ['谁做的', '第三方评估'],
      ['初稿什么时候出来的', '第三方评估，谁做的'],
    ])
    expect(parts.map(({ aims }) => [...aims])).toEqual([['who'], ['date']])
  })

  test('of one asking stretch stays whole', () => {
    expect(understand('关于2014年验收，请问要交哪些材料').parts.map((it) => it.text)).toEqual([
      '关于2014年验收，请问要交哪些材料',
    ])
  })

  test('that asks for the difference says so', () => {
    const { parts } = understand('13年度验收了几个，14年这批呢，多了几个')
    expect(parts.map((it) => it.difference)).toEqual([false, false, true])
    expect(parts.at(-1)?.unit).toBe('个')
  })

  test.each([
    ['培训了多少人', '人'],
    ['东部占比多了几个百分点', '个百分点'],
    ['验收要满几年', '年'],
  ])('%s counts %s', (text, unit) => {
    expect(understand(text).parts.at(-1)?.unit).toBe(unit)
  })
})

test.each([
  ['验收必须交哪些材料', true, false],
  ['验收交了哪些材料', false, false],
  ['东部和西部有什么区别', false, true],
])('%s: asks for a duty %s, compares %s', (text, asksDuty, compares) => {
  expect(understand(text)).toMatchObject({ asksDuty, compares })
})
