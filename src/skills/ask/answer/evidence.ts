import type { StoredPassage } from '../../../store/passages.ts'
import { fitOf } from './fit.ts'
import type { Neighbour, Weighted } from './nearest.ts'
import type { Part } from './question.ts'
import { squeeze } from './quote.ts'
import type { Studied, StudiedSentence } from './study.ts'

/** What is asked, in the form in which passages are weighed against it. */
export interface Asking {
  readonly part: Part
  /** Weighted terms of the question with synonyms and context. */
  readonly terms: Weighted
  readonly neighbours: readonly Neighbour[]
  /** How much a term tells: high where few passages hold it. */
  readonly rarity: (term: string) => number
  /** The documents that the question names, by file name, and how surely it means them, 0..1. */
  readonly documents: ReadonlyMap<string, number>
  /** Whether a passage's document is one province's own and the question does not speak of that province. */
  readonly isElsewhere: (passage: StoredPassage) => boolean
}

export interface Candidate {
  readonly studied: Studied
  /** What the index thought of it, 1 for its best. */
  readonly rank: number
}

/** What speaks for a passage; every figure 0..1. */
export interface PassageSigns {
  /** Share of the question's terms, by rarity, that the best sentence, its outline or its passage holds. */
  readonly coverage: number
  /** The same where confirmed questions lend the passage their words. */
  readonly asked: number
  /** Likeness of the nearest confirmed question that it answers. */
  readonly nearest: number
  /** Its part of the votes of all near confirmed questions. */
  readonly votes: number
  readonly fit: number
  /** What its best sentence weighs. */
  readonly best: number
  /** The question names its document. */
  readonly named: number
  /** Its document is another province's own: this speaks against it. */
  readonly elsewhere: number
  readonly rank: number
}

/** What speaks for a sentence within its passage; every figure 0..1. */
export interface SentenceSigns {
  readonly within: number
  readonly coverage: number
  readonly asked: number
  readonly nearest: number
  /** Its part of the votes that its passage has. */
  readonly votes: number
  readonly fit: number
}

export interface WeighedSentence extends SentenceSigns {
  readonly sentence: StudiedSentence
  readonly score: number
  /** The words of it that answered the nearest confirmed question. */
  readonly confirmedWords?: string
}

export interface WeighedPassage extends PassageSigns {
  readonly studied: Studied
  readonly score: number
  /** Best first. */
  readonly sentences: readonly WeighedSentence[]
}

/** How much each sign counts. Chosen on the developing half of test/eval; docs/quality.md tells how. */
export interface Weights {
  readonly passage: PassageSigns
  readonly sentence: SentenceSigns
}

export const weights: Weights = {
  passage: {
    coverage: 0.2,
    asked: 1.2,
    nearest: 0.25,
    votes: 0.75,
    fit: 0.05,
    best: 0.55,
    named: 0.5,
    elsewhere: -0.05,
    rank: 0.15,
  },
  sentence: { within: 0.55, coverage: 0.8, asked: 0.55, nearest: 0.5, votes: 0.2, fit: 0.2 },
}

/** What a term counts that stands not in the sentence but above it, beside it, elsewhere in its passage, or in questions. */
const share = { above: 0.7, beside: 0.5, passage: 0.4, asked: 0.8, askedPassage: 0.45 }

