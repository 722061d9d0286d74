import type { Chosen } from './compose.ts'
import type { HeldTerms } from './held-terms.ts'
import { asking, type Language } from './terms.ts'

/** A word that says what a question is about, and how far the words chosen to answer speak of it. */
export interface AskedWord {
  readonly word: string
  /** How much it tells, by rarity in the documents and in confirmed questions. */
  readonly worth: number
  /** 0: nowhere near; 1: in the very sentence. */
  readonly held: number
}

/** A word's rarity among passages and among confirmed questions; the smaller one counts: 打算 is rare in documents only. */
export interface Rarities {
  readonly inPassages: (term: string) => number
  readonly inQuestions: (term: string) => number
}

/** What a word counts that stands not in the sentence but elsewhere. */
const share = { asked: 0.9, above: 0.8, passage: 0.5, askedPassage: 0.45, pairs: 0.8, synonym: 0.9 }

/** Where a question only asks: no word of it is looked for there. */
const askingStretch = new RegExp(
  [
    ...[...asking].filter((word) => word.length > 1).sort((a, b) => b.length - a.length),
    '[啥哪谁几吗呢了的咋么吧没]',
  ].join('|'),
  'gu',
)

/** The words of a question that name things, deeds and qualities, each once. */
export const contentOf = (text: string, language: Language): string[] =>
  wordsAround(text, (stretch) => language.contentOf(stretch))

/** Those of them that name things, places and people. */
export const namesOf = (text: string, language: Language): string[] =>
  wordsAround(text, (stretch) => language.namesOf(stretch))

/** 「批没批下来」 says 批下来 once: 没批下来 is no word of it. */
const onceSaid = (text: string): string => text.replace(/(\p{Script=Han})[没不]\1/gu, '$1')

/** The words between what only asks. */
function wordsAround(text: string, wordsOf: (stretch: string) => readonly string[]): string[] {
  const words = onceSaid(text)
    .split(askingStretch)
    .flatMap(wordsOf)
    .filter((word) => word.length > 1 && !asking.has(word))
  return [...new Set(words)]
}

/** How far the words chosen speak of each content word of what is asked. */
export function askedWords(
  text: string,
  chosen: readonly Chosen[],
  language: Language,
  rarity: Rarities,
): AskedWord[] {
  const expansions = language.expansionsOf(text)
  return contentOf(text, language).map((word) => {
    const ways = expansions.filter((it) => it.of.includes(word) || word.includes(it.of))
    const bridged = ways.map(
      (way) =>
        share.synonym * Math.min(...partsOf(way.text, language).map((it) => heldOf(it, chosen, language))),
    )
    return {
      word,
      worth: Math.min(rarity.inPassages(`w:${word}`), rarity.inQuestions(`w:${word}`)),
      held: Math.max(heldOf(word, chosen, language), ...bridged),
    }
  })
}

/** The share of what is asked, by worth, that is held; 1 where nothing but question words is asked. */
export function shareHeld(words: readonly AskedWord[]): number {
  const total = words.reduce((sum, it) => sum + it.worth, 0)
  return total === 0 ? 1 : words.reduce((sum, it) => sum + it.worth * it.held, 0) / total
}

/** The words that are held nowhere near, the most telling first. */
export function missingOf(words: readonly AskedWord[]): string[] {
  return words
    .filter((it) => it.held < 0.5)
    .sort((a, b) => b.worth - a.worth)
    .map((it) => it.word)
}

function partsOf(text: string, language: Language): readonly string[] {
  const words = language.wordsOf(text)
  return words.length === 0 ? [text] : words
}

function heldOf(word: string, chosen: readonly Chosen[], language: Language): number {
  const pairs = language.pairsOf(word)
  let best = 0
  for (const { sentence, passage } of chosen) {
    const { studied } = passage
    const layers: readonly (readonly [number, HeldTerms])[] = [
      [1, sentence.sentence.terms],
      [share.asked, sentence.sentence.asked],
      [share.above, studied.above],
      [share.passage, studied.all],
      [share.askedPassage, studied.asked],
    ]
    for (const [worth, layer] of layers) {
      if (worth > best) best = Math.max(best, worth * within(word, pairs, layer))
    }
  }
  return best
}

/** A word that the segmenter cut elsewhere is still there where its pairs of characters are. */
function within(word: string, pairs: readonly string[], layer: HeldTerms): number {
  if (layer.has(`w:${word}`)) return 1
  if (pairs.length === 0) return 0
  const found = pairs.filter((pair) => layer.has(`p:${pair}`)).length / pairs.length
  return found === 1 ? 1 : share.pairs * found
}
