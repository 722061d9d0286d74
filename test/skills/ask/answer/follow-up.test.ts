import { describe, expect, test } from 'vitest'
import { contextOf, isFollowUp, meaning } from '../../../../src/skills/ask/answer/follow-up.ts'

const turns = (...questions: string[]) =>
  questions.flatMap((content) => [
    { role: 'user', content } as const,
    { role: 'assistant', content: '那是回答呢' } as const,
  ])

describe('a question', () => {
  test.each(['那丰顺呢', '截止日期呢？', '这个要交几份', '其中东部几个', '还有别的吗', '那么江苏'])(
    '%s goes on with the one before',
    (question) => expect(isFollowUp(question)).toBe(true),
  )
  test.each(['验收要几年', '宜兴关停了多少家化工企业', '国家级实验区有几个'])(
    '%s stands by itself',
    (question) => expect(isFollowUp(question)).toBe(false),
  )
})

test('a follow-up leans on the questions before it, back to one that stands by itself', () => {
  const history = turns('什么是实验区', '宜兴关停了多少家企业', '那丰顺呢')
  expect(contextOf('那昆山呢', history)).toBe('宜兴关停了多少家企业，那丰顺呢')
  expect(contextOf('那昆山呢', turns('那丰顺呢'))).toBe('那丰顺呢')
  expect(contextOf('那昆山呢')).toBe('')
  expect(contextOf('验收要几年', history)).toBe('')
})

test('what is meant is the question with what it leans on', () => {
  expect(meaning('那昆山呢', '宜兴关停了多少家企业')).toBe('宜兴关停了多少家企业，那昆山呢')
  expect(meaning('验收要几年')).toBe('验收要几年')
})
