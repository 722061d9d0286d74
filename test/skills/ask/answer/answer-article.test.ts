import { expect, test } from 'vitest'
import { askHouse } from '../house.ts'

const law = (name: string, third: string) =>
  `虚构${name}\n\n第一条 为了测试，制定本条例。\n第二条 试验区由省级管理。\n第三条 ${third}\n`

test('an article is given word for word, whatever way its number is typed', async () => {
  const { ingest, answerer } = await askHouse()
  await ingest('虚构-甲试验区条例.txt', law('甲试验区条例', '试验区应当节约用水，每年不超过30吨。'))
  for (const number of ['第三条', '第3条', '第 三 条']) {
    const answer = await answerer.answer({ question: `虚构甲试验区条例${number}是什么` })
    expect(answer).toMatchObject({ kind: 'answer', confidence: 1 })
    expect(answer.text).toContain('试验区应当节约用水，每年不超过30吨。')
    expect(answer.citations[0]).toMatchObject({ article: '第三条' })
  }
})

test('an article that several documents have is asked back, with their titles', async () => {
  const { ingest, answerer } = await askHouse()
  await ingest('虚构-甲试验区条例.txt', law('甲试验区条例', '节约用水。'))
  await ingest('虚构-乙试验区条例.txt', law('乙试验区条例', '植树。'))
  const answer = await answerer.answer({ question: '第三条是什么' })
  expect(answer).toMatchObject({ kind: 'clarify', refusal: 'ambiguous', claims: [] })
  for (const title of ['甲试验区条例', '乙试验区条例']) expect(answer.text).toContain(title)
  expect(answer.citations).toHaveLength(2)
})

test('an article that no document has is asked back where nothing else is said, and not guessed', async () => {
  const { answerer } = await askHouse()
  for (const question of ['第三条是什么', '那第3条呢？', '第十二条怎么规定的']) {
    const answer = await answerer.answer({ question })
    expect(answer).toMatchObject({ kind: 'clarify', refusal: 'ambiguous', claims: [] })
    expect(answer.text).toContain('没有这个条号的条文')
  }
  expect((await answerer.answer({ question: '第三条展开讲讲，定位上坚持啥' })).refusal).not.toBe('ambiguous')
})

test('a document that is only mentioned is refused by name', async () => {
  const { answerer } = await askHouse()
  const answer = await answerer.answer({ question: '国家可持续发展实验区管理办法第十条怎么规定' })
  expect(answer).toMatchObject({ kind: 'refusal', refusal: 'text-not-loaded' })
  expect(answer.text).toContain('《国家可持续发展实验区管理办法》的正文没有收录')
})

test('a question about something else is no look-up', async () => {
  const { answerer } = await askHouse()
  expect((await answerer.answer({ question: '这条路怎么走' })).refusal).not.toBe('ambiguous')
})
