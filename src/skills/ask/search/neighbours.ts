import type { LearnedQuestion } from '../../../store/learned.ts'
import { InvertedList } from './inverted.ts'
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

export function makeLearnedIndex(learned: readonly LearnedQuestion[], words: Words): LearnedIndex {
  const byQuestion = new Map<string, Set<string>>()
  for (const { question, passageId } of learned) {
    byQuestion.set(question, (byQuestion.get(question) ?? new Set()).add(passageId))
  }
  const questions = [...byQuestion].map(([question, ids]) => ({
    terms: termsOf(question, words),
    ids: [...ids],
  }))

  const holders = new InvertedList()
  questions.forEach(({ terms }, at) => {
    for (const term of terms) holders.add(at, term, 1)
  })
  /** Squared, as a cosine of weighted terms needs it. */
  const worthOf = (term: string) => Math.log(1 + questions.length / (holders.count(term) + 0.5)) ** 2
  const length = (terms: Iterable<string>) => {
    let sum = 0
    for (const term of terms) sum += worthOf(term)
    return Math.sqrt(sum) || 1
  }
  const lengths = questions.map(({ terms }) => length(terms))

  const byPassage = new Map<string, Map<string, number>>()
  for (const { terms, ids } of questions) {
    for (const id of ids) {
      const field = byPassage.get(id) ?? new Map<string, number>()
      for (const term of terms) field.set(term, (field.get(term) ?? 0) + 1)
      byPassage.set(id, field)
    }
  }
  const passages = [...byPassage.keys()]
  const fields = fieldsOf([...byPassage.values()])

  return {
    questions: questions.length,

    neighboursOf(question) {
      const asked = termsOf(question, words)
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
      for (const term of termsOf(question, words)) {
        const count = fields.count(term)
        const rarity = Math.log(1 + (passages.length - count + 0.5) / (count + 0.5))
        fields.collect(term, rarity, isPair(term) ? inPairs : inWords)
      }
      for (const row of inWords.rows) of(passages[row] ?? '').fieldWords = inWords.of(row)
      for (const row of inPairs.rows) of(passages[row] ?? '').fieldPairs = inPairs.of(row)
      return found
    },
  }
}

/** The terms of each passage's confirmed questions, worth what BM25 gives them before their rarity. */
function fieldsOf(fields: readonly ReadonlyMap<string, number>[]): InvertedList {
  const sizes = fields.map(sizeOf)
  const meanOf = (kind: 'words' | 'pairs') =>
    sizes.reduce((sum, it) => sum + it[kind], 0) / (sizes.length || 1) || 1
  const means = { words: meanOf('words'), pairs: meanOf('pairs') }
  const list = new InvertedList()
  fields.forEach((field, row) => {
    for (const [term, count] of field) {
      const kind = isPair(term) ? 'pairs' : 'words'
      const norm = K1 * (1 - B + (B * (sizes[row]?.[kind] ?? 0)) / means[kind])
      list.add(row, term, (count * (K1 + 1)) / (count + norm))
    }
  })
  return list
}

const isPair = (term: string) => term.startsWith('+')

/** Words as they are, pairs of characters behind a plus sign. */
function termsOf(question: string, words: Words): Set<string> {
  return new Set([...words.wordsOf(question), ...words.pairsOf(question).map((it) => `+${it}`)])
}

function sizeOf(field: ReadonlyMap<string, number>): { words: number; pairs: number } {
  const size = { words: 0, pairs: 0 }
  for (const [term, count] of field) size[isPair(term) ? 'pairs' : 'words'] += count
  return size
}
