import { z } from 'zod'
import { type LanguageModel, ModelAway, type Prompt, type Usage } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import { withinTime } from '../../../core/time-limit.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { isFollowUp } from '../answer/follow-up.ts'
import { understand } from '../answer/question.ts'
import { hasOnlyFiguresOf } from './english.ts'
import { speaksToModel } from './form.ts'
import { asData, earlierAsData } from './offer.ts'
import { type Asking, patience } from './patience.ts'
import { wholeAnswer } from './whole-answer.ts'

/** What a question is searched for besides its own words. Nothing of it is ever shown. */
export interface Rewritten {
  /** The question as the documents would ask it; several where several things are asked. */
  readonly questions: readonly string[]
  /** What the model guesses that the documents say: its words are near to those of the passage, right or wrong. */
  readonly draft?: string
  readonly usage: Usage
}

/** Under this the words of a question and of its passage have little in common: three answers in ten. */
export const leastConfidence = 0.4
/** Longer than this, most of a question is not what is asked. Characters. */
const longWinded = 50

/** Whether a question may have been searched for in the wrong words. */
function needsRewriting({ question }: Asked, base: Answer): boolean {
  return (
    base.kind === 'refusal' ||
    base.confidence < leastConfidence ||
    isFollowUp(question) ||
    question.length > longWinded ||
    understand(question).parts.length > 1
  )
}

/** The question in other words, where its own may have missed what it asks for; without them where the model is away. */
export async function inOtherWords(
  asked: Asked,
  base: Answer,
  { model, rewrite, log }: { model: LanguageModel; rewrite?: Prompt; log: Log },
  asking: Asking,
): Promise<Rewritten> {
  const none: Rewritten = { questions: [], usage: { input: 0, output: 0 } }
  if (!rewrite || !needsRewriting(asked, base)) return none
  try {
    return await withinTime(patience.rewrite, asking.signal, (signal) =>
      rewritten(asked, rewrite, model, { ...asking, signal }),
    )
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    log.info({ id: asking.id, reason: thrown.reason }, 'searched for in its own words alone')
    return none
  }
}

const rewriting = z.object({ questions: z.array(z.unknown()).catch([]), draft: z.string().catch('') })
const most = { questions: 3, question: 100, draft: 200 }
const tokens = 250

/**
 * One small call reads the question again: as the documents would ask it, each thing by itself, with a guess of the answer
 * to search by. A question with other figures than the conversation has is not taken.
 * @throws ModelAway
 */
async function rewritten(
  asked: Asked,
  prompt: Prompt,
  model: LanguageModel,
  { payer, signal }: Required<Asking>,
): Promise<Rewritten> {
  const { value, usage } = await wholeAnswer(model, {
    messages: prompt.render({ question: asData(asked.question), earlier: earlierAsData(asked) }),
    maxTokens: tokens,
    payer,
    signal,
  })
  const read = rewriting.safeParse(value)
  if (!read.success) throw new ModelAway('malformed', 'the question was rewritten to another shape')
  const isFit = (text: string, longest: number) =>
    /\p{Script=Han}{2}/u.test(text) && text.length <= longest && !speaksToModel(text)
  const questions = read.data.questions
    .flatMap((it) => (typeof it === 'string' ? [it.trim()] : []))
    .filter((it) => isFit(it, most.question) && hasOnlyFiguresOf(it, asked))
    .slice(0, most.questions)
  const draft = read.data.draft.trim()
  return { questions, usage, ...(isFit(draft, most.draft) ? { draft } : {}) }
}
