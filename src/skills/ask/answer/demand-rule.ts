import type { Place } from './places.ts'
import type { Part, Question } from './question.ts'

export type PlacesIn = (text: string) => readonly Place[]

/** What is asked and what is looked at. Texts are without white space, but for the tabs between the cells of a row. */
export interface Look {
  readonly part: Part
  readonly question: Question
  /** The words that would be quoted. */
  readonly text: string
  /** Their passage with title and outline. */
  readonly around: string
  readonly placesIn: PlacesIn
}

/** A kind of thing that can be asked, and how to see whether words hold such a thing. */
export interface Rule {
  /** What is missing where it is not met, in Chinese, for the refusal. */
  readonly name: string
  readonly asked: (part: Part, question: Question) => boolean
  readonly met: (look: Look) => boolean
}

/** The clauses of a text: what a date or a figure stands beside. */
export function clausesOf(text: string): string[] {
  return text.split(/[，,；;。：:\t]/u).filter((clause) => clause !== '')
}

/** Neighbouring characters of a stretch of Chinese: what is left of a noun where others are put into it. */
export function pairsOf(text: string): string[] {
  const pairs: string[] = []
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 1 < run.length; at++) pairs.push(run.slice(at, at + 2))
  return pairs
}
