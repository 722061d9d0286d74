import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../../core/clock.ts'
import { messageOf } from '../../../core/errors.ts'
import { type LanguageModel, ModelAway, type Prompt } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { Lookup } from '../../../core/lookup.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import type { Asked } from '../answer/answer.ts'
import { asData, earlierAsData } from './offer.ts'
import { wholeAnswer } from './whole-answer.ts'

/** One lookup that a model chose, with the arguments that it gave. */
export interface Step {
  readonly name: string
  readonly arguments: Readonly<Record<string, unknown>>
}

const plan = z.object({
  lookups: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) })),
})
const planTokens = 300
/** Milliseconds: whoever waits has seen nothing yet. */
const patience = 8_000
/** Milliseconds for which a plan is not asked for again: what a question means today it may not mean tomorrow. */
const kept = 60 * 60_000
/** Lookups a question. */
const mostSteps = 3

interface PlanningParts {
  readonly model: LanguageModel
  readonly plan: Prompt
  readonly traces: Pick<ModelTraces, 'keep' | 'answered'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * Which lookups could answer a question: known ones alone, each once, three at most; none where the model is away. The
 * model sees the question and what can be looked up, never what is found. The same question is not paid for twice in an hour.
 * @param asking under which id, with `plan-` before it, the trace is kept, and who pays
 */
export async function planned(
  asked: Asked,
  lookups: readonly Lookup[],
  asking: { readonly id: string; readonly payer: string },
  { model, plan: prompt, traces, clock, log }: PlanningParts,
): Promise<readonly Step[]> {
  const begun = performance.now()
  const messages = prompt.render({
    question: asData(asked.question),
    earlier: earlierAsData(asked),
    lookups: lookups.map(described).join('\n'),
  })
  const key = createHash('sha256')
    .update(JSON.stringify([model.name, messages]))
    .digest('hex')
  const known = await traces.answered(key, clock.now() - kept)
  if (known?.answer !== undefined) return JSON.parse(known.answer) as readonly Step[]
  try {
    const signal = AbortSignal.timeout(patience)
    const { value, usage } = await wholeAnswer(model, {
      messages,
      maxTokens: planTokens,
      payer: asking.payer,
      signal,
    })
    const read = plan.safeParse(value)
    if (!read.success) throw new ModelAway('malformed', 'the plan has another shape')
    const steps = chosen(read.data.lookups, lookups)
    const ms = Math.round((performance.now() - begun) * 10) / 10
    await traces.keep({
      id: `plan-${asking.id}`,
      at: clock.now(),
      key,
      question: asked.question,
      prompt: prompt.edition,
      model: model.name,
      passages: [],
      usage,
      ms,
      ownMs: 0,
      checks: steps.map((it) => ({ text: `${it.name} ${JSON.stringify(it.arguments)}`, passages: [] })),
      outcome: steps.length === 0 ? 'nothing-found' : 'looked-up',
      ...(steps.length === 0 ? {} : { answer: JSON.stringify(steps) }),
    })
    return steps
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    log.warn({ id: asking.id, reason: thrown.reason }, `nothing was planned: ${messageOf(thrown)}`)
    return []
  }
}

function chosen(said: readonly Step[], lookups: readonly Lookup[]): readonly Step[] {
  const known = said.filter((it) => lookups.some(({ name }) => name === it.name))
  return [...new Map(known.map((it) => [JSON.stringify(it), it])).values()].slice(0, mostSteps)
}

function described({ name, finds, takes }: Lookup): string {
  const given = Object.entries(takes).map(([argument, meaning]) => `${argument}：${meaning}`)
  return `- ${name}：${finds}${given.length === 0 ? '' : `。参数：${given.join('；')}`}`
}
