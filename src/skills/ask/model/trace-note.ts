import type { Caller } from '../../../core/caller.ts'
import { may } from '../../../core/may.ts'
import { type Block, note } from '../../../core/reply.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import { modelWords } from './words.ts'

/** For whoever answers for the alliance: under which id it can be looked up how a model's answer came about. */
export async function traceFor(
  caller: Caller,
  questionId: string,
  { modelTraces }: { readonly modelTraces: Pick<ModelTraces, 'find'> },
): Promise<readonly Block[]> {
  if (!may(caller, 'queue.reply')) return []
  const trace = await modelTraces.find(questionId)
  return trace ? [note(modelWords[caller.locale].traced(trace.id))] : []
}
