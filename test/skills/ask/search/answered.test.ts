import { expect, it } from 'vitest'
import { answeredOf } from '../../../../src/skills/ask/search/answered.ts'

const documents = [
  { id: '甲', addedAt: 1 },
  { id: '乙', addedAt: 1 },
  { id: '新来的', addedAt: 9 },
]
const answers = (...documentIds: string[]) => documentIds.map((documentId) => ({ documentId, at: 5 }))

it('says nothing while nothing is learned, and trusts nothing where each document has answered once', () => {
  expect(answeredOf(documents, []).size).toBe(0)
  expect(answeredOf(documents, answers('甲')).get('甲')).toBe(0)
})

it('speaks for what has answered often, against what never has, and not against what came later', () => {
  const answered = answeredOf(documents, answers('甲', '甲', '甲', '甲'))
  expect(answered.get('甲')).toBe(1)
  expect(answered.get('乙')).toBe(0)
  expect(answered.get('新来的')).toBe(1)
})
