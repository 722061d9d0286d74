import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conversations } from '../../zones/conversations.ts'
import { type AskHouse, openHouse } from '../house.ts'

let house: AskHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const answered = conversations.filter((it) => !it.passes)
const titleOf = ({ ask, before = [] }: (typeof answered)[number]) => [...before, ask].join(' → ')

// A figure that the check finds carried by nothing is not given away, and search would answer beside the point instead.
describe('what the register counts passes the check before posting', () => {
  test.each(answered.map((it) => [titleOf(it), it] as const))(
    '%s',
    async (_name, { ask, before = [], ...it }) => {
      const history = before.flatMap((content) => [
        { role: 'user' as const, content },
        { role: 'assistant' as const, content: '……' },
      ])
      const { text } = await house.answerer.answer({ question: ask, history })
      for (const words of it.says ?? []) expect(text).toContain(words)
      for (const words of it.never ?? []) expect(text).not.toContain(words)
    },
  )
})
