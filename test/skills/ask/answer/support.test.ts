import { describe, expect, test } from 'vitest'
import { choose } from '../../../../src/skills/ask/answer/compose.ts'
import { missingOf } from '../../../../src/skills/ask/answer/content.ts'
import { weigh } from '../../../../src/skills/ask/answer/evidence.ts'
import { understand } from '../../../../src/skills/ask/answer/question.ts'
import { study } from '../../../../src/skills/ask/answer/study.ts'
import { oddsOf, supportOf } from '../../../../src/skills/ask/answer/support.ts'
import { language, passageOf, termsWithSynonyms } from './passages.ts'

const training = passageOf('2014年10月举办培训班，共计70余人参加了培训。')

/** How well a passage supports an answer, with the questions that were confirmed to be answered by all of it. */
function supported(question: string, passage = training, confirmed: readonly string[] = []) {
  const [part] = understand(question).parts
  if (!part) throw new Error(question)
  const terms = termsWithSynonyms(part.text)
  const known = confirmed.map((it) => ({ question: it, passageId: passage.id, quote: passage.text }))
  const neighbours = known.map((it) => ({ known: it, similarity: 0.6 }))
  const rarity = () => 1
  const asking = { part, terms, neighbours, rarity, documents: new Map(), isElsewhere: () => false }
  const ranked = weigh(asking, [{ studied: study(passage, known, language), rank: 1 }])
  const look = { ask: { part }, ranked, terms, neighbours }
  const { chosen } = choose(look, [], () => true)
  const support = supportOf(look, chosen, language, { inPassages: rarity, inQuestions: rarity })
  return { odds: oddsOf(support.signs), missing: missingOf(support.words) }
}

describe('words support an answer', () => {
  test('less where they say nothing of a thing that is asked, and that thing is named', () => {
    const asked = supported('培训班多少人参加')
    const beside = supported('培训班证书多少人参加')
    expect(asked.missing).toEqual([])
    expect(beside.missing).toEqual(['证书'])
    expect(beside.odds).toBeLessThan(asked.odds)
  })

  test('more where a like question was confirmed to be answered by them', () => {
    const question = '培训来了多少人'
    expect(supported(question, training, ['培训一共来了多少人']).odds).toBeGreaterThan(
      supported(question).odds,
    )
  })

  test('less where that question asked for another kind of thing', () => {
    const other = supported('培训来了多少人', training, ['培训是什么时候办的']).odds
    expect(other).toBeLessThan(supported('培训来了多少人', training, ['培训一共来了多少人']).odds)
  })

  test('less where the question counts what they do not', () => {
    expect(supported('没参加培训的8家').odds).toBeLessThan(supported('没参加培训的几家').odds)
  })

  test('less where the question asks why', () => {
    expect(supported('为什么举办培训班').odds).toBeLessThan(supported('举办培训班').odds)
  })
})
