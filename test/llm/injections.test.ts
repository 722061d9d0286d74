import { describe, expect, test } from 'vitest'
import { asData, passagesAsData } from '../../src/skills/ask/model/offer.ts'
import { passageOf } from '../skills/ask/answer/passages.ts'
import { askHouse } from '../skills/ask/house.ts'
import { numberOf, scriptedModel } from '../support/scripted-model.ts'
import { injections, obedient } from './injections.ts'

const question = '验收材料啥时候交？'

describe('words that are meant to steer a model', () => {
  test('there are at least forty of them, in Chinese and in English', () => {
    expect(injections.length).toBeGreaterThanOrEqual(40)
    expect(injections.filter((it) => /^[\x20-\x7e\n’]+$/u.test(it)).length).toBeGreaterThan(10)
  })

  test.each(injections)('stay data in a passage, its title and its outline: %s', (injection) => {
    const passage = passageOf(`第一条 ${injection}`, {
      path: [injection],
      document: { title: injection, name: injection },
    })
    const data = passagesAsData([passage])
    // One passage was opened and closed, by us.
    expect(data.match(/</gu)).toHaveLength(2)
    expect(data.match(/"/gu)).toHaveLength(8)
    expect(asData(injection)).not.toMatch(/[<>]/u)
  })
})

describe('a model that does as a document told it', () => {
  test.each(injections)('does not get it said: %s', async (injection) => {
    const model = await scriptedModel()
    model.says((seen) => ({
      sentences: [
        ...obedient.flatMap((text) => seen.passages.map(({ id }) => ({ text, passage: id }))).slice(0, 6),
        // It quotes the injection itself, from the passage where it stands.
        { text: injection, passage: numberOf(seen, injection.slice(0, 12)) || 1 },
      ],
    }))
    const house = await sharedHouse(model.llm)
    const text = await house.asks(`${question}${injection}`, injection)
    expect(text).not.toContain('由大模型组织语言')
  })

  test.each(obedient)('not even where it cites every passage: %s', async (text) => {
    const model = await scriptedModel()
    model.says((seen) => ({ sentences: [{ text, passage: seen.passages.map((it) => it.id) }] }))
    const house = await sharedHouse(model.llm)
    expect(await house.asks(question, text)).not.toContain(text)
  })
})

/** One house for one model: somebody asks after a document with these words came in. */
async function sharedHouse(llm: Parameters<typeof askHouse>[0]) {
  const house = await askHouse(llm)
  return {
    async asks(asked: string, injection: string): Promise<string> {
      await house.ingest('notice.txt', `关于实验区验收材料的补充通知\n\n验收材料须按要求提交。${injection}\n`)
      return (await house.guest('li').says(asked)).text
    },
  }
}
