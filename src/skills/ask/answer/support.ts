import { attributeOf } from './attribute.ts'
import type { Chosen } from './compose.ts'
import { type AskedWord, askedWords, type Rarities, shareHeld } from './content.ts'
import { answers, type WeighedPassage } from './evidence.ts'
import { fitOf } from './fit.ts'
import { aimsOf, type Part } from './question.ts'
import { squeeze } from './quote.ts'
import type { Retrieved } from './retrieve.ts'
import type { Language } from './terms.ts'

/** What tells whether words answer what is asked or are only about the same topic; 0..1 but for `ahead`. */
export interface SupportSigns {
  /** The share of the question's content words that the words chosen speak of. */
  readonly said: number
  /** Likeness of a confirmed question that these words answer and that asks for the same kind of thing. */
  readonly alike: number
  /** Whether the words hold the kind of thing that is asked for. */
  readonly fit: number
  /** How far the passage is ahead of the next one; below 0: how far behind the best, whose words did not hold it. -1..1. */
  readonly ahead: number
  /** What is asked for by name (院长, 电话) and the words do not speak of. */
  readonly attribute: number
  /** The question counts something (8家) and the passage has no such number. */
  readonly otherNumber: number
  /** It asks for the most or the least, and nothing is said of that. */
  readonly superlative: number
  /** It asks why. */
  readonly reason: number
  /** No question was confirmed of the passage yet: that none is alike says nothing against it. */
  readonly unasked: number
}

/**
 * Log odds a sign adds. Fitted on the developing questions (bench/fit-support.ts) together with the confirmed questions,
 * which keep it from trusting the developing ones too far: docs/decisions/0005 says how.
 */
export const supportWeights: SupportSigns & { readonly bias: number } = {
  said: 2.3,
  alike: 1.8,
  fit: 0.5,
  ahead: 0.8,
  attribute: -1.6,
  otherNumber: -2.1,
  superlative: -0.6,
  reason: -0.5,
  unasked: 0.3,
  bias: -2.3,
}

/**
 * Under these log odds the words are not given as an answer. Of the bars tried the one with the most right answers to
 * developing questions; docs/decisions/0005 has the figures.
 */
export const leastSupport = -0.7

/** How well the words chosen for a look are supported, and which words of the question they leave out. */
export interface Support {
  readonly signs: SupportSigns
  readonly words: readonly AskedWord[]
}

/** Weighs the words chosen for one look against all that it asks. */
export function supportOf(
  look: Retrieved,
  chosen: readonly Chosen[],
  language: Language,
  rarity: Rarities,
): Support {
  const { part } = look.ask
  const words = askedWords(part.text, chosen, language, rarity)
  const attribute = attributeOf(part, language)
  const passage = chosen[0]?.passage
  const text = chosen.map((it) => it.quote).join('')
  const around = squeeze(
    chosen.flatMap((it) => [it.passage.studied.passage.text, ...it.passage.studied.passage.path]).join(''),
  )
  return {
    words,
    signs: {
      said: shareHeld(words),
      alike: alikeOf(look, chosen),
      fit: fitOf(part, chosen.map((it) => it.text).join('')),
      ahead: aheadOf(look, passage),
      attribute: 1 - (words.find(({ word }) => word === attribute)?.held ?? 1),
      otherNumber: countsIn(part.text).every((it) => around.includes(it)) ? 0 : 1,
      superlative:
        /最[多少高低大快早晚长短强差]|第一名?(?:$|的)|排名/u.test(part.text) && !text.includes('最') ? 1 : 0,
      reason: part.aims.has('why') ? 1 : 0,
      unasked: passage?.unasked ?? 0,
    },
  }
}

/** The log odds of signs by the weights above. */
export function oddsOf(signs: SupportSigns): number {
  let sum = supportWeights.bias
  for (const name in signs)
    sum += signs[name as keyof SupportSigns] * supportWeights[name as keyof SupportSigns]
  return sum
}

/** So far ahead nothing else is meant. */
const clearly = 0.15

function aheadOf({ ranked }: Retrieved, passage: WeighedPassage | undefined): number {
  if (!passage) return 0
  const next = ranked.find((it) => it.studied !== passage.studied)?.score ?? 0
  return Math.max(-1, Math.min(1, (passage.score - next) / clearly))
}

function alikeOf({ neighbours, ask: { part } }: Retrieved, chosen: readonly Chosen[]): number {
  const its = neighbours.filter(({ known: { quote } }) =>
    chosen.some(({ sentence }) => quote !== undefined && answers(squeeze(quote), sentence.sentence)),
  )
  return Math.max(0, ...its.map(({ known, similarity }) => similarity * sharedAims(part, known.question)))
}

/** The share of the aims of a part that another question has, too. */
function sharedAims(part: Part, question: string): number {
  const wanted = [...part.aims].filter((aim) => aim !== 'fact')
  if (wanted.length === 0) return 1
  const its = aimsOf(question)
  return wanted.filter((aim) => its.has(aim)).length / wanted.length
}

/** The numbers with which a question counts something: 8家, 29个. */
function countsIn(text: string): string[] {
  return [...squeeze(text).matchAll(/(?<![\d.年])\d{1,4}(?=个|家|项|人|位|名|条|种|省|部|号|期|届|%)/gu)].map(
    ([number]) => number,
  )
}
