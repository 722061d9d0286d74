import { bare } from './plain.ts'
import type { Rewordings } from './rewordings.ts'

/** The shortest stretch that counts as taken from a text: one character stands anywhere. */
const shortest = 2
/** Of title and outline only a name counts, not two characters of it. */
const shortestOfTitle = 3
/** Characters that a stretch must have on average: what is put together from scraps says something of its own. */
const meanStretch = 3

/** What stands above a passage and may be named in what is said of it. */
export interface Around {
  /** Title and outline, bare. */
  readonly around: string
  /** The places among them, one after the other. */
  readonly places: string
}

export interface Coverage {
  /** Stretches that neither the source holds nor a table allows; words that the sentence brings along. */
  readonly foreign: readonly string[]
  /** It is put together from scraps. */
  readonly patchwork: boolean
}

/**
 * Whether every word of a sentence comes from its source: in stretches of at least two characters, by a word of the same
 * meaning, or as a connecting word.
 * @param sentence bare
 * @param source bare: the words that are quoted
 */
export function coverageOf(
  sentence: string,
  source: string,
  { around, places }: Around,
  table: Rewordings,
): Coverage {
  const covered = new Uint8Array(sentence.length)
  const stretches: number[] = []
  for (let at = 0; at < sentence.length; ) {
    const inTitle = longestIn(sentence, at, around)
    const length = Math.max(longestIn(sentence, at, source, places), inTitle < shortestOfTitle ? 0 : inTitle)
    if (length < shortest) {
      at += 1
      continue
    }
    covered.fill(1, at, at + length)
    stretches.push(length)
    at += length
  }
  allow(sentence, covered, table, source)
  const taken = stretches.reduce((sum, it) => sum + it, 0)
  return {
    foreign: gapsOf(sentence, covered),
    patchwork: stretches.length > 2 && taken / stretches.length < meanStretch,
  }
}

/**
 * Whether each clause of a sentence says its words in the order of its source: what is taken from here and there and put
 * the other way round says something else (「主动接受人大的监督」, 「人大接受监督」). Figures and dates may stand elsewhere, they are
 * held to the words around them; so may words that a table allows.
 * @param clauses bare
 * @param source bare
 * @returns the first stretch that stands before what it should follow
 */
export function outOfOrder(
  clauses: readonly string[],
  source: string,
  table: Rewordings,
): string | undefined {
  const free = wordsOf(table)
  for (const clause of clauses) {
    let reached = 0
    for (let at = 0; at < clause.length; ) {
      const length = longestIn(clause, at, source)
      if (length < shortest) {
        at += 1
        continue
      }
      const stretch = clause.slice(at, at + length)
      at += length
      if (free.has(stretch) || stretch.replace(/[^\p{Script=Han}]|[年月日]/gu, '').length < shortest) continue
      const next = source.indexOf(stretch, reached)
      if (next < 0) return stretch
      reached = next + length
    }
  }
  return undefined
}

const words = new WeakMap<Rewordings, ReadonlySet<string>>()

/** All words that a table allows; gathered once, it is asked for thousands of times an answer. */
function wordsOf(table: Rewordings): ReadonlySet<string> {
  const known = words.get(table) ?? new Set([...table.fillers, ...table.same.map(([word]) => word)])
  words.set(table, known)
  return known
}

function longestIn(sentence: string, at: number, ...sources: readonly string[]): number {
  let length = 0
  while (
    at + length < sentence.length &&
    sources.some((source) => source.includes(sentence.slice(at, at + length + 1)))
  )
    length += 1
  return length
}

/** Marks the words that a table allows, where they touch something that is not covered yet. */
function allow(sentence: string, covered: Uint8Array, { fillers, same }: Rewordings, source: string): void {
  const mark = (word: string) => {
    for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
      const whole = covered.subarray(at, at + word.length)
      // A word that begins inside a stretch of the source is another word.
      if (whole.every((it) => it === 0) || whole.length > 1) whole.fill(1)
    }
  }
  for (const [word, others] of same)
    if (sentence.includes(word) && [word, ...others].some((it) => source.includes(bare(it)))) mark(word)
  for (const word of fillers) mark(word)
}

function gapsOf(sentence: string, covered: Uint8Array): string[] {
  const gaps: string[] = []
  let gap = ''
  for (let at = 0; at < sentence.length; at++) {
    if (covered[at] === 0) gap += sentence.charAt(at)
    else if (gap !== '') {
      gaps.push(gap)
      gap = ''
    }
  }
  return gap === '' ? gaps : [...gaps, gap]
}
