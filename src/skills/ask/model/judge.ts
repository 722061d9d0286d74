import { z } from 'zod'
import { type LanguageModel, ModelAway, type Prompt, type Usage } from '../../../core/llm.ts'
import type { Claim } from '../answer/answer.ts'
import { asData } from './offer.ts'
import type { Asking } from './patience.ts'
import { wholeAnswer } from './whole-answer.ts'

const judgement = z.object({ unsupported: z.array(z.coerce.number()) })
const judgementTokens = 100

/**
 * A second small call reads each sentence beside its quote.
 * @returns the numbers, from 1, of the sentences that the quote does not carry
 * @throws ModelAway
 */
export async function judged(
  kept: readonly { readonly claim: Claim }[],
  prompt: Prompt,
  model: LanguageModel,
  { payer, signal }: Asking,
): Promise<{ readonly unsupported: readonly number[]; readonly usage: Usage }> {
  if (kept.length === 0) return { unsupported: [], usage: { input: 0, output: 0 } }
  const pairs = kept
    .map(
      ({ claim }, at) =>
        `${at + 1}. 句子：${asData(claim.text)}\n   原文：${asData(claim.citation?.quote ?? '')}`,
    )
    .join('\n')
  const { value, usage } = await wholeAnswer(model, {
    messages: prompt.render({ pairs }),
    maxTokens: judgementTokens,
    payer,
    ...(signal ? { signal } : {}),
  })
  const read = judgement.safeParse(value)
  if (!read.success) throw new ModelAway('malformed', 'the judgement has another shape')
  return { unsupported: read.data.unsupported, usage }
}
