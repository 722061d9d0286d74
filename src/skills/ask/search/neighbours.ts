import type { LearnedQuestion } from '../../../store/learned.ts'
import type { ForwardIndex } from './forward.ts'
import { InvertedList } from './inverted.ts'
import type { Cut } from './keep-cut.ts'
import type { Words } from './words.ts'

/** A confirmed question near the one that is asked. */
export interface Neighbour {
  /** Cosine of the two questions' terms, weighted by rarity among questions: 0..1. */
  readonly likeness: number
  readonly passageIds: readonly string[]
}

/** What confirmed questions say of a passage. */
export interface Confirmed {
  /** The passage's own confirmed questions as one more field of it, scored by BM25; of words and of pairs. */
  readonly fieldWords: number
  readonly fieldPairs: number
  /** Sum of the likenesses of the near questions that it answers, at most {@link VOTE_CAP}. */
  readonly votes: number
}

/** What was learned, as one index over questions and one over passages. Pure; made anew when something is learned. */
export interface LearnedIndex {
  readonly questions: number
  neighboursOf(question: string): Neighbour[]
  /** Every passage for which confirmed questions speak. */
  confirmedOf(question: string, neighbours: readonly Neighbour[]): ReadonlyMap<string, Confirmed>
}

const NEIGHBOURS = 20
/** However often it was confirmed, no passage collects more: it would answer every question near its topic. */
const VOTE_CAP = 0.7
const K1 = 1.2
/** Many questions make a passage easier to find, not harder: length counts little. */
const B = 0.3

/** @param forward what {@link confirmedCut} makes of questions: those learned are among them, or will be */
export function makeLearnedIndex(
  learned: readonly Pick<LearnedQuestion, 'question' | 'passageId'>[],
  forward: ForwardIndex,
  words: Words,
): LearnedIndex {
  const byQuestion = new Map<string, string[]>()
  for (const { question, passageId } of learned) {
    const ids = byQuestion.get(question)
    if (!ids) byQuestion.set(question, [passageId])
    else if (!ids.includes(passageId)) ids.push(passageId)
  }
  const questions = Array.from(byQuestion, ([question, ids]) => ({
    terms: forward.termsAt(forward.rowOf(question)),
    ids,
  }))
  const rows = questions.map(({ terms }) => terms)
  const holders = new InvertedList(rows, forward.terms.length)
  /** Squared, as a cosine of weighted terms needs it. */
  const worthIn = (count: number) => Math.log(1 + questions.length / (count + 0.5)) ** 2
  const worths = Float64Array.from(forward.terms, (_, term) => worthIn(holders.count(term)))
  const worthOf = (term: number | undefined) => (term === undefined ? worthIn(0) : (worths[term] ?? 0))
  const length = (terms: Iterable<number | undefined>) => {
    let sum = 0
    for (const term of terms) sum += worthOf(term)
    return Math.sqrt(sum) || 1
  }
  const lengths = Float64Array.from(rows, length)
  const numbersOf = (question: string) => [...termsOf(question, words)].map((it) => forward.numberOf(it))

  const byPassage = new Map<string, Uint32Array[]>()
  for (const { terms, ids } of questions) {
    for (const id of ids) {
      const its = byPassage.get(id)
      if (its) its.push(terms)
      else byPassage.set(id, [terms])
    }
  }
  const passages = [...byPassage.keys()]
  const isPair = Uint8Array.from(forward.terms, (it) => (it.startsWith(PAIR) ? 1 : 0))
  const fields = fieldsOf([...byPassage.values()], isPair)

  return {
    questions: questions.length,

    neighboursOf(question) {
      const asked = numbersOf(question)
      const sums = holders.collected()
      for (const term of asked) holders.collect(term, worthOf(term), sums)
      const own = length(asked)
      return sums
        .best(NEIGHBOURS, (sum, row) => sum / (own * (lengths[row] ?? 1)))
        .map(({ row, score }) => ({ likeness: score, passageIds: questions[row]?.ids ?? [] }))
    },

    confirmedOf(question, neighbours) {
      const found = new Map<string, { fieldWords: number; fieldPairs: number; votes: number }>()
      const of = (id: string) => {
        const its = found.get(id) ?? { fieldWords: 0, fieldPairs: 0, votes: 0 }
        found.set(id, its)
        return its
      }
      for (const { likeness, passageIds } of neighbours) {
        for (const id of passageIds) {
          const its = of(id)
          its.votes = Math.min(VOTE_CAP, its.votes + likeness)
        }
      }
      const inWords = fields.collected()
      const inPairs = fields.collected()
      for (const term of numbersOf(question)) {
        if (term === undefined) continue
        const count = fields.count(term)
        const rarity = Math.log(1 + (passages.length - count + 0.5) / (count + 0.5))
        fields.collect(term, rarity, isPair[term] ? inPairs : inWords)
      }
      for (const row of inWords.rows) of(passages[row] ?? '').fieldWords = inWords.of(row)
      for (const row of inPairs.rows) of(passages[row] ?? '').fieldPairs = inPairs.of(row)
      return found
    },
  }
}

/**
 * The terms of each passage's confirmed questions, worth what BM25 gives them before their rarity.
 * @param passages the terms of the questions of each
 * @param isPair by term: 1 where it is a pair of characters
 */
function fieldsOf(passages: readonly (readonly Uint32Array[])[], isPair: Uint8Array): InvertedList {
  const counts = new Uint32Array(isPair.length)
  const fields = passages.map((questions) => fieldOf(questions, isPair, counts))
  const meanOf = (kind: 'words' | 'pairs') =>
    fields.reduce((sum, it) => sum + it[kind], 0) / (fields.length || 1) || 1
  const means = { words: meanOf('words'), pairs: meanOf('pairs') }
  return new InvertedList(
    fields.map(({ terms }) => terms),
    isPair.length,
    (term, row, at) => {
      const field = fields[row]
      if (!field) return 0
      const count = field.counts[at] ?? 0
      const kind = isPair[term] ? 'pairs' : 'words'
      const norm = K1 * (1 - B + (B * field[kind]) / means[kind])
      return (count * (K1 + 1)) / (count + norm)
    },
  )
}

/** @param counts a place for each term, all 0, and so again afterwards */
function fieldOf(questions: readonly Uint32Array[], isPair: Uint8Array, counts: Uint32Array) {
  const size = { words: 0, pairs: 0 }
  const held: number[] = []
  for (const terms of questions) {
    for (const term of terms) {
      if (counts[term] === 0) held.push(term)
      counts[term] = (counts[term] ?? 0) + 1
      size[isPair[term] ? 'pairs' : 'words'] += 1
    }
  }
  const terms = Uint32Array.from(held)
  const its = { ...size, terms, counts: terms.map((term) => counts[term] ?? 0) }
  for (const term of held) counts[term] = 0
  return its
}

/** Stands before a pair of characters, which may be a word as well. */
const PAIR = '+'

/** Words as they are, pairs of characters behind a plus sign. */
function termsOf(question: string, words: Words): Set<string> {
  return new Set([...words.wordsOf(question), ...words.pairsOf(question).map((it) => `${PAIR}${it}`)])
}

/** Raise when the terms above change for the same words. */
const RULES = 1

/** How confirmed questions are cut for search. */
export function confirmedCut(words: Words): Cut {
  return {
    name: 'search/questions',
    edition: `${RULES}/${words.edition}`,
    termsOf: (question) => termsOf(question, words),
  }
}
