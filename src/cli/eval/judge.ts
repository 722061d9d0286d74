import type { Answer } from '../../skills/ask/answer/answer.ts'
import { type EvalLine, isUnanswerable } from './line.ts'

/** How one question went. */
export interface Verdict {
  readonly id: string
  readonly kind: string
  readonly unanswerable: boolean
  readonly refused: boolean
  /** The evidence stands in the first passage / all of it in the first five; undefined where there is none to find. */
  readonly first?: boolean
  readonly five?: boolean
  /** Every required string and no forbidden one; for an unanswerable question: it was refused. */
  readonly right: boolean
  /** What was missing or wrong, for people. */
  readonly complaints: readonly string[]
  /** Characters of the text. */
  readonly length: number
  readonly ms: number
}

/** Holds an answer against what a right one must hold. White space does not count. Pure. */
export function judge(line: EvalLine, answer: Pick<Answer, 'kind' | 'text' | 'citations' | 'ms'>): Verdict {
  const unanswerable = isUnanswerable(line)
  const refused = answer.kind !== 'answer'
  const complaints = unanswerable ? (refused ? [] : ['应拒答，却答了']) : complaintsOf(line, answer)
  return {
    id: line.id,
    kind: line.kind,
    unanswerable,
    refused,
    ...(unanswerable || line.evidence === ''
      ? {}
      : foundIn(
          line,
          answer.citations.map((it) => it.passage),
        )),
    right: complaints.length === 0,
    complaints,
    length: [...answer.text].length,
    ms: answer.ms,
  }
}

function complaintsOf(line: EvalLine, answer: Pick<Answer, 'kind' | 'text'>): readonly string[] {
  const text = bare(answer.text)
  const holds = (part: string) => text.includes(bare(part))
  const missing = line.must_include.filter((set) => !set.split('|').some(holds))
  return [
    ...(answer.kind === 'answer' ? [] : ['误拒']),
    ...missing.map((it) => `缺「${it}」`),
    ...line.must_not_include.filter(holds).map((it) => `不该有「${it}」`),
  ]
}

function foundIn(line: EvalLine, passages: readonly string[]): { first: boolean; five: boolean } {
  const texts = passages.slice(0, 5).map(bare)
  const proofs = [line.evidence, ...line.evidence_alt.map((it) => it.evidence)].map(bare)
  const proves = (text: string) => proofs.some((it) => text.includes(it))
  const more = line.evidence_more.every((it) => texts.some((text) => text.includes(bare(it.evidence))))
  return { first: texts.slice(0, 1).some(proves), five: texts.some(proves) && more }
}

const bare = (text: string): string => text.replace(/\s/g, '')
