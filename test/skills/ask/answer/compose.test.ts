import { expect, test } from 'vitest'
import { choose } from '../../../../src/skills/ask/answer/compose.ts'
import type { Demand } from '../../../../src/skills/ask/answer/demands.ts'
import { weigh } from '../../../../src/skills/ask/answer/evidence.ts'
import { understand } from '../../../../src/skills/ask/answer/question.ts'
import { study } from '../../../../src/skills/ask/answer/study.ts'
import { termsOf } from '../../../../src/skills/ask/answer/terms.ts'
import type { StoredPassage } from '../../../../src/store/passages.ts'
import { language, passageOf } from './passages.ts'

const date: Demand = { name: '具体日期', met: (text) => /\d+月\d+日/.test(text) }
const always = () => true

function look(question: string, ...passages: StoredPassage[]) {
  const [part] = understand(question).parts
  if (!part) throw new Error(question)
  const terms = termsOf(question, language)
  const asking = {
    part,
    terms,
    neighbours: [],
    rarity: () => 1,
    documents: new Map(),
    isElsewhere: () => false,
  }
  const candidates = passages.map((it) => ({ studied: study(it, [], language), rank: 0.5 }))
  return { ask: { part }, ranked: weigh(asking, candidates), terms, neighbours: [] }
}

const dated = passageOf('验收材料按要求整理提交。验收材料的提交日期为6月30日前。')
const undated = passageOf('验收材料提交的要求是验收材料齐全。')
const question = '验收材料提交时间'

test('the words chosen are verbatim, in the order of the passage, and hold what is demanded', () => {
  const { chosen, unmet } = choose(look(question, dated), [date], always)
  expect(unmet).toEqual([])
  for (const { text, quote } of chosen) {
    expect(quote).toContain(text)
    expect(dated.text).toContain(quote)
  }
  expect(chosen.some((it) => date.met(it.text, ''))).toBe(true)
  const starts = chosen.map((it) => it.sentence.sentence.start)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})

test('a passage that holds what is demanded goes before a likelier one that does not', () => {
  const { chosen } = choose(look(question, undated, dated), [date], always)
  expect(chosen[0]?.passage.studied.passage).toBe(dated)
})

test('where nothing holds it, nothing is chosen, and what is missing is named', () => {
  expect(choose(look(question, undated), [date], always)).toEqual({ chosen: [], unmet: ['具体日期'] })
})

test('what may not be quoted is not chosen', () => {
  const admissible = (_: unknown, sentence: string) => !sentence.includes('6月30日')
  expect(choose(look(question, dated), [date], admissible).chosen).toEqual([])
})

test('as many sentences are chosen as things are asked for', () => {
  const aims = ['规模', '结构', '布局', '人才', '资金'].map((it) => `提升实验区建设的${it}。`)
  const { chosen } = choose(look('哪五个提升实验区建设', passageOf(aims.join(''))), [], always)
  expect(chosen.map(({ quote }) => quote)).toEqual(aims)
})

test('from nothing, nothing is chosen', () => {
  expect(choose(look(question), [date], always)).toEqual({ chosen: [], unmet: [] })
})

test('a long sentence is cut to the clauses that were asked for', () => {
  const filler = '各地要高度重视有关工作的组织领导和统筹协调，'.repeat(12)
  const [it] = choose(
    look(question, passageOf(`${filler}验收材料的提交日期为6月30日前。`)),
    [date],
    always,
  ).chosen
  expect(it?.text).toContain('6月30日')
  expect(it?.text.length).toBeLessThan(it?.quote.length ?? 0)
})
