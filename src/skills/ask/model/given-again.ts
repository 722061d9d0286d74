import { createHash } from 'node:crypto'
import type { ModelTrace } from '../../../core/llm.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'

const hour = 3_600_000

/** How long what a model made of a question is given again, milliseconds; where it made nothing of it, it may try again soon. */
export const reusable = { answer: 90 * 24 * hour, reading: 90 * 24 * hour, plan: hour, nothing: hour / 4 }

/** A mark of everything on which an answer rests. */
export function markOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Keeps that a question was answered as another one had been: the other's trace tells how that came about. */
export async function keepAgain(
  { id, at, key, question }: Pick<ModelTrace, 'id' | 'at' | 'key' | 'question'>,
  first: string,
  by: Pick<ModelTrace, 'prompt' | 'model'>,
  traces: Pick<ModelTraces, 'keep'>,
): Promise<void> {
  await traces.keep({
    id,
    at,
    key,
    question,
    ...by,
    first,
    passages: [],
    usage: { input: 0, output: 0 },
    ms: 0,
    ownMs: 0,
    checks: [],
    outcome: 'again',
  })
}
