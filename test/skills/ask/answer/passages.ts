import { readFileSync } from 'node:fs'
import { addSynonyms, termsOf } from '../../../../src/skills/ask/answer/terms.ts'
import { makeWords } from '../../../../src/skills/ask/search/words.ts'
import type { StoredPassage } from '../../../../src/store/passages.ts'

const lexicon = (file: string) =>
  readFileSync(new URL(`../../../../data/lexicon/${file}`, import.meta.url), 'utf8')

/** The words of the house, as everywhere. */
export const language = makeWords({ lexicon: lexicon('words.txt'), synonyms: lexicon('synonyms.txt') })

/** The terms of a question and of what else may be written for it, as a look weighs them. */
export function termsWithSynonyms(text: string): ReadonlyMap<string, number> {
  const terms = new Map(termsOf(text, language))
  addSynonyms(text, language, 1, terms)
  return terms
}

type Given = Partial<Omit<StoredPassage, 'document'>> & {
  readonly document?: Partial<StoredPassage['document']>
}

let count = 0

/** A passage as the store gives it; whatever matters to a test is given. */
export function passageOf(text: string, { document = {}, ...given }: Given = {}): StoredPassage {
  count += 1
  return {
    id: String(count),
    ordinal: count,
    kind: 'text',
    path: [],
    text,
    start: 0,
    end: text.length,
    ...given,
    document: {
      id: '1',
      name: '2014-work-points.txt',
      origin: '/2014-work-points.txt',
      hash: '',
      title: '国家可持续发展实验区2014年度工作要点',
      status: '现行',
      warnings: [],
      version: 1,
      addedAt: 0,
      ...document,
    },
  }
}
