import { z } from 'zod'

/** One sentence of a model, with the numbers of the passages that it names. */
export interface SaidSentence {
  readonly text: string
  readonly passages: readonly number[]
}

/** What a model answered. */
export interface SaidAnswer {
  readonly sentences: readonly SaidSentence[]
  /** Numbers of passages that each answer another reading of the question. */
  readonly unclear: readonly number[]
}

/** More than this is no answer any more. */
const sentencesAtMost = 8

const number = z.union([z.number(), z.string().transform(Number)])
const sentence = z
  .object({
    text: z.string(),
    passage: z.union([number, z.array(number)]).optional(),
    passages: z.array(number).optional(),
  })
  .transform(({ text, passage = [], passages = [] }) => ({
    text: text.trim(),
    passages: [passage, passages].flat(),
  }))

const answer = z.object({
  sentences: z.array(z.unknown()),
  unclear: z.array(number).optional().catch(undefined),
})

/**
 * Reads what a model answered, whole or as far as it has come; what has another shape is left out. A whole answer that
 * has no sentences at all gives undefined.
 * @param whole false where the last sentence may be unfinished: it is left out
 */
export function readSaid(value: unknown, whole: boolean): SaidAnswer | undefined {
  const read = answer.safeParse(value)
  if (!read.success) return undefined
  const all = whole ? read.data.sentences : read.data.sentences.slice(0, -1)
  return {
    sentences: all.slice(0, sentencesAtMost).flatMap((it) => sentence.safeParse(it).data ?? []),
    unclear: whole ? (read.data.unclear ?? []) : [],
  }
}
