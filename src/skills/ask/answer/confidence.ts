import type { WeighedPassage } from './evidence.ts'

/** Under this a passage is only the least unlike, not an answer: of those given below it, three of four were wrong. */
const leastConfidence = 0.27

/** So little will do where no question was confirmed of the passage yet: nothing lends it the words that people use. */
const leastUnasked = 0.12

/** How surely a passage is about what is asked, 0..1: its share of the question's terms, or a confirmed question's likeness. */
export function confidenceOf(passage: WeighedPassage | undefined): number {
  if (!passage) return 0
  return Math.round(Math.min(1, Math.max(passage.asked, passage.nearest)) * 100) / 100
}

/** Whether a passage is too far from the question to answer it. */
export function isTooFar(passage: WeighedPassage): boolean {
  return confidenceOf(passage) < leastConfidence + (leastUnasked - leastConfidence) * passage.unasked
}
