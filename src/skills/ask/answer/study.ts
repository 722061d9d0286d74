import type { StoredPassage } from '../../../store/passages.ts'
import { type HeldTerms, TextTerms } from './held-terms.ts'
import type { Known } from './nearest.ts'
import { squeeze } from './quote.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Language, termsOf } from './terms.ts'

export interface StudiedSentence extends Sentence {
  /** Its text without white space. */
  readonly bare: string
  readonly terms: TextTerms
  /** Terms of the confirmed questions that this sentence answers: what people call what it says. */
  readonly asked: ReadonlySet<string>
}

/** A passage in the form in which it is weighed: what terms every sentence holds, and what stands above it. */
export interface Studied {
  readonly passage: StoredPassage
  /** How many confirmed questions it answers. */
  readonly confirmed: number
  readonly sentences: readonly StudiedSentence[]
  /** Terms of the outline and the title. */
  readonly above: TextTerms
  /** Terms of the confirmed questions that something in this passage answers. */
  readonly asked: ReadonlySet<string>
  /** Every term of the passage and of what stands above it. */
  readonly all: HeldTerms
}

/**
 * Takes a passage apart; done once a passage and version of the confirmed questions.
 * @param confirmed the confirmed questions that this passage answers
 * @param termsOfQuestion the terms of a confirmed question, where they are known already
 */
export function study(
  passage: StoredPassage,
  confirmed: readonly Known[],
  language: Language,
  termsOfQuestion: (question: string) => Iterable<string> = (it) => termsOf(it, language).keys(),
): Studied {
  const asked = new Set<string>()
  // A dozen questions have the same words as their answer: what is compared with every sentence are those words.
  const byQuote = new Map<string, Set<string>>()
  for (const { question, quote } of confirmed) {
    const terms = [...termsOfQuestion(question)]
    for (const it of terms) asked.add(it)
    if (quote === undefined) continue
    const its = byQuote.get(quote) ?? new Set()
    for (const it of terms) its.add(it)
    byQuote.set(quote, its)
  }
  const quotes = [...byQuote].map(([quote, terms]) => ({ quote: squeeze(quote), terms }))
  const sentences = piecesOf(passage).map((sentence) => {
    const bare = squeeze(sentence.text)
    const its = quotes.filter(({ quote }) => bare.includes(quote) || quote.includes(bare))
    return {
      ...sentence,
      bare,
      terms: new TextTerms(sentence.text, language),
      asked: new Set(its.flatMap(({ terms }) => [...terms])),
    }
  })
  const above = new TextTerms([passage.document.title, ...passage.path].join('\n'), language)
  return {
    passage,
    confirmed: confirmed.length,
    sentences,
    above,
    asked,
    all: { has: (term) => above.has(term) || sentences.some((sentence) => sentence.terms.has(term)) },
  }
}

/** A cover block answers as a whole: title, status, issuer and date stand on lines of their own. */
function piecesOf(passage: StoredPassage): Sentence[] {
  if (passage.kind === 'cover') return [{ text: passage.text, start: 0, end: passage.text.length }]
  return sentencesOf(passage.text, passage.table)
}
