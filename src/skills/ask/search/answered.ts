import type { Instant } from '../../../core/clock.ts'
import type { StoredDocument } from '../../../store/documents.ts'
import type { LearnedQuestion } from '../../../store/learned.ts'

/**
 * How far confirmed questions speak for a document as a whole, by id: near 1 where they were answered from it, near 0
 * where they had the chance and never were. Laypersons ask about a tenth of the laws; the others hold their words as well.
 *
 * How much that is trusted is the share of answers expected from documents that have answered before (Good 1953): one
 * minus the share of documents with a single answer. A document taken in after the questions were confirmed had no chance
 * yet and is not held to be silent.
 */
export function answeredOf(
  documents: readonly Pick<StoredDocument, 'id' | 'addedAt'>[],
  learned: readonly Pick<LearnedQuestion, 'documentId' | 'at'>[],
): ReadonlyMap<string, number> {
  if (learned.length === 0) return new Map()
  const answers = new Map<string, number>()
  for (const { documentId } of learned) answers.set(documentId, (answers.get(documentId) ?? 0) + 1)
  const once = [...answers.values()].filter((it) => it === 1).length
  const trust = 1 - once / learned.length
  const times = Float64Array.from(learned, (it) => it.at).sort()
  const before = (addedAt: Instant) => countBelow(times, addedAt) / learned.length
  return new Map(documents.map(({ id, addedAt }) => [id, trust * (answers.has(id) ? 1 : before(addedAt))]))
}

/** How many of the numbers, which ascend, are smaller. */
function countBelow(numbers: Float64Array, most: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? 0) < most) from = middle + 1
    else to = middle
  }
  return from
}
