import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standsIn } from '../../../../src/skills/ask/answer/quote.ts'
import { type AskHouse, openHouse } from '../house.ts'

let house: AskHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const said = async (question: string) => (await house.answerer.answer({ question })).text

describe('a heading that says what is asked for answers with all that stands right under it', () => {
  test('headings without their signs, and how many there are', async () => {
    expect(await said('兴县规划几条基本原则')).toMatchInlineSnapshot(
      `"《科技兴县（市）专项工作“十二五”规划》：基本原则（共4条）：政府主导，社会参与；因地制宜，分类指导；突出重点，注重实效；示范带动，整体推进"`,
    )
  })

  test('passages that begin with a sign', async () => {
    const text = await said('评估提出了哪些问题')
    expect(text).toContain('（共5条）')
    expect(text).toContain('示范带动作用未能充分发挥')
  })

  test('each is proved by the passage under its heading', async () => {
    const answer = await house.answerer.answer({ question: '2014年举办了哪些培训' })
    expect(answer.claims.map((it) => it.text)).toEqual([
      '实验区应对气候变化能力建设培训',
      '低碳城镇建设科技培训',
    ])
    for (const { text, citation } of answer.claims) {
      expect(citation && standsIn(citation.quote, citation.passage)).toBe(true)
      expect(citation?.path.some((heading) => heading.includes(text))).toBe(true)
    }
  })

  test('of a draft with its banner', async () => {
    expect(await said('十二五纲要有哪几条保障措施')).toContain('征求意见稿')
  })

  test('a long list is cut to a length that is read', async () => {
    const text = await said('县市科技规划的重点任务有哪些')
    expect(text).toContain('（共7条）')
    expect(text.length).toBeLessThan(400)
  })
})

describe('and not where', () => {
  test.each([
    ['it is asked when', '2014年哪几个月办了培训'],
    ['another year is asked', '2016年有哪些工作计划'],
    ['the heading is about something else', '验收材料有哪些'],
    ['a place is asked of which it does not speak', '昆山有哪些基本原则'],
  ])('%s: %s', async (_name, question) => {
    expect(await said(question)).not.toMatch(/（共\d+条）：/u)
  })
})
