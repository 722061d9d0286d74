import { fold } from '../search/fold.ts'
import { ForwardIndex } from '../search/forward.ts'
import { figuresOf } from './facts-of-text.ts'
import { makeNearest } from './nearest.ts'
import type { Place } from './places.ts'
import { aimsOf, withFullYears, yearsOf } from './question.ts'
import { type Language, likenessTerms, termsOf, weightOf } from './terms.ts'

export interface SamenessParts {
  readonly language: Language
  readonly placesIn: (text: string) => readonly Place[]
}

/**
 * How like two questions must be to count as one. Measured on pairs of 5,400 confirmed questions: from here on, all
 * that were taken for one another were asked of the same thing.
 */
const sameFrom = 0.75
const nearestTried = 5

/** Finds the one of these that is the same question as another; the first of them where several are. */
export function makeSameFinder<T extends { readonly question: string }>(
  known: readonly T[],
  parts: SamenessParts,
): (asked: string) => T | undefined {
  if (known.length === 0) return () => undefined
  const { language } = parts
  const likeness = (question: string) => likenessTerms(termsOf(question, language), aimsOf(question))
  const forward = new ForwardIndex((question) => likeness(question).keys())
  const places = known.map((it, at) => ({ question: withFullYears(it.question), passageId: String(at) }))
  const { nearest } = makeNearest(places, forward, weightOf)
  return (asked) => {
    const question = withFullYears(asked)
    const near = nearest(likeness(question), nearestTried).find(
      (it) => it.similarity >= sameFrom && isSame(question, it.known.question, parts),
    )
    return near && known[Number(near.known.passageId)]
  }
}

/**
 * Two like questions are the same where neither names another year, place or number, and where not each of them speaks
 * of something that the other does not: 「新区考察去了几个人」 is not 「验收考察去了几个人」.
 */
export function isSame(one: string, other: string, { language, placesIn }: SamenessParts): boolean {
  const facts = (text: string) =>
    [yearsOf(text), placesIn(text).map((it) => it.name), figuresOf(text)]
      .map((its) => [...new Set(its.map(String))].sort().join())
      .join('/')
  const lacks = (text: string, from: string) => {
    const its = termsOf(text, language)
    const folded = fold(text)
    return [...termsOf(from, language).keys()].some(
      (it) => it.startsWith('w:') && !its.has(it) && !folded.includes(it.slice(2)),
    )
  }
  return facts(one) === facts(other) && !(lacks(one, other) && lacks(other, one))
}
