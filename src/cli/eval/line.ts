import { z } from 'zod'

const place = z.object({ evidence: z.string().min(1) })

/** One question of an evaluation set, with what a right answer must hold. */
export const evalLine = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    question: z.string(),
    kind: z.string(),
    /** The shortest span of the documents that proves the answer; empty where nothing can. */
    evidence: z.string().default(''),
    /** Other places that prove it just as well. */
    evidence_alt: z.array(place).default([]),
    /** Further places that are needed as well. */
    evidence_more: z.array(place).default([]),
    /** Each must stand in the text; alternatives are separated by `|`. */
    must_include: z.array(z.string()).default([]),
    must_not_include: z.array(z.string()).default([]),
    history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).optional(),
    /** Kept away from whoever develops the reader. */
    held_out: z.boolean().default(false),
  })
  .readonly()

export type EvalLine = z.infer<typeof evalLine>

/** A question that no document answers: refusing it is right. */
export const isUnanswerable = (line: EvalLine): boolean => line.kind === 'unanswerable'
