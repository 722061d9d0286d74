import { describe, expect, test } from 'vitest'
import { type Ask, asksOf } from '../../../../src/skills/ask/answer/asks.ts'
import { makePlaceFinder } from '../../../../src/skills/ask/answer/places.ts'
import { understand } from '../../../../src/skills/ask/answer/question.ts'

const placesIn = makePlaceFinder([
  { name: '宜兴市', aliases: ['宜兴'], province: '江苏' },
  { name: '丰顺县', aliases: ['丰顺'], province: '广东' },
])
const looks = (text: string, documents: readonly { document: string; name: string }[] = []) =>
  asksOf(understand(text), placesIn(text), documents)
const focusOf = ({ focus }: Ask) =>
  focus?.kind === 'place'
    ? focus.place.name
    : focus?.kind === 'document'
      ? focus.document
      : focus?.kind === 'elsewhere'
        ? `not ${focus.document}`
        : (focus?.year ?? 'none')

describe('a question looks', () => {
  test.each<[string, (string | number)[]]>([
    ['验收材料什么时候交', ['none']],
    ['宜兴和丰顺的做法有什么不同', ['宜兴市', '丰顺县']],
    ['江苏宜兴有哪些做法', ['none']],
    ['2013年和2014年验收有什么区别', [2013, 2014]],
    ['评估是谁做的，什么时候开始的', ['none', 'none']],
  ])('%s: for %j', (text, focuses) => {
    expect(looks(text).map(focusOf)).toEqual(focuses)
  })

  test('into each document that it names, without the name of the other', () => {
    const documents = [
      { document: 'report.txt', name: '年度报告' },
      { document: 'points.txt', name: '工作要点' },
    ]
    const found = looks('年度报告和工作要点里验收怎么说', documents)
    expect(found.map(focusOf)).toEqual(['report.txt', 'points.txt'])
    expect(found[0]?.part.text).toContain('年度报告')
    expect(found[0]?.part.text).not.toContain('工作要点')
  })

  test('into each document for what its own stretch asks', () => {
    const found = looks('科技特派员，县市规划放在哪条任务里，新疆要点叫什么行动', [
      { document: 'county.txt', name: '县市规划' },
      { document: 'xinjiang.txt', name: '新疆要点' },
    ])
    expect(found.map(({ part }) => [part.text, part.context])).toEqual([
      ['县市规划放在哪条任务里', '科技特派员'],
      ['新疆要点叫什么行动', '科技特派员'],
    ])
  })

  test('into what a plan says, and elsewhere for what came of it', () => {
    const outline = [{ document: 'outline.txt', name: '纲要' }]
    expect(looks('纲要说要有淘汰机制，评估说做到了吗', outline).map(focusOf)).toEqual([
      'outline.txt',
      'not outline.txt',
    ])
    expect(looks('纲要说要有淘汰机制，由谁负责', outline).map(focusOf)).not.toContain('not outline.txt')
  })

  test('into each side of which is more', () => {
    const found = looks('验收专家多还是新区考察专家多，分别多少人次')
    expect(found.map((it) => it.part.text)).toEqual(['验收专家有多少人次', '新区考察专家有多少人次'])
  })

  test('into each side of how many more', () => {
    const texts = looks('东部比西部多了多少个国家级实验区').map(({ part }) => part.text)
    expect(texts).toEqual(['东部有多少个国家级实验区', '西部有多少个国家级实验区'])
  })

  test('into each of two things that are asked one figure each', () => {
    const found = looks('验收考察专家和新区考察专家各多少人次')
    expect(found.map((it) => it.part.text)).toEqual(['验收考察专家多少人次', '新区考察专家多少人次'])
  })

  test('no more than four times', () => {
    expect(looks('谁组织，什么时候办，在哪里办，多少人参加，为什么办，怎么报名').length).toBeLessThanOrEqual(
      4,
    )
  })

  test('once for what is compared; the difference itself is computed', () => {
    expect(looks('13年度验收了几个，多了几个')).toHaveLength(1)
  })

  test('for the figure of each year whose difference is asked, and of each of two years', () => {
    const texts = (text: string) => looks(text).map(({ part }) => part.text)
    expect(texts('国家级的从2010年底到2014年底多了多少')).toEqual([
      '国家级的 2010年 有多少',
      '国家级的 2014年 有多少',
    ])
    expect(looks('2006年底的实验区数和2014年底的实验区数都报一下').map(focusOf)).toEqual([2006, 2014])
  })

  test('again for a year that goes on with the part before', () => {
    const [, second] = looks('13年度验收了几个，14年这批呢')
    expect(second?.part).toMatchObject({ text: '14年这批呢', unit: '个' })
    expect(second?.part.context).toContain('13年度验收了几个')
  })
})
