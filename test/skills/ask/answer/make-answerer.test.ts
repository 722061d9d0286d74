import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultOfText } from '../../../../src/skills/ask/answer/check.ts'
import { standsIn } from '../../../../src/skills/ask/answer/quote.ts'
import { type AskHouse, openHouse } from '../house.ts'

let house: AskHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const questions = [
  '验收材料什么时候交',
  '宜兴关停了多少家化工企业',
  '县域型和城区型各有多少个',
  '东部实验区占比多了几个百分点',
  '纲要征求意见稿里实验区的主要任务有哪些',
  '新疆2015年科技工作的总体思路是什么',
  '科技兴县专项的目标是什么',
  '出了重大污染事故还能通过验收吗',
  '2016年的工作要点是什么',
  '管理办法第三条是什么',
  '火星上能不能建实验区',
]

describe('every answer', () => {
  test.each(questions)('passes the check, is proven by the store and stays short: %s', async (question) => {
    const answer = await house.answerer.answer({ question })
    // A refusal may name the year that was asked for.
    if (answer.kind === 'answer') expect(faultOfText(answer)).toBeUndefined()
    expect(answer.citations.length).toBeLessThanOrEqual(5)
    expect(new Set(answer.citations.map((it) => it.passageId)).size).toBe(answer.citations.length)
    for (const it of answer.citations) {
      const [passage] = await house.store.passages.get([it.passageId])
      expect(it).toMatchObject({ passage: passage?.text, title: passage?.document.title })
      expect(standsIn(it.quote, it.passage)).toBe(true)
    }
    for (const { citation, filter } of answer.claims) expect(citation ?? filter).toBeDefined()
    if (answer.kind === 'answer') expect(answer.claims).not.toEqual([])
    else expect(answer.refusal).toBeDefined()
    expect(answer.confidence).toBeGreaterThanOrEqual(0)
    expect(answer.confidence).toBeLessThanOrEqual(1)
    expect(answer.text.length).toBeLessThan(400)
    expect(answer.ms).toBeGreaterThanOrEqual(0)
  })
})

test('the same question has the same answer', async () => {
  const ask = async () => ({ ...(await house.answerer.answer({ question: '验收材料什么时候交' })), ms: 0 })
  expect(await ask()).toEqual(await ask())
})

test.each(['', '   ', '？！', '😀😀', '\u0000'])('%j is asked back, not searched', async (question) => {
  expect(await house.answerer.answer({ question })).toMatchObject({ kind: 'clarify', citations: [] })
})

test('the day as of which it was asked is said in the answer', async () => {
  const answer = await house.answerer.answer({ question: '验收材料什么时候交', asOf: '2014-12-31' })
  expect(answer.asOf).toBe('2014-12-31')
})

test('a question of ten thousand characters has an answer too', async () => {
  const answer = await house.answerer.answer({ question: '验收材料什么时候交'.repeat(1200) })
  expect(answer.text).not.toBe('')
})

describe('a day in the past', () => {
  test.each([
    ['验收材料什么时候交', '2014-12-31', 'answer'],
    ['验收材料什么时候交', '2013-01-01', 'refusal'],
    // The annual report that holds the list is of June 2015.
    ['江苏验收了几个', '2015-12-31', 'answer'],
    ['江苏验收了几个', '2014-12-31', 'refusal'],
  ])('%s, as of %s: %s', async (question, asOf, kind) => {
    const answer = await house.answerer.answer({ question, asOf })
    expect(answer.kind).toBe(kind)
    for (const it of answer.citations) expect((it.date ?? '') <= asOf).toBe(true)
  })
})
