import type { PassageText } from '../../../store/passages.ts'
import type { Neighbour } from './neighbours.ts'
import { type Counted, type WeighedTerm, wordFeaturesOf } from './rank.ts'
import type { AskedTerm } from './terms.ts'

/** How many of the nearest confirmed questions lend their answers' words. */
const LENDERS = 8
/** Words looked up for their rarity; a look-up of a common word costs most. */
const LOOKED_UP = 60
/** Words lent to a question. */
const LENT = 20

/** The passages that answered the nearest confirmed questions, each with the square of the likeness. */
export function lendersOf(neighbours: readonly Neighbour[]): Map<string, number> {
  const lenders = new Map<string, number>()
  for (const { likeness, passageIds } of neighbours.slice(0, LENDERS)) {
    for (const id of passageIds) lenders.set(id, (lenders.get(id) ?? 0) + likeness ** 2)
  }
  return lenders
}

/**
 * The words of the answers that near questions had (relevance feedback, Rocchio 1971, with confirmed answers in place of
 * assumed ones): they lead from how people ask to how the texts are written, also to passages never asked for.
 */
export function wordsLent(
  lenders: ReadonlyMap<string, number>,
  texts: readonly PassageText[],
  asked: ReadonlySet<string>,
  cut: (passage: PassageText) => readonly string[],
): AskedTerm[] {
  const sums = new Map<string, number>()
  for (const passage of texts) {
    const weight = lenders.get(passage.id) ?? 0
    const counts = new Map<string, number>()
    for (const word of cut(passage)) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, count] of counts) {
      if (!asked.has(word)) sums.set(word, (sums.get(word) ?? 0) + (weight * count) / (count + 1))
    }
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, LOOKED_UP)
    .map(([text, weight]) => ({ text, kind: 'word', weight }))
}

/** The words that are lent, weighed by rarity, the heaviest of weight 1. */
export function heaviest(lent: readonly WeighedTerm[]): WeighedTerm[] {
  const chosen = [...lent].sort((a, b) => b.weight * b.bodyRarity - a.weight * a.bodyRarity).slice(0, LENT)
  const most = Math.max(...chosen.map((it) => it.weight * it.bodyRarity), 1e-9)
  return chosen.map((it) => ({ ...it, weight: (it.weight * it.bodyRarity) / most }))
}

/** How far a text holds the words lent: in hundreds of BM25, not a share, because many that miss say nothing. */
export function lentOf(
  lent: readonly WeighedTerm[],
  counted: Counted,
  meanLength: number,
): (at: number) => number {
  if (lent.length === 0) return () => 0
  const most = lent.reduce((sum, it) => sum + it.weight * it.bodyRarity, 0)
  const featuresAt = wordFeaturesOf(lent, counted, meanLength)
  return (at) => (featuresAt(at).words * most * 2.2) / 100
}
