import { countIn } from '../search/count.ts'
import { isNumber } from './held-terms.ts'
import type { Studied } from './study.ts'

/** A term that is asked for, and what it counts. */
export interface Demanded {
  readonly term: string
  readonly worth: number
}

/** How far each sentence of a passage holds what is asked for, by the sentence's place; the worths of the terms held. */
export interface Coverage {
  /** By the sentence itself. */
  readonly within: Float64Array
  /** Less where a term stands above the sentence, beside it, or elsewhere in the passage. */
  readonly held: Float64Array
  /** The same where confirmed questions lend the passage their words. */
  readonly asked: Float64Array
}

/** What a term counts that stands not in the sentence but above it, beside it, elsewhere in its passage, or in questions. */
const share = { above: 0.7, beside: 0.5, passage: 0.4, asked: 0.8, askedPassage: 0.45 }

/** How far each of some passages holds what is asked for. Pure. */
export function coveragesOf(demanded: readonly Demanded[], passages: readonly Studied[]): Coverage[] {
  // One walk over all texts finds which terms may stand where; only there is asked whether they do.
  const texts = passages.flatMap(({ above, sentences }) => [above, ...sentences.map((it) => it.terms)])
  const charactersOf = ({ term }: Demanded) => term.slice(2)
  const standing = countIn(
    texts.map((it) => it.folded),
    demanded.map(charactersOf),
  )
  const terms = demanded.map((it) => {
    const characters = charactersOf(it)
    const counts = standing(characters)
    const mayStand = isNumber(characters) ? () => true : (at: number) => counts[at] !== 0
    return { ...it, standsAt: (at: number) => mayStand(at) && (texts[at]?.has(it.term) ?? false) }
  })
  let next = 0
  return passages.map((passage) => {
    const at = next
    next += 1 + passage.sentences.length
    return coverageOf(passage, terms, at)
  })
}

interface Term extends Demanded {
  /** Whether the text at a place holds it. */
  standsAt(at: number): boolean
}

/** @param above the place of what stands above the passage; those of its sentences follow */
function coverageOf({ sentences, asked }: Studied, terms: readonly Term[], above: number): Coverage {
  const empty = () => new Float64Array(sentences.length)
  const coverage = { within: empty(), held: empty(), asked: empty() }
  /** By sentence, 1 where it holds the term. */
  const inside = new Uint8Array(sentences.length)
  for (const { term, worth, standsAt } of terms) {
    const isAbove = standsAt(above)
    let stands = isAbove
    for (let at = 0; at < sentences.length; at++) {
      inside[at] = standsAt(above + 1 + at) ? 1 : 0
      if (inside[at]) stands = true
    }
    const isAsked = asked.has(term)
    if (!stands && !isAsked) continue
    const elsewhere = isAbove ? share.above : stands ? share.passage : 0
    for (let at = 0; at < sentences.length; at++) {
      const isBeside = !isAbove && (inside[at - 1] || inside[at + 1])
      const held = inside[at] ? 1 : isBeside ? share.beside : elsewhere
      const lent = !isAsked ? 0 : sentences[at]?.asked.has(term) ? share.asked : share.askedPassage
      coverage.within[at] = (coverage.within[at] ?? 0) + worth * (inside[at] ?? 0)
      coverage.held[at] = (coverage.held[at] ?? 0) + worth * held
      coverage.asked[at] = (coverage.asked[at] ?? 0) + worth * Math.max(held, lent)
    }
  }
  return coverage
}
