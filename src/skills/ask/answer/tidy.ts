import { cleanText } from '../../../core/message-text.ts'

/** Longer questions are cut: what is asked stands at their beginning or nowhere. In characters. */
const questionAtMost = 400

/** White space folded, cut to a sensible length. */
export function tidy(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').slice(0, questionAtMost)
}
