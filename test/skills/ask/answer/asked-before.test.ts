import { describe, expect, onTestFinished, test } from 'vitest'
import { type AskHouse, openHouse } from '../house.ts'

/** What the documents say of what a zone is, in two of them. */
const quotes = ['是我国覆盖面宽、内容丰富、时间跨度长的综合型区域试点', '协同推进科技创新和管理创新']

/** A house in which these questions were confirmed, each with the same words. */
async function houseThatKnows(...questions: readonly string[]): Promise<AskHouse> {
  const house = await openHouse()
  onTestFinished(() => house.close())
  const documents = await house.store.documents.list()
  const passages = (await Promise.all(documents.map((it) => house.store.passages.ofDocument(it.id)))).flat()
  const places = quotes.map((quote) => {
    const passage = passages.find((it) => it.text.replace(/\s/gu, '').includes(quote))
    if (passage === undefined) throw new Error(quote)
    return { passageId: passage.id, quote }
  })
  for (const question of questions)
    await house.store.learned.learn({ question, places, source: 'expert', by: '王' }, 5)
  return house
}

describe('a question that was confirmed', () => {
  test('is answered by all of the words that were confirmed for it', async () => {
    const knowing = await houseThatKnows('实验区到底算个什么东西')
    const { text, citations } = await knowing.answerer.answer({ question: '实验区到底算个什么东西呀？' })
    for (const quote of quotes) expect(text.replace(/\s/gu, '')).toContain(quote)
    expect(citations.length).toBeGreaterThanOrEqual(2)
  })

  test.each([
    ['of another year', '2013年实验区到底算个什么东西'],
    ['of another place', '昆山实验区到底算个什么东西'],
    ['that denies it', '实验区到底不算个什么东西'],
    ['that asks for another kind of thing', '实验区到底谁说了算'],
  ])('does not answer one %s', async (_name, question) => {
    const knowing = await houseThatKnows('实验区到底算个什么东西')
    const { text } = await knowing.answerer.answer({ question })
    const held = quotes.filter((quote) => text.replace(/\s/gu, '').includes(quote))
    expect(held).not.toEqual(quotes)
  })

  test('still has to hold what is asked for: a date', async () => {
    const knowing = await houseThatKnows('哪年哪月哪日搞起来的')
    const { text } = await knowing.answerer.answer({ question: '哪年哪月哪日搞起来的' })
    expect(text.replace(/\s/gu, '')).not.toContain(quotes[0])
  })
})
