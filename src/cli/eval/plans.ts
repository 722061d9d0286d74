import { z } from 'zod'

const lookup = z.strictObject({
  name: z.string().min(1),
  arguments: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

/** A question with the lookups that answer it: `test/eval/plans`. */
export const planLine = z.strictObject({
  id: z.string(),
  /** Who asks: the alliance's office, a zone's own people, or somebody whom the alliance does not know. */
  who: z.enum(['office', 'zone', 'guest']),
  question: z.string().min(1),
  lookups: z.array(lookup).min(1),
  /** Other plans that answer it as well. */
  or: z.array(z.array(lookup).min(1)).default([]),
  /** What the answer shows, and what it must not show, as the test's store has it. */
  holds: z.array(z.string()),
  lacks: z.array(z.string()).default([]),
})

export type PlanLine = z.infer<typeof planLine>

export interface Chosen {
  readonly name: string
  readonly arguments: Readonly<Record<string, unknown>>
}

export interface PlanVerdict {
  readonly id: string
  readonly question: string
  /** The lookups that were expected, no more and no less. */
  readonly lookups: boolean
  /** And each with the filter that was expected. */
  readonly filters: boolean
  readonly chosen: readonly Chosen[]
}

/** How a plan stands to what was expected. Pure. */
export function judgePlan(line: PlanLine, chosen: readonly Chosen[]): PlanVerdict {
  const plans = [line.lookups, ...line.or]
  const names = (plan: readonly Chosen[]) =>
    plan
      .map((it) => it.name)
      .sort()
      .join()
  return {
    id: line.id,
    question: line.question,
    lookups: plans.some((it) => names(it) === names(chosen)),
    filters: plans.some((it) => it.length === chosen.length && matches(it, chosen)),
    chosen,
  }
}

/** Each of the expected is one of the chosen, and none is two of them. */
function matches(expected: readonly Chosen[], chosen: readonly Chosen[]): boolean {
  const [first, ...others] = expected
  if (first === undefined) return true
  return chosen.some((it, at) => isMeant(first, it) && matches(others, chosen.toSpliced(at, 1)))
}

/** What a lookup takes where nothing is said. */
const left: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  deadlines: { state: 'unfiled' },
  trainings: { view: 'coming' },
  profiles: { kind: 'offer' },
  'write-wish': { kind: 'need' },
}
/** Words of the planner's own choosing: that they are there is all that can be expected. */
const free = ['question']

function isMeant(expected: Chosen, chosen: Chosen): boolean {
  if (expected.name !== chosen.name) return false
  const [wanted, given] = [expected, chosen].map((it) => ({ ...left[it.name], ...it.arguments }))
  const keys = new Set([...Object.keys(wanted ?? {}), ...Object.keys(given ?? {})])
  return [...keys].every((key) => isSame(wanted?.[key], given?.[key], free.includes(key)))
}

function isSame(wanted: unknown, given: unknown, anyWords: boolean): boolean {
  if (wanted === undefined || given === undefined) return false
  if (anyWords) return String(given) !== ''
  const [one, other] = [wanted, given].map((it) => [it].flat().map(String).sort())
  // 宜兴 is 宜兴市, and 江苏省 is 江苏.
  return (
    one?.length === other?.length &&
    one?.every((it, at) => it.includes(other?.[at] ?? '') || other?.[at]?.includes(it)) === true
  )
}
