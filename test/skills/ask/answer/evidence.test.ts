import { describe, expect, test } from 'vitest'
import { type Asking, weigh } from '../../../../src/skills/ask/answer/evidence.ts'
import type { Known } from '../../../../src/skills/ask/answer/nearest.ts'
import { understand } from '../../../../src/skills/ask/answer/question.ts'
import { study } from '../../../../src/skills/ask/answer/study.ts'
import { termsOf } from '../../../../src/skills/ask/answer/terms.ts'
import type { StoredPassage } from '../../../../src/store/passages.ts'
import { language, passageOf } from './passages.ts'

function ranked(question: string, passages: readonly StoredPassage[], more: Partial<Asking> = {}) {
  const [part] = understand(question).parts
  if (!part) throw new Error(question)
  const neighbours = more.neighbours ?? []
  const confirmed = (id: string): Known[] =>
    neighbours.map((it) => it.known).filter((it) => it.passageId === id)
  const asking: Asking = {
    part,
    terms: termsOf(question, language),
    neighbours,
    rarity: () => 1,
    documents: new Map(),
    isElsewhere: () => false,
    ...more,
  }
  return weigh(
    asking,
    passages.map((it) => ({ studied: study(it, confirmed(it.id), language), rank: 0.5 })),
  )
}

const filed = passageOf('各有关实验区须于2014年6月30日前提交验收申请等有关材料。验收工作由各省组织。')
const trained = passageOf('2014年举办培训班，共培训17人。')

describe('a passage comes before another', () => {
  test('where it holds more of what is asked', () => {
    expect(ranked('验收材料什么时候提交', [trained, filed])[0]?.studied.passage).toBe(filed)
    expect(ranked('培训了多少人', [filed, trained])[0]?.studied.passage).toBe(trained)
  })

  test('where a like question was confirmed to be answered by it', () => {
    const known = { question: '啥日子之前要报上来', passageId: filed.id, quote: '2014年6月30日前' }
    const neighbours = [{ known, similarity: 0.9 }]
    const [best] = ranked('啥日子之前要报上来', [trained, filed], { neighbours })
    expect(best?.studied.passage).toBe(filed)
    expect(best?.nearest).toBe(0.9)
    expect(best?.sentences[0]?.confirmedWords).toBe('2014年6月30日前')
  })

  test('where nothing was confirmed of it yet, and the many questions about the other are not alike', () => {
    const neighbours = Array.from({ length: 20 }, (_, at) => ({
      known: { question: `培训班的材料第${at}份向谁提交`, passageId: trained.id, quote: '共培训17人' },
      similarity: 0.2,
    }))
    const [best, next] = ranked('材料向上面提交的那个班', [trained, filed], { neighbours })
    expect(best?.studied.passage).toBe(filed)
    expect(best?.unasked).toBe(1)
    expect(next?.unasked).toBeLessThan(0.2)
  })

  test('where the question names its document', () => {
    const same = ['report.txt', 'points.txt'].map((name) =>
      passageOf('提交验收材料。', { document: { name } }),
    )
    const documents = new Map([['points.txt', 1]])
    expect(ranked('验收材料', same, { documents })[0]?.studied.passage.document.name).toBe('points.txt')
  })

  test("where the other is another province's own", () => {
    const [here, there] = [passageOf('提交验收材料。'), passageOf('提交验收材料。')]
    const isElsewhere = (it: StoredPassage) => it === here
    expect(ranked('验收材料', [here, there], { isElsewhere })[0]?.studied.passage).toBe(there)
  })
})

test('the sentence that holds what is asked for comes first', () => {
  const [best] = ranked('验收材料什么时候提交', [filed])
  expect(best?.sentences.map((it) => it.sentence.text.includes('6月30日'))).toEqual([true, false])
})

test('every sign lies between 0 and 1, and a question without words gives no order', () => {
  for (const question of ['验收材料什么时候提交', '什么']) {
    for (const it of ranked(question, [filed, trained])) {
      for (const sign of [it.coverage, it.asked, it.nearest, it.votes, it.fit, it.named, it.rank]) {
        expect(sign).toBeGreaterThanOrEqual(0)
        expect(sign).toBeLessThanOrEqual(1)
      }
      expect(Number.isFinite(it.score)).toBe(true)
    }
  }
})
