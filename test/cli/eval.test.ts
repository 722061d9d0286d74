import { describe, expect, test } from 'vitest'
import { failedGates, readGate } from '../../src/cli/eval/gates.ts'
import { judge, type Verdict } from '../../src/cli/eval/judge.ts'
import { type EvalLine, evalLine } from '../../src/cli/eval/line.ts'
import { quantile, tableOf } from '../../src/cli/eval/measures.ts'
import type { Citation } from '../../src/skills/ask/answer/answer.ts'

const question = (given: object = {}): EvalLine =>
  evalLine.parse({
    id: 'q1',
    question: '先进示范区有几个',
    kind: 'number',
    evidence: '其中包括 13 个国家可持续发展先进示范区',
    must_include: ['13个|13家|十三个'],
    must_not_include: ['157'],
    ...given,
  })

const cites = (...passages: string[]) => passages.map((passage) => ({ passage }) as Citation)
const proof = '截至2014年底，其中包括13个国家可持续发展先进示范区。'
const answer = (text: string, ...passages: string[]) =>
  ({ kind: 'answer', text, citations: cites(...passages), ms: 3 }) as const

describe('an answer is held against what a right one must hold', () => {
  test('white space does not count, alternatives do', () => {
    expect(judge(question(), answer('共有 13 个', proof))).toMatchObject({
      right: true,
      first: true,
      five: true,
    })
    expect(judge(question(), answer('十三个', '别的', proof))).toMatchObject({
      right: true,
      first: false,
      five: true,
    })
  })

  test('a missing and a forbidden string are named', () => {
    const verdict = judge(question(), answer('157个', proof))
    expect(verdict.right).toBe(false)
    expect(verdict.complaints).toEqual(['缺「13个|13家|十三个」', '不该有「157」'])
  })

  test('the sixth passage is too late', () => {
    expect(judge(question(), answer('13个', '', '', '', '', '', proof))).toMatchObject({ five: false })
  })

  test('any of the alternative places proves it, all of the further places are needed', () => {
    const either = question({ evidence_alt: [{ doc: 'x', evidence: '13 个先进' }] })
    expect(judge(either, answer('13个', '全国13个先进示范区'))).toMatchObject({ first: true })
    const both = question({ evidence_more: [{ evidence: '另一处' }] })
    expect(judge(both, answer('13个', proof))).toMatchObject({ first: true, five: false })
    expect(judge(both, answer('13个', proof, '这是另一处'))).toMatchObject({ five: true })
  })

  test('a refusal of an answerable question is wrong, of an unanswerable one right', () => {
    const refusal = { kind: 'refusal', text: '文件里没有 13个', citations: [], ms: 1 } as const
    expect(judge(question(), refusal)).toMatchObject({ right: false, refused: true })
    const unanswerable = question({ kind: 'unanswerable', evidence: '', must_include: [] })
    expect(judge(unanswerable, refusal)).toMatchObject({ right: true, refused: true })
    expect(judge(unanswerable, answer('13个', proof))).toMatchObject({ right: false, refused: false })
    expect(judge(unanswerable, refusal)).not.toHaveProperty('first')
  })
})

describe('the table of measures', () => {
  const verdict = (given: Partial<Verdict>): Verdict => ({
    id: 'q',
    kind: 'fact',
    unanswerable: false,
    refused: false,
    first: true,
    five: true,
    right: true,
    complaints: [],
    length: 10,
    ms: 1,
    ...given,
  })
  const table = tableOf([
    verdict({ length: 10, ms: 1 }),
    verdict({ length: 30, ms: 2, right: false }),
    verdict({ kind: 'list', length: 20, ms: 9, first: false }),
    verdict({ kind: 'list', refused: true, right: false, length: 500, ms: 4 }),
    verdict({ kind: 'unanswerable', unanswerable: true, refused: true, first: undefined, five: undefined }),
  ] as Verdict[])

  test('is made for each kind and for all', () => {
    expect(Object.keys(table.kinds)).toEqual(['fact', 'list', 'unanswerable'])
    expect(table.kinds.fact).toMatchObject({ questions: 2, right: 0.5, evidence1: 1 })
    expect(table.all).toMatchObject({
      questions: 5,
      evidence1: 0.75,
      right: 0.5,
      refused: 1,
      falseRefusals: 0.25,
    })
  })

  test('lengths are those of answers, and the median is one of them', () => {
    expect(table.all.length).toBe(20)
    expect(table.all.p95).toBe(9)
    expect(quantile([], 0.5)).toBe(0)
  })

  test('gates hold rising and falling measures, and what was not measured', () => {
    const failed = (text: string) => failedGates([readGate(text)], table.all)
    expect(failed('right=50')).toEqual([])
    expect(failed('right=50.1')).toEqual(['right 50 < 50.1'])
    expect(failed('false-refusals=25')).toEqual([])
    expect(failed('false-refusals=4')).toEqual(['false-refusals 25 > 4'])
    expect(failed('p95=15')).toEqual([])
    expect(failedGates([readGate('refused=90')], table.kinds.fact ?? table.all)).toEqual(['refused - < 90'])
    expect(() => readGate('goodness=1')).toThrow('--fail-under')
    expect(() => readGate('right')).toThrow('看不懂 --fail-under right。')
  })
})
