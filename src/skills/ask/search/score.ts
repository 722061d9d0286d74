import type { Confirmed } from './neighbours.ts'
import type { WordFeatures } from './rank.ts'

/** What speaks for a passage. */
export interface Features extends WordFeatures, Confirmed {
  /** How far it holds the words of the passages that answered near confirmed questions. */
  readonly lent: number
  /** How far confirmed questions speak for its document: 0..1. */
  readonly answered: number
  /** What its document's force counts for, around 1. */
  readonly force: number
  /** The question names its document. */
  readonly named: boolean
  /** The question names this very article. */
  readonly exact: boolean
}

/** Chosen by cross-validation; docs/decisions/0002-search-without-a-model.md has the table. */
const weights = {
  words: 1,
  pairs: 1.5,
  head: 0.3,
  fieldWords: 0.6,
  fieldPairs: 0.4,
  votes: 0.35,
  lent: 0.3,
  answered: 0.2,
  named: 0.5,
}

/** Higher is better; comparable within one question only. */
export function scoreOf(it: Features): number {
  const learned =
    weights.fieldWords * it.fieldWords +
    weights.fieldPairs * it.fieldPairs +
    weights.votes * it.votes +
    weights.lent * it.lent
  return placed(it, (ownOf(it) + learned) * standingOf(it) + weights.answered * it.answered)
}

/** The same as if no question had been confirmed yet. */
export function scoreByWords(it: Features): number {
  return placed(it, ownOf(it) * standingOf(it))
}

/** What the words of the question say for a passage. */
function ownOf(it: Features): number {
  return weights.words * it.words + weights.pairs * it.pairs + weights.head * it.head
}

/** What its document counts for. */
function standingOf(it: Features): number {
  return it.force * (1 + (it.named ? weights.named : 0))
}

/** An article asked for by its number comes before everything that merely has the words. */
function placed(it: Features, score: number): number {
  return it.exact ? 1000 + score : score
}
