import { createHash } from 'node:crypto'
import type { Cut } from '../search/keep-cut.ts'
import { aimPatterns, aimsOf } from './question.ts'
import { asking, type Language, likenessTerms, termsOf } from './terms.ts'

/** Raise when the cutting of {@link termsOf} changes; the words and patterns that it reads tell of themselves. */
const RULES = 1

/** How confirmed questions are cut for the answer engine: their terms, and what kind of thing they ask for. */
export function confirmedCut(language: Language): Cut {
  const data = [...asking, ...aimPatterns.flatMap(([aim, { source, flags }]) => [aim, source, flags])]
  const hash = createHash('sha256').update(data.join('\n')).digest('hex').slice(0, 16)
  return {
    name: 'answer/questions',
    edition: `${RULES}/${language.edition}/${hash}`,
    termsOf: (question) => likenessTerms(termsOf(question, language), aimsOf(question)).keys(),
  }
}
