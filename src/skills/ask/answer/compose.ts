import { itemsAsked } from './demand-lists.ts'
import type { Demand } from './demands.ts'
import type { WeighedPassage, WeighedSentence } from './evidence.ts'
import { squeeze } from './quote.ts'
import type { Retrieved } from './retrieve.ts'
import { excerpt, type Mark } from './sentences.ts'

/** The words chosen to answer, verbatim, and the sentence they were cut from. */
export interface Chosen {
  readonly passage: WeighedPassage
  readonly sentence: WeighedSentence
  /** What is said: the sentence, or the clauses of it that matter. */
  readonly text: string
  /** The whole sentence, verbatim from the passage. */
  readonly quote: string
}

export interface Choice {
  /** In the order of the document; empty where nothing holds what is asked for. */
  readonly chosen: readonly Chosen[]
  /** What the best passage does not hold, by name. */
  readonly unmet: readonly string[]
}

/** A colleague's answer is short; a list may be longer. In characters. */
const limits = { sentence: 200, list: 300, together: 300, steps: 400 }

/** How far behind the best a passage may be whose words hold what is asked for. */
const nearBest = 0.72
const passagesTried = 4

/** What it costs a passage that not its best sentence but a lesser one holds what is asked for, for each point between them. */
const setback = 1.5

/** Further sentences of the same passage are added where they weigh nearly as much, by what is asked for. */
const secondSentence = { list: 0.35, figure: 0.8, other: 0.5 }
const sentencesAtMost = 4
/** As many as are asked for, 「哪五样」, but for a list that nobody reads. */
const itemsAtMost = 8

/** What the words of a confirmed question count among the terms of a question, each of which counts 1. */
const confirmedWorth = 6

/**
 * Chooses the sentence or two that answer one look into the documents: from the best passage whose words hold what is
 * asked for (a date, a sum of money, a list of five).
 * @param admissible whether a sentence may be quoted at all (year and place of the question)
 */
export function choose(
  { ask, ranked, terms }: Retrieved,
  demands: readonly Demand[],
  admissible: (passage: WeighedPassage, sentence: string) => boolean,
  roomy = true,
): Choice {
  const best = ranked[0]
  if (!best) return { chosen: [], unmet: [] }
  const list = ask.part.aims.has('list') || ask.part.aims.has('how') || ask.part.aims.has('definition')
  // A figure or a date is said in one sentence; a list goes on.
  const figure = ask.part.aims.has('number') || ask.part.aims.has('date')
  const kind = list ? 'list' : figure ? 'figure' : 'other'
  const limit = list ? limits.list : limits.sentence
  const options = ranked
    .slice(0, passagesTried)
    .filter((passage) => passage.score >= best.score * nearBest)
    .flatMap((passage) => {
      const sentences = passage.sentences.filter((it) => admissible(passage, it.sentence.text))
      const around = aroundOf(passage)
      const meeting = sentences.find((it) => demands.every((demand) => demand.met(it.sentence.text, around)))
      if (!meeting) return []
      // A passage whose best sentence does not hold what is asked for is less likely the one that is meant.
      return [
        { passage, sentences, meeting, score: passage.score - setback * (passage.best - meeting.score) },
      ]
    })
    .sort((a, b) => b.score - a.score)
  const [option] = options
  if (option) {
    const chosen = [cut(option.passage, option.meeting, terms, limit)]
    if (roomy) {
      // How something goes takes more words than what it is.
      const items = itemsAsked(ask.part.text) ?? 0
      const together = ask.part.aims.has('how') || items > sentencesAtMost ? limits.steps : limits.together
      const most = Math.max(sentencesAtMost, Math.min(items, itemsAtMost))
      for (const more of option.sentences) {
        if (chosen.length >= most || more.score < option.meeting.score * secondSentence[kind]) break
        if (more === option.meeting || squeeze(more.sentence.text).length <= 8) continue
        const cutMore = cut(option.passage, more, terms, limit)
        if (lengthOf(chosen) + cutMore.text.length <= together) chosen.push(cutMore)
      }
    }
    return { chosen: chosen.sort((a, b) => a.sentence.sentence.start - b.sentence.sentence.start), unmet: [] }
  }
  const around = aroundOf(best)
  const said = best.sentences[0]?.sentence.text ?? ''
  return {
    chosen: [],
    unmet: demands.filter((demand) => !demand.met(said, around)).map((demand) => demand.name),
  }
}

function lengthOf(chosen: readonly Chosen[]): number {
  return chosen.reduce((sum, it) => sum + it.text.length, 0)
}

function cut(
  passage: WeighedPassage,
  sentence: WeighedSentence,
  terms: Retrieved['terms'],
  limit: number,
): Chosen {
  const { text } = sentence.sentence
  return {
    passage,
    sentence,
    text: excerpt(text, [...marksOf(text, terms), ...confirmedMark(sentence)], limit),
    quote: text,
  }
}

/** Where the question's words first stand in a sentence. */
function marksOf(text: string, terms: Retrieved['terms']): Mark[] {
  const marks: Mark[] = []
  for (const [term, worth] of terms) {
    const word = term.slice(2)
    const start = text.indexOf(word)
    if (start >= 0) marks.push({ start, end: start + word.length, worth })
  }
  return marks
}

/** The words that answered the nearest confirmed question count as much as it is like this one. */
function confirmedMark({ sentence, confirmedWords, nearest }: WeighedSentence): Mark[] {
  const start = confirmedWords === undefined ? -1 : sentence.text.indexOf(confirmedWords)
  if (confirmedWords === undefined || start < 0) return []
  return [{ start, end: start + confirmedWords.length, worth: nearest * confirmedWorth }]
}

/** A passage with what stands above it, as demands look at it. */
export function aroundOf({ studied: { passage } }: WeighedPassage): string {
  return [passage.document.title, ...passage.path, passage.text].join('\n')
}
