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
    expect(data.split('\n')[0]?.match(/"/gu)).toHaveLength(8)
    expect(asData(injection)).not.toMatch(/[<>]/u)
  })
})

describe('a model that does as a document told it', () => {
  test('does not get it said, whatever the document says to it', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    const said: string[] = []
    for (const injection of injections) {
      model.says((seen) => ({
        sentences: [
          ...obedient.flatMap((text) => seen.passages.map(({ id }) => ({ text, passage: id }))).slice(0, 6),
          // It quotes the injection itself, from the passage where it stands.
          { text: injection, passage: numberOf(seen, asData(injection).slice(0, 12)) || 1 },
        ],
      }))
      await house.ingest('notice.txt', `关于实验区验收材料的补充通知\n\n验收材料须按要求提交。${injection}\n`)
      const { text } = await house.guest('li').says(`${question}${injection}`)
      if (text.includes('由大模型组织语言')) said.push(`${injection} → ${text}`)
    }
    expect(said).toEqual([])
    // Some of them sound as if they asked for what the store knows: then it is asked what to look up, too.
    expect(model.seen.filter((it) => it.passages.length > 0).length).toBe(injections.length)
  })

  test('does not get it said where it cites every passage', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    await house.ingest(
      'notice.txt',
      `关于实验区验收材料的补充通知\n\n验收材料须按要求提交。${injections[0]}\n`,
    )
    const said: string[] = []
    for (const [at, text] of obedient.entries()) {
      model.says((seen) => ({ sentences: [{ text, passage: seen.passages.map((it) => it.id) }] }))
      const answer = await house.guest(`li-${at}`).says(`${question}${'？'.repeat(at)}`)
      if (answer.text.includes('由大模型组织语言')) said.push(`${text} → ${answer.text}`)
    }
    expect(said).toEqual([])
  })
})
