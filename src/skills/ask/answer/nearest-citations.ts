import type { Citation } from './answer.ts'
import { citationOf } from './citation.ts'
import type { Chosen } from './compose.ts'
import type { WeighedPassage } from './evidence.ts'
import type { Retrieved } from './retrieve.ts'

/** As many citations as an answer shows. */
export const citationsAtMost = 5

/** The passages nearest to a question, the looks taking turns, each with its best sentence. */
export function nearestCitations(looks: readonly Retrieved[], chosen: readonly Chosen[]): Citation[] {
  const turns: WeighedPassage[] = []
  for (let at = 0; at < citationsAtMost; at++) {
    for (const { ranked } of looks) {
      const it = ranked[at]
      if (it && !turns.includes(it)) turns.push(it)
    }
  }
  const taken = new Set(chosen.map((it) => it.passage.studied.passage.id))
  return turns
    .filter((it) => !taken.has(it.studied.passage.id))
    .flatMap((it) => {
      const quote = it.sentences[0]?.sentence.text
      return quote === undefined ? [] : [citationOf(it.studied.passage, quote)]
    })
    .slice(0, citationsAtMost)
}

/** Each passage once, the first citation of it. */
export function oncePerPassage(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (citation, at) => citations.findIndex((it) => it.passageId === citation.passageId) === at,
  )
}