/** The candidates with what speaks for them and for each of their sentences, best first. */
export function weigh(
  asking: Asking,
  candidates: readonly Candidate[],
  by: Weights = weights,
): WeighedPassage[] {
  const demand = [...asking.terms].map(([term, weight]) => ({ term, worth: weight * asking.rarity(term) }))
  const total = demand.reduce((sum, { worth }) => sum + worth, 0) || 1
  const confirmations = byPassage(asking.neighbours)
  const allVotes = asking.neighbours.reduce((sum, it) => sum + it.similarity ** 2, 0) || 1
  return candidates
    .map(({ studied, rank }) => {
      const confirmed = confirmations.get(studied.passage.id) ?? []
      const relevant = demand.filter(({ term }) => studied.all.has(term) || studied.asked.has(term))
      const sentences = studied.sentences
        .map((sentence, at) => {
          const signs = {
            ...coverageOf(relevant, total, studied, at),
            ...confirmedOf(confirmed, sentence),
            fit: fitOf(asking.part, sentence.text),
          }
          const confirmedWords = wordsConfirmed(confirmed, sentence)
          return {
            sentence,
            score: dot(signs, by.sentence),
            ...signs,
            ...(confirmedWords === undefined ? {} : { confirmedWords }),
          }
        })
        .sort((a, b) => b.score - a.score)
      const signs: PassageSigns = {
        coverage: Math.max(0, ...sentences.map((it) => it.coverage)),
        asked: Math.max(0, ...sentences.map((it) => it.asked)),
        nearest: Math.max(0, ...confirmed.map((it) => it.similarity)),
        votes: confirmed.reduce((sum, it) => sum + it.similarity ** 2, 0) / allVotes,
        fit: Math.max(0, ...sentences.map((it) => it.fit)),
        best: sentences[0]?.score ?? 0,
        named: asking.documents.get(studied.passage.document.name) ?? 0,
        elsewhere: asking.isElsewhere(studied.passage) ? 1 : 0,
        rank,
      }
      return { studied, sentences, score: dot(signs, by.passage), ...signs }
    })
    .sort((a, b) => b.score - a.score)
}

interface Demand {
  readonly term: string
  readonly worth: number
}

function coverageOf(
  relevant: readonly Demand[],
  total: number,
  studied: Studied,
  at: number,
): { within: number; coverage: number; asked: number } {
  const sentence = studied.sentences[at]
  let within = 0
  let coverage = 0
  let asked = 0
  for (const { term, worth } of relevant) {
    let held = 0
    if (sentence?.terms.has(term)) {
      within += worth
      held = 1
    } else if (studied.above.has(term)) held = share.above
    else if (studied.sentences[at - 1]?.terms.has(term) || studied.sentences[at + 1]?.terms.has(term))
      held = share.beside
    else if (studied.all.has(term)) held = share.passage
    coverage += worth * held
    if (sentence?.asked.has(term)) held = Math.max(held, share.asked)
    else if (studied.asked.has(term)) held = Math.max(held, share.askedPassage)
    asked += worth * held
  }
  return { within: within / total, coverage: coverage / total, asked: asked / total }
}

interface Confirmation {
  readonly similarity: number
  readonly quote?: string
}

function byPassage(neighbours: readonly Neighbour[]): Map<string, Confirmation[]> {
  const found = new Map<string, Confirmation[]>()
  for (const { known, similarity } of neighbours) {
    const list = found.get(known.passageId) ?? []
    list.push({ similarity, ...(known.quote === undefined ? {} : { quote: squeeze(known.quote) }) })
    found.set(known.passageId, list)
  }
  return found
}

function confirmedOf(
  confirmed: readonly Confirmation[],
  sentence: StudiedSentence,
): { nearest: number; votes: number } {
  const its = confirmed.filter((it) => it.quote !== undefined && answers(it.quote, sentence.text))
  const all = confirmed.reduce((sum, it) => sum + it.similarity ** 2, 0) || 1
  return {
    nearest: Math.max(0, ...its.map((it) => it.similarity)),
    votes: its.reduce((sum, it) => sum + it.similarity ** 2, 0) / all,
  }
}

function wordsConfirmed(confirmed: readonly Confirmation[], sentence: StudiedSentence): string | undefined {
  const [nearest] = confirmed
    .filter((it) => it.quote !== undefined && answers(it.quote, sentence.text))
    .sort((a, b) => b.similarity - a.similarity)
  return nearest?.quote
}

/** A confirmed question answers a sentence where its quoted words (without white space) stand in it, or it in them. */
export function answers(quote: string, sentence: string): boolean {
  const text = squeeze(sentence)
  return text.includes(quote) || quote.includes(text)
}

function dot<Signs extends { readonly [Name in keyof Signs]: number }>(signs: Signs, by: Signs): number {
  let sum = 0
  for (const name in by) sum += signs[name] * by[name]
  return sum
}
