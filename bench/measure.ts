import type { Engine } from './engine.ts'
import type { Question } from './tasks.ts'

/** What one engine did on one set of questions. */
export interface Measured {
  readonly questions: number
  /** Share of the questions with any evidence among the first 1, 5 and 10. */
  readonly first1: number
  readonly first5: number
  readonly first10: number
  /** Mean share of a question's evidence among the first 10. */
  readonly share10: number
  /** Milliseconds of each question, in ascending order. */
  readonly times: readonly number[]
}

/** Asks until all is asked or the time is up; the questions are then fewer, and their number is told. */
export async function measure(
  engine: Engine,
  questions: readonly Question[],
  seconds: number,
): Promise<Measured> {
  const sums = { first1: 0, first5: 0, first10: 0, share10: 0 }
  const times: number[] = []
  const begun = performance.now()
  for (const { text, evidence } of questions) {
    if (performance.now() - begun > seconds * 1000) break
    const at = performance.now()
    const found = await engine.search(text, 10)
    times.push(performance.now() - at)
    const heldBy = (k: number) => evidence.filter((it) => found.slice(0, k).some(it)).length
    sums.first1 += heldBy(1) > 0 ? 1 : 0
    sums.first5 += heldBy(5) > 0 ? 1 : 0
    sums.first10 += heldBy(10) > 0 ? 1 : 0
    sums.share10 += heldBy(10) / evidence.length
  }
  const count = times.length || 1
  return {
    questions: times.length,
    first1: sums.first1 / count,
    first5: sums.first5 / count,
    first10: sums.first10 / count,
    share10: sums.share10 / count,
    times: times.sort((a, b) => a - b),
  }
}

/** Joins measurements of disjoint questions. */
export function joined(all: readonly Measured[]): Measured {
  const questions = all.reduce((sum, it) => sum + it.questions, 0)
  const mean = (of: (it: Measured) => number) =>
    all.reduce((sum, it) => sum + of(it) * it.questions, 0) / (questions || 1)
  return {
    questions,
    first1: mean((it) => it.first1),
    first5: mean((it) => it.first5),
    first10: mean((it) => it.first10),
    share10: mean((it) => it.share10),
    times: all.flatMap((it) => it.times).sort((a, b) => a - b),
  }
}

/** @param times in ascending order */
export function quantile(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}
