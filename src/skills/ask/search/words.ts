import { createHash } from 'node:crypto'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { parseChineseNumber } from '../../../core/numerals.ts'
import { fold } from './fold.ts'
import { remembering } from './remembering.ts'
import { isStopWord } from './stop-words.ts'
import { type Expansion, readSynonyms } from './synonyms.ts'

/** Cuts Chinese into the words that are indexed and asked for. The same object must serve both sides. */
export interface Words {
  /** Words in search mode (实验区管理 -> 实验, 实验区, 管理), folded, numerals also as digits, repeats kept. */
  wordsOf(text: string): readonly string[]
  /** A text as the pieces that the dictionary knows, all of it: what it does not know falls apart into characters. */
  piecesOf(text: string): string[]
  /** The words of a text that name a thing, a deed or a proper name, by the dictionary's parts of speech. */
  contentOf(text: string): readonly string[]
  /** Those of them that name a thing, a place or somebody. */
  namesOf(text: string): readonly string[]
  /** Neighbouring characters (验收材料 -> 验收, 收材, 材料): they find what the dictionary does not know. */
  pairsOf(text: string): readonly string[]
  /** What else may be written for something that a question says, by the synonym file. */
  expansionsOf(text: string): readonly Expansion[]
  /** Changes where the same text would be cut differently: an index made with another one must be made anew. */
  readonly edition: string
}

export interface WordFiles {
  /** Words of the domain, one a line, `#` begins a comment (data/lexicon/words.txt). */
  readonly lexicon?: string
  /** data/lexicon/synonyms.txt, see {@link readSynonyms}. */
  readonly synonyms?: string
}

/** Raise when the cutting below changes. */
const RULES = 1

/** So frequent that the dictionary's own words never split a term of the domain. */
const TERM_FREQUENCY = 100_000

/** Runs of numerals that count something; single ones only after 第, because 一般 and 统一 count nothing. */
const numerals = /[零〇一二三四五六七八九两十百千]{2,}|(?<=第)[一二三四五六七八九十]/g

/** The dictionary's tags of nouns, verbs, adjectives, idioms, short forms and places; what it does not know is noise here. */
const content = /^(?:n|v|a|j|l|i|b|s|eng)/u
const names = /^(?:n|j|eng)/u

/**
 * The same files give the same object: nothing in it changes, and reading the dictionary takes a fifth of a second, which
 * every house over the same data would pay again.
 */
export function makeWords({ lexicon = '', synonyms = '' }: WordFiles = {}): Words {
  if (latest?.lexicon !== lexicon || latest.synonyms !== synonyms)
    latest = { lexicon, synonyms, words: readWords(lexicon, synonyms) }
  return latest.words
}

let latest: (Required<WordFiles> & { readonly words: Words }) | undefined

function readWords(lexicon: string, synonymFile: string): Words {
  const terms = lexicon
    .split('\n')
    .map((line) => fold(line.replace(/#.*/, '')).trim().split(/\s/)[0] ?? '')
    .filter((it) => it !== '')
  const synonyms = readSynonyms(synonymFile)
  const jieba = Jieba.withDict(dict)
  const tagged = remembering((text) =>
    jieba.tag(fold(text), true).filter(({ word }) => /\p{L}/u.test(word) && !isStopWord(word)),
  )
  const wordsTagged = (text: string, tags: RegExp) =>
    tagged(text)
      .filter(({ tag }) => tags.test(tag))
      .map(({ word }) => word)
  if (terms.length > 0) {
    jieba.loadDict(Buffer.from(terms.map((it) => `${it} ${TERM_FREQUENCY} n`).join('\n')))
  }

  return {
    edition: createHash('sha256')
      .update(`${RULES}/${terms.join(',')}`)
      .digest('hex')
      .slice(0, 16),

    wordsOf: remembering((text) => {
      const folded = fold(text)
      const words = jieba
        .cutForSearch(folded, true)
        .filter((it) => /[\p{L}\p{N}]/u.test(it) && !isStopWord(it))
      for (const [found] of folded.matchAll(numerals)) {
        const number = parseChineseNumber(found)
        if (number !== undefined) words.push(String(number))
      }
      return words
    }),

    piecesOf: (text) => jieba.cut(fold(text), false),

    contentOf: remembering((text) => wordsTagged(text, content)),

    namesOf: remembering((text) => wordsTagged(text, names)),

    pairsOf: remembering((text) => {
      const pairs: string[] = []
      for (const run of fold(text).match(/\p{Script=Han}+/gu) ?? []) {
        for (let at = 0; at + 1 < run.length; at++) pairs.push(run.slice(at, at + 2))
      }
      return pairs
    }),

    expansionsOf: remembering((text) => synonyms.expansionsOf(fold(text))),
  }
}
