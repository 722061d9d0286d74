import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeWords } from '../src/skills/ask/search/words.ts'
import type { StoredPassage } from '../src/store/passages.ts'
import type { Found } from './engine.ts'

/** Cuts words as the house does. */
export function houseWords() {
  const lexicon = (file: string) => readFileSync(join('data', 'lexicon', file), 'utf8')
  return makeWords({ lexicon: lexicon('words.txt'), synonyms: lexicon('synonyms.txt') })
}

/** A passage of the store, as every engine gives what it found. */
export function foundOf({ document, path, text, articleKey }: StoredPassage): Found {
  return {
    document: document.name,
    title: document.title,
    path: path.join(' '),
    text,
    ...(articleKey === undefined ? {} : { articleKey }),
  }
}
