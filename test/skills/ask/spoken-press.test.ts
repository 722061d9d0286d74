import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spokenPress } from '../../../src/skills/ask/spoken-press.ts'
import { type AskHouse, openHouse } from './house.ts'

test.each([
  ['转人工', 'expert'],
  ['请帮我转人工', 'expert'],
  ['找个真人来答', 'expert'],
  ['人工客服', 'expert'],
  ['你说的不对', 'wrong'],
  ['不对吧', 'wrong'],
  ['答非所问！', 'wrong'],
  ['很有用', 'helpful'],
  ['原文给我看看', 'more'],
  ['出处呢', 'more'],
  ['哪个文件说的', 'more'],
  ['详细点', 'more'],
  ['管理办法原文在哪里查', undefined],
  ['验收材料不对怎么办', undefined],
  ['哪个文件说的验收时间', undefined],
  ['专家委员会干嘛的', undefined],
])('「%s」 is the button %s', (text, verb) => {
  expect(spokenPress(text)).toBe(verb)
})

describe('a button that is typed', () => {
  let house: AskHouse
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  test('shows the passage of the answer before, for the asker alone', async () => {
    const asker = house.guest('typist-1')
    await asker.says('验收材料什么时候交')
    const heard = await asker.says('原文给我看看')
    expect(heard.private).toBe(true)
    expect(heard.text).toContain('2014年度实验区新区申报将于新的管理办法修订完成后组织开展')
  })

  test('hands the question before to a person', async () => {
    const member = await house.member('typist-2', '张家港市')
    await member.says('验收材料什么时候交')
    await member.says('转人工')
    expect((await house.store.questions.open()).map((it) => it.question)).toContain('验收材料什么时候交')
  })

  test('asks for a question where there was none', async () => {
    expect((await house.guest('typist-3').says('转人工')).text).toContain('请先写下您的问题')
  })
})
