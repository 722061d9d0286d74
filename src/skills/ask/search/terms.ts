import type { IndexTerm } from '../../../store/passage-index.ts'
import type { Words } from './words.ts'

export interface AskedTerm extends IndexTerm {
  /** 1 for the question's own terms, less for what else may be written for them. */
  readonly weight: number
}

/** What a synonym counts of the weight that the file gives it: more, and it outweighs the words that were asked. */
const SYNONYM_SHARE = 0.5

/** A pasted page is no question: what is asked stands in its first lines. */
const LONGEST = 400

/** The terms of a question: its words, its pairs of characters, and what else may be written for them. */
export function termsOf(question: string, words: Words): AskedTerm[] {
  const found = new Map<string, AskedTerm>()
  const add = (text: string, kind: IndexTerm['kind'], weight: number) => {
    const key = `${kind}:${text}`
    if ((found.get(key)?.weight ?? 0) < weight) found.set(key, { text, kind, weight })
  }
  const read = (text: string, weight: number) => {
    for (const word of words.wordsOf(text)) add(word, 'word', weight)
    for (const pair of words.pairsOf(text)) add(pair, 'pair', weight)
  }
  const short = question.slice(0, LONGEST)
  read(short, 1)
  for (const it of words.expansionsOf(short)) read(it.text, it.weight * SYNONYM_SHARE)
  return [...found.values()]
}
