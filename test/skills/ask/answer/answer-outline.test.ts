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

describe('nothing but the words of a heading asks for what stands under it', () => {
  test('in the plan whose title says more of what is asked', async () => {
    expect(await said('科技兴县主要任务')).toMatch(
      /^《科技兴县（市）专项工作“十二五”规划》：重点任务（共7条）：/u,
    )
    expect(await said('实验区十二五主要任务')).toContain('率先进行发展方式转变的实验和示范')
  })

  test('and where two plans have such a heading, it is asked back which is meant', async () => {
    const answer = await house.answerer.answer({ question: '保障措施' })
    expect(answer).toMatchObject({ kind: 'clarify', refusal: 'ambiguous' })
    expect(answer.text).toContain('建设与发展规划纲要')
    expect(answer.text).toContain('科技兴县（市）')
  })

  test('sentence by sentence where no sign parts it', async () => {
    const text = await said('县域科技十二五发展目标')
    expect(text).toContain('发展目标（共5条）')
    expect(text).toContain('通过率达到70%以上')
  })
})

describe('what a place did is told by what stands under its name', () => {
  const story = '浙江省宁海县——塑造沿海区县经济社会可持续发展示范（共4条）：强化科技创新'

  test.each(['宁海搞了什么', '宁海县有啥经验', '介绍一下宁海', '宁海那边是咋搞的呀'])(
    '%s',
    async (question) => {
      expect(await said(question)).toContain(story)
    },
  )

  test('also where only another place is named after it', async () => {
    const history = ['神农架做了啥', '那丰顺呢'].map((content) => ({ role: 'user' as const, content }))
    const { text } = await house.answerer.answer({ question: '宁海呢', history })
    expect(text).toContain(story)
  })

  test('and not where something exact is asked of it', async () => {
    expect(await said('宁海治水做了什么')).not.toContain('（共4条）')
  })

  test('nor by a list on which it only stands', async () => {
    expect(await house.answerer.answer({ question: '昆山做了啥' })).toMatchObject({ kind: 'refusal' })
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
