import type { StoredPassage } from '../../../store/passages.ts'
import { coveragesOf } from './coverage.ts'
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
  /** No question was confirmed of it yet: that none of those near is its own says nothing against it. */
  readonly unasked: number
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
    unasked: 0.75,
    rank: 0.15,
  },
  sentence: { within: 0.55, coverage: 0.8, asked: 0.55, nearest: 0.5, votes: 0.2, fit: 0.2 },
}

/** The candidates with what speaks for them and for each of their sentences, best first. */
export function weigh(
  asking: Asking,
  candidates: readonly Candidate[],
  by: Weights = weights,
): WeighedPassage[] {
  const demanded = [...asking.terms].map(([term, weight]) => ({ term, worth: weight * asking.rarity(term) }))
  const total = demanded.reduce((sum, { worth }) => sum + worth, 0) || 1
  const coverages = coveragesOf(
    demanded,
    candidates.map((it) => it.studied),
  )
  const confirmations = byPassage(asking.neighbours)
  const allVotes = asking.neighbours.reduce((sum, it) => sum + it.similarity ** 2, 0) || 1
  return candidates
    .map(({ studied, rank }, place) => {
      const confirmed = confirmations.get(studied.passage.id) ?? []
      const allOfIts = confirmed.reduce((sum, it) => sum + it.similarity ** 2, 0) || 1
      const covered = coverages[place]
      const sentences = studied.sentences
        .map((sentence, at) => {
          const answered = confirmed.filter((it) => answers(it.quote, sentence))
          const signs: SentenceSigns = {
            within: (covered?.within[at] ?? 0) / total,
            coverage: (covered?.held[at] ?? 0) / total,
            asked: (covered?.asked[at] ?? 0) / total,
            nearest: nearestOf(answered),
            votes: answered.reduce((sum, it) => sum + it.similarity ** 2, 0) / allOfIts,
            fit: fitOf(asking.part, sentence.text),
          }
          const weighed: WeighedSentence = Object.assign(signs, { sentence, score: dot(signs, by.sentence) })
          const confirmedWords = answered.toSorted((a, b) => b.similarity - a.similarity)[0]?.quote
          return confirmedWords === undefined ? weighed : { ...weighed, confirmedWords }
        })
        .sort((a, b) => b.score - a.score)
      const signs: PassageSigns = {
        coverage: Math.max(0, ...sentences.map((it) => it.coverage)),
        asked: Math.max(0, ...sentences.map((it) => it.asked)),
        nearest: nearestOf(confirmed),
        votes: confirmed.reduce((sum, it) => sum + it.similarity ** 2, 0) / allVotes,
        fit: Math.max(0, ...sentences.map((it) => it.fit)),
        best: sentences[0]?.score ?? 0,
        named: asking.documents.get(studied.passage.document.name) ?? 0,
        elsewhere: asking.isElsewhere(studied.passage) ? 1 : 0,
        unasked: unaskedOf(studied.confirmed),
        rank,
      }
      return { studied, sentences, score: dot(signs, by.passage), ...signs }
    })
    .sort((a, b) => b.score - a.score)
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

/** The silence of so many confirmed questions begins to tell. */
const fewQuestions = 10
const unaskedOf = (confirmed: number) => Math.exp(-confirmed / fewQuestions)

const nearestOf = (confirmed: readonly Confirmation[]) =>
  confirmed.reduce((nearest, it) => Math.max(nearest, it.similarity), 0)

/** A confirmed question answers a sentence where its quoted words stand in it, or it in them; both without white space. */
export function answers(quote: string | undefined, { bare }: StudiedSentence): boolean {
  return quote !== undefined && (bare.includes(quote) || quote.includes(bare))
}

function dot<Signs extends { readonly [Name in keyof Signs]: number }>(signs: Signs, by: Signs): number {
  let sum = 0
  for (const name in by) sum += signs[name] * by[name]
  return sum
}
