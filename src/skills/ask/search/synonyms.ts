import { longestNames } from '../../../core/longest-names.ts'
import { fold } from './fold.ts'

/** What else may be written for something, and what that counts beside the word itself (0..1). */
export interface Expansion {
  readonly text: string
  readonly weight: number
  /** The words of the text that it stands for. */
  readonly of: string
}

export interface Synonyms {
  /** What else may be written for what a folded text says, the heaviest first, each once. */
  expansionsOf(folded: string): Expansion[]
  /** Every way of writing that the file knows. */
  readonly known: readonly string[]
}

/** Another way of writing counts less than the words of the question, so that those decide where they are found. */
const mutualWeight = 0.6
const oneWayWeight = 0.7

/**
 * Reads the synonym file: `a, b, c` stand for one another; `a, b => c, d`: whoever says a or b may mean c or d, not the
 * other way round; `#` begins a comment. Chinese commas and colons are taken as well. Lines that say nothing are skipped.
 */
export function readSynonyms(text: string): Synonyms {
  const table = new Map<string, Map<string, number>>()
  const add = (from: string, to: string, weight: number) => {
    if (from === to) return
    const row = table.get(from) ?? new Map<string, number>()
    row.set(to, Math.max(row.get(to) ?? 0, weight))
    table.set(from, row)
  }
  for (const line of text.split('\n')) {
    const bare = line.replace(/#.*/, '').trim()
    const arrow = bare.split(/=>|⇒|→/)
    const [left, right] = [itemsOf(arrow[0] ?? ''), itemsOf(arrow[1] ?? '')]
    if (arrow.length === 1) for (const from of left) for (const to of left) add(from, to, mutualWeight)
    if (arrow.length === 2) for (const from of left) for (const to of right) add(from, to, oneWayWeight)
  }
  const keysIn = longestNames(table.keys(), stands)

  return {
    known: [...new Set([...table].flatMap(([from, row]) => [from, ...row.keys()]))],
    expansionsOf(folded) {
      const found = new Map<string, Expansion>()
      for (const of of keysIn(folded)) {
        for (const [text, weight] of table.get(of) ?? [])
          if (weight > (found.get(text)?.weight ?? 0)) found.set(text, { text, weight, of })
      }
      return [...found.values()]
        .filter(({ text }) => !folded.includes(text))
        .sort((a, b) => b.weight - a.weight)
    },
  }
}

function itemsOf(side: string): string[] {
  return side
    .split(/[,，、]/)
    .map((it) => fold(it).trim())
    .filter((it) => it !== '')
}

/** Latin abbreviations match whole only, and 培训啥 does not stand in 培训啥时候. */
function stands(key: string, text: string, at: number): boolean {
  if (/(?:啥|什么)$/.test(key) && text.startsWith('时', at + key.length)) return false
  if (!/^[a-z0-9]+$/.test(key)) return true
  return !/[a-z0-9]/.test(text.charAt(at - 1)) && !/[a-z0-9]/.test(text.charAt(at + key.length))
}
