import { z } from 'zod'
import { type LanguageModel, ModelAway, type Prompt } from '../../../core/llm.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { withFullYears } from '../answer/question.ts'
import { speaksToModel } from './form.ts'
import { asData, earlierAsData } from './offer.ts'
import { wholeAnswer } from './whole-answer.ts'

/** A sentence in Latin letters, or a word with a question mark: nothing of it can be found in Chinese documents. */
export function isEnglish(question: string): boolean {
  if (/\p{Script=Han}/u.test(question)) return false
  return (question.match(/[A-Za-z]{2,}/gu) ?? []).length >= 3 || /[A-Za-z]{4,}[^\n]*[?？]\s*$/u.test(question)
}

/** The answer to an English question: what it says is Chinese, what stands around it is drawn in English. */
export function inEnglishFrame(answer: Answer, readAs: string | undefined): Answer {
  return { ...answer, askedInEnglish: readAs === undefined ? {} : { readAs } }
}

const reading = z.object({ question: z.string() })
const readingTokens = 120
/** Characters. */
const longest = 100

/**
 * An English question as a Chinese one, which is then asked like any other. Whoever asked is told how it was read; a reading
 * that has other figures than the question is not taken.
 * @returns undefined where the model cannot read it, or is away
 */
export async function readInChinese(
  asked: Asked,
  prompt: Prompt,
  model: LanguageModel,
  payer: string,
): Promise<string | undefined> {
  try {
    const { value } = await wholeAnswer(model, {
      messages: prompt.render({ question: asData(asked.question), earlier: earlierAsData(asked) }),
      maxTokens: readingTokens,
      payer,
    })
    const read = reading.safeParse(value).data?.question.trim()
    return read !== undefined && isReadingOf(read, asked) ? read : undefined
  } catch (thrown) {
    if (thrown instanceof ModelAway) return undefined
    throw thrown
  }
}

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
