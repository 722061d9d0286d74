import type { Clock } from '../../../core/clock.ts'
import { messageOf } from '../../../core/errors.ts'
import { type LanguageModel, ModelAway, type Prompt } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import { markOf } from './given-again.ts'
import type { Ground } from './ground.ts'
import { asData } from './offer.ts'
import type { Asking } from './patience.ts'
import { readSaid, type SaidSentence } from './sentences-said.ts'
import { wholeAnswer } from './whole-answer.ts'

/** A sentence that one message carries; `message` counts from 0. */
export interface Summed {
  readonly text: string
  readonly message: number
}

const summaryTokens = 500
const longestMessage = 600

interface SummaryParts {
  readonly model: LanguageModel
  readonly summary: Prompt
  readonly checking: () => Promise<{ readonly ground: Ground }>
  readonly traces: Pick<ModelTraces, 'keep'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * A conversation in a few sentences, each carried by the one message that it names: the check of the documents holds for
 * messages as well.
 * @returns none where the model is away, or said nothing that stands in a message
 */
export async function summarized(
  messages: readonly string[],
  asking: Asking,
  { model, summary, checking, traces, clock, log }: SummaryParts,
): Promise<readonly Summed[]> {
  const begun = performance.now()
  try {
    const asked = summary.render({ messages: asMessages(messages) })
    const { value, usage } = await wholeAnswer(model, {
      messages: asked,
      maxTokens: summaryTokens,
      payer: asking.payer,
    })
    const said = readSaid(value, true)
    if (!said) throw new ModelAway('malformed', 'the summary has another shape')
    const { ground } = await checking()
    const checks = said.sentences.map((it) => checked(it, messages, ground))
    const kept = checks.flatMap((it) =>
      it.message === undefined ? [] : [{ text: it.said.text, message: it.message }],
    )
    await traces.keep({
      id: asking.id,
      at: clock.now(),
      key: markOf(model.name, asked),
      question: summary.edition,
      prompt: summary.edition,
      model: model.name,
      passages: [],
      usage,
      ms: Math.round(performance.now() - begun),
      ownMs: 0,
      checks: checks.map(({ said: it, fault }) => ({ ...it, ...(fault === undefined ? {} : { fault }) })),
      outcome: kept.length > 0 ? 'drafted' : 'nothing-found',
    })
    return kept
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    log.warn({ id: asking.id, reason: thrown.reason }, `nothing was summed up: ${messageOf(thrown)}`)
    return []
  }
}

/** Numbered and delimited; whoever wrote one cannot close it. */
function asMessages(messages: readonly string[]): string {
  return messages
    .map((text, at) => `<message id="${at + 1}">\n${asData(text).slice(0, longestMessage)}\n</message>`)
    .join('\n')
}

function checked(said: SaidSentence, messages: readonly string[], ground: Ground) {
  let fault = 'names no message'
  for (const number of said.passages) {
    const text = messages[number - 1]
    if (text === undefined) continue
    const grounded = ground(said.text, { text, path: [], document: { title: '' } })
    if (grounded.fault === undefined) return { said, message: number - 1 }
    fault = grounded.fault
  }
  return { said, fault }
}
