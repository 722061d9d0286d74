import { z } from 'zod'
import type { Clock } from '../../../core/clock.ts'
import { messageOf } from '../../../core/errors.ts'
import { type LanguageModel, ModelAway, type Prompt } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { Lookup } from '../../../core/lookup.ts'
import { withinTime } from '../../../core/time-limit.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import type { Asked } from '../answer/answer.ts'
import { keepAgain, markOf, reusable } from './given-again.ts'
import { asData, earlierAsData } from './offer.ts'
import { type Asking, patience } from './patience.ts'
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
  asking: Asking,
  { model, plan: prompt, traces, clock, log }: PlanningParts,
): Promise<readonly Step[]> {
  const begun = performance.now()
  const messages = prompt.render({
    question: asData(asked.question),
    earlier: earlierAsData(asked),
    lookups: lookups.map(described).join('\n'),
  })
  const key = markOf(model.name, messages)
  const trace = { id: `plan-${asking.id}`, at: clock.now(), key, question: asked.question }
  const by = { prompt: prompt.edition, model: model.name }
  const known = await traces.answered(key, trace.at)
  if (known?.answer !== undefined) {
    await keepAgain(trace, known.id, by, traces)
    return JSON.parse(known.answer) as readonly Step[]
  }
  try {
    const { value, usage } = await withinTime(patience.plan, asking.signal, (signal) =>
      wholeAnswer(model, { messages, maxTokens: planTokens, payer: asking.payer, signal }),
    )
    const read = plan.safeParse(value)
    if (!read.success) throw new ModelAway('malformed', 'the plan has another shape')
    const steps = chosen(read.data.lookups, lookups)
    const ms = Math.round((performance.now() - begun) * 10) / 10
    await traces.keep({
      ...trace,
      ...by,
      passages: [],
      usage,
      ms,
      ownMs: 0,
      checks: steps.map((it) => ({ text: `${it.name} ${JSON.stringify(it.arguments)}`, passages: [] })),
      outcome: steps.length === 0 ? 'nothing-found' : 'looked-up',
      answer: JSON.stringify(steps),
      reusableUntil: trace.at + (steps.length === 0 ? reusable.nothing : reusable.plan),
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
