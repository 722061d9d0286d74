import { z } from 'zod'
import { messageOf } from '../../../core/errors.ts'
import { type LanguageModel, ModelAway, type Prompt, type Usage } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import { withinTime } from '../../../core/time-limit.ts'
import type { StoredPassage } from '../../../store/passages.ts'
import { asData, passagesAsData } from './offer.ts'
import { type Asking, patience } from './patience.ts'
import { wholeAnswer } from './whole-answer.ts'

export interface Reranked {
  /** All that were given, the model's choice first. */
  readonly passages: readonly StoredPassage[]
  /** Ids in the order that the model chose; absent where it was not asked or did not answer. */
  readonly chosen?: readonly string[]
  readonly usage: Usage
}

interface RerankParts {
  readonly model: LanguageModel
  /** Where a small call puts passages in order before an answer is worded. */
  readonly rerank?: Prompt
  readonly log: Log
}

const ordering = z.object({ order: z.array(z.unknown()) })
/** The first so many passages are shown, each so far: which one answers is seen from its beginning. */
const most = { passages: 20, characters: 300 }
const tokens = 80

/**
 * Listwise re-ranking: one small call sees the first passages side by side, as data, and says which of them answer. It can
 * only put in order: numbers that were not given, or come twice, are nothing, and what it leaves out keeps its place behind.
 * Where it is away, late or answers something else, the order stays as it was.
 * @param enough with no more passages than these nothing is asked: all of them are offered anyway
 */
export async function reranked(
  question: string,
  passages: readonly StoredPassage[],
  enough: number,
  { model, rerank: prompt, log }: RerankParts,
  { id, payer, signal: given }: Asking,
): Promise<Reranked> {
  const asTheyWere = { passages, usage: { input: 0, output: 0 } }
  if (!prompt || passages.length <= enough) return asTheyWere
  const shown = passages.slice(0, most.passages)
  try {
    const messages = prompt.render({
      question: asData(question),
      passages: passagesAsData(shown, most.characters),
    })
    const { value, usage } = await withinTime(patience.rerank, given, (signal) =>
      wholeAnswer(model, { messages, maxTokens: tokens, payer, signal }),
    )
    const read = ordering.safeParse(value)
    if (!read.success) throw new ModelAway('malformed', 'the order has another shape')
    const chosen = new Set(read.data.order.flatMap((it) => shown[Number(it) - 1] ?? []))
    return {
      passages: [...chosen, ...passages.filter((it) => !chosen.has(it))],
      chosen: [...chosen].map((it) => it.id),
      usage,
    }
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    log.info({ id, reason: thrown.reason }, `passages stay in their order: ${messageOf(thrown)}`)
    return asTheyWere
  }
}
