import { z } from 'zod'
import type { Duty } from '../../../core/duty.ts'

export const states = ['unfiled', 'overdue', 'filed'] as const

/** Who owes what, as somebody asks: conditions that all must hold, an absent one admits everything. */
export interface OwedAsked {
  /** Short names, e.g. 浙江. */
  readonly provinces?: readonly string[] | undefined
  readonly region?: '东部' | '中部' | '西部' | undefined
  /** A part of a zone's name. */
  readonly zone?: string | undefined
  /** A kind of duty (`acceptance`), or a part of a duty's title. */
  readonly duty?: string | undefined
  readonly state: (typeof states)[number]
  /** Due within so many days from today. */
  readonly within?: number | undefined
}

const short = z.string().trim().min(1).max(30)

/** The same where a model says it. */
export const owedAsked = z.strictObject({
  provinces: z.array(short).max(31).optional(),
  region: z.enum(['东部', '中部', '西部']).optional(),
  zone: short.optional(),
  duty: short.optional(),
  state: z.enum(states).default('unfiled'),
  within: z.number().int().min(0).max(400).optional(),
})

/** What people call the kinds of duties; the longer name comes first. */
const calledKinds: readonly (readonly [called: string, kind: string])[] = [
  ['验收申请', 'acceptance'],
  ['验收材料', 'acceptance'],
  ['验收', 'acceptance'],
  ['年度工作总结报告', 'annual-report'],
  ['年度工作报告', 'annual-report'],
  ['年度报告', 'annual-report'],
  ['工作总结', 'annual-report'],
  ['年报', 'annual-report'],
  ['统计报表', 'annual-report'],
  ['报表', 'annual-report'],
  ['创新能力调查', 'survey'],
  ['调查数据', 'survey'],
  ['调查表', 'survey'],
  ['评估材料', 'evaluation'],
]

/** Names of kinds, the longer before the shorter that it begins with. */
export const dutyNames: readonly string[] = calledKinds.map(([called]) => called)

/** The kind of duty of that name, e.g. `annual-report` of 年报. Pure. */
export function kindCalled(called: string): string | undefined {
  return calledKinds.find(([name]) => name === called)?.[1]
}

/** Whether a duty is meant by what somebody calls it. Pure. */
export function isCalled({ kind, title }: Pick<Duty, 'kind' | 'title'>, called: string): boolean {
  const known = kindCalled(called)
  return known === undefined ? kind === called || title.includes(called) : kind === known
}
