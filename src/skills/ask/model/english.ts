import { z } from 'zod'
import type { Clock } from '../../../core/clock.ts'
import { type Absence, type LanguageModel, ModelAway, type Prompt } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import { withinTime } from '../../../core/time-limit.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { withFullYears } from '../answer/question.ts'
import { speaksToModel } from './form.ts'
import { keepAgain, markOf, reusable } from './given-again.ts'
import { asData, earlierAsData } from './offer.ts'
import { type Asking, patience } from './patience.ts'
import { wholeAnswer } from './whole-answer.ts'

/** A sentence in Latin letters, or a word with a question mark: nothing of it can be found in Chinese documents. */
export function isEnglish(question: string): boolean {
  if (/\p{Script=Han}/u.test(question)) return false
  return (question.match(/[A-Za-z]{2,}/gu) ?? []).length >= 3 || /[A-Za-z]{4,}[^\n]*[?？]\s*$/u.test(question)
}

/** How an English question is asked of Chinese documents; neither where it is no question that a model could read. */
export interface Reading {
  readonly readAs?: string
  /** Why no model was there to read it. */
  readonly away?: Absence
}

/** The answer to an English question: what it says is Chinese, what stands around it is drawn in English. */
export function inEnglishFrame(answer: Answer, reading: Reading): Answer {
  return { ...answer, askedInEnglish: reading }
}

const reading = z.object({ question: z.string() })
const readingTokens = 120
/** Characters. */
const longest = 100

interface ReadingParts {
  readonly model: LanguageModel
  /** Reads an English question as a Chinese one. */
  readonly readEnglish: Prompt
  readonly traces: Pick<ModelTraces, 'keep' | 'answered'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * An English question as a Chinese one, which is then asked like any other. Whoever asked is told how it was read; a reading
 * that has other figures than the question is not taken. The same question is not paid for twice; what came before it counts
 * only where it goes on with that.
 * @param asking under which id, with `read-` before it, the trace is kept, and who pays
 */
export async function readInChinese(
  { question, history = [] }: Asked,
  asking: Asking,
  { model, readEnglish: prompt, traces, clock, log }: ReadingParts,
): Promise<Reading> {
  const begun = performance.now()
  const asked: Asked = { question, history: goesOn.test(question) ? history : [] }
  const messages = prompt.render({ question: asData(question), earlier: earlierAsData(asked) })
  const trace = { id: `read-${asking.id}`, at: clock.now(), key: markOf(model.name, messages), question }
  const by = { prompt: prompt.edition, model: model.name }
  const known = await traces.answered(trace.key, trace.at)
  if (known?.answer !== undefined) {
    await keepAgain(trace, known.id, by, traces)
    return JSON.parse(known.answer) as Reading
  }
  try {
    const { value, usage } = await withinTime(patience.readEnglish, asking.signal, (signal) =>
      wholeAnswer(model, { messages, maxTokens: readingTokens, payer: asking.payer, signal }),
    )
    const said = reading.safeParse(value).data?.question.trim()
    const read: Reading = said !== undefined && isReadingOf(said, asked) ? { readAs: said } : {}
    await traces.keep({
      ...trace,
      ...by,
      passages: [],
      usage,
      ms: Math.round(performance.now() - begun),
      ownMs: 0,
      checks: said === undefined ? [] : [{ text: said, passages: [] }],
      outcome: 'read',
      answer: JSON.stringify(read),
      reusableUntil: trace.at + (read.readAs === undefined ? reusable.nothing : reusable.reading),
    })
    return read
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    log.warn({ id: asking.id, reason: thrown.reason }, `an English question was not read: ${thrown.message}`)
    return { away: thrown.reason }
  }
}

/** 「And in Jiangsu?」, 「When is it due?」: cannot be understood without what came before. */
const goesOn =
  /^(?:and|also|then|so|what about|how about|or)\b|\b(?:it|its|this|that|these|those|they|them|their|there|he|she|same)\b/iu

function isReadingOf(read: string, { question, history = [] }: Asked): boolean {
  if (!/\p{Script=Han}{2}/u.test(read) || read.length > longest || speaksToModel(read)) return false
  const figures = figuresOf(read)
  return (
    figuresOf(question).every((it) => figures.includes(it)) && hasOnlyFiguresOf(read, { question, history })
  )
}

/** Whether a question that a model has put otherwise names no figure of its own. */
export function hasOnlyFiguresOf(read: string, { question, history = [] }: Asked): boolean {
  const mayBeNamed = new Set(
    [question, ...history.map(({ content }) => content)].map(withFullYears).flatMap(figuresOf),
  )
  for (const [at, month] of months.entries())
    if (question.toLowerCase().includes(month)) mayBeNamed.add(String(at + 1))
  return figuresOf(withFullYears(read)).every((it) => mayBeNamed.has(it))
}

const figuresOf = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/gu) ?? []

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
