import { describe, expect, test } from 'vitest'
import { addSynonyms, likenessTerms, termsOf } from '../../../../src/skills/ask/answer/terms.ts'
import { language, termsWithSynonyms } from './passages.ts'

const wordsIn = (text: string) =>
  [...termsOf(text, language).keys()].filter((it) => it.startsWith('w:')).map((it) => it.slice(2))

describe('the terms of a question', () => {
  test('are what it is about, not the words that only ask', () => {
    expect(wordsIn('请问验收材料什么时候交')).toEqual(expect.arrayContaining(['验收', '材料']))
    expect(wordsIn('请问什么时候呢')).toEqual([])
  })

  test('count for what their text counts, the highest where several say them', () => {
    const terms = termsOf('验收', language, 0.5)
    expect(terms.get('w:验收')).toBe(0.5)
    expect(termsOf('验收', language, 1, new Map(terms)).get('w:验收')).toBe(1)
  })

  test('make no pair of characters across a word that only asks', () => {
    expect([...termsOf('材料什么培训', language).keys()]).not.toContain('p:料培')
    expect([...termsOf('材料培训', language).keys()]).toContain('p:料培')
  })

  test('with synonyms hold what the documents write for it, and count it less', () => {
    const terms = termsWithSynonyms('宜兴关门了多少家企业')
    const other = [...terms].filter(([term, weight]) => term.startsWith('w:') && weight < 1)
    expect(other.length).toBeGreaterThan(0)
    expect(terms.get('w:企业')).toBe(1)
  })

  test('of many ways to write one word count each the less', () => {
    const cut = { ...language, wordsOf: (text: string) => [text], pairsOf: () => [] }
    const heard = (...ways: string[]) => {
      const expansionsOf = () => ways.map((text) => ({ text, weight: 0.7, of: '窗口' }))
      const terms = new Map<string, number>()
      addSynonyms('窗口', { ...cut, expansionsOf }, 1, terms)
      return terms.get('w:行政服务')
    }
    expect(heard('行政服务')).toBe(0.7)
    expect(heard('行政服务', '国际社会', '就业')).toBeLessThan(0.5)
  })
})

test('likeness counts what kind of thing is asked for beside the words', () => {
  const terms = likenessTerms(new Map([['w:验收', 1]]), ['date'])
  expect([...terms.keys()]).toEqual(['w:验收', 'a:date'])
})
