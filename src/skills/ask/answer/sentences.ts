import type { TableDraft } from '../documents/document.ts'

/** A stretch of a passage that can answer by itself: a sentence, a line, or a row of a table. */
export interface Sentence {
  readonly text: string
  /** Place in the passage: [start, end) into its text. */
  readonly start: number
  readonly end: number
}

const ends = /[。！？!?；;\n]/u
const closers = /[”’」』）)》]/u

/**
 * A passage's text taken apart at 。！？； and line ends; what stands in quotation marks or brackets stays together.
 * A table gives its caption and one sentence a row.
 */
export function sentencesOf(text: string, table?: TableDraft): Sentence[] {
  const pieces: Sentence[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (/[“「『（(《]/u.test(char)) depth++
    else if (closers.test(char)) depth = Math.max(0, depth - 1)
    const breaks = char === '\n' || (!table && depth === 0 && ends.test(char))
    if (!breaks) continue
    let end = at + 1
    while (end < text.length && closers.test(text.charAt(end))) end++
    push(start, end)
    start = end
    depth = 0
  }
  push(start, text.length)
  return pieces

  function push(from: number, to: number): void {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed === '') return
    const begin = from + raw.indexOf(trimmed)
    pieces.push({ text: trimmed, start: begin, end: begin + trimmed.length })
  }
}

/** Where a word of the question stands in a sentence, and what it counts. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly worth: number
}

/**
 * The run of whole clauses of a sentence, within `limit` characters, that holds most of what was asked. Verbatim:
 * always a substring of the sentence; a single clause longer than the limit is given whole.
 */
export function excerpt(sentence: string, marks: readonly Mark[], limit: number): string {
  if (sentence.length <= limit) return sentence
  const clauses = clauseBounds(sentence)
  let best = { from: 0, to: 0, worth: -1 }
  for (let from = 0; from < clauses.length; from++) {
    for (let to = from; to < clauses.length; to++) {
      const start = clauses[from]?.[0] ?? 0
      const end = clauses[to]?.[1] ?? sentence.length
      if (end - start > limit && to > from) break
      const worth = marks.reduce(
        (sum, mark) => (mark.start >= start && mark.end <= end ? sum + mark.worth : sum),
        0,
      )
      // Of equally good runs the longer one reads better: it keeps the subject and the consequence.
      if (worth > best.worth || (worth === best.worth && to - from > best.to - best.from))
        best = { from, to, worth }
    }
  }
  return sentence.slice(clauses[best.from]?.[0] ?? 0, clauses[best.to]?.[1] ?? sentence.length).trim()
}

/** Bounds of the clauses between ， and ： and ；, outside of 《》, “” and brackets. */
function clauseBounds(sentence: string): (readonly [number, number])[] {
  const bounds: (readonly [number, number])[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < sentence.length; at++) {
    const char = sentence.charAt(at)
    if (/[“「『（(《]/u.test(char)) depth++
    else if (closers.test(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[，,；;]/u.test(char)) {
      bounds.push([start, at + 1])
      start = at + 1
    }
  }
  if (start < sentence.length) bounds.push([start, sentence.length])
  return bounds
}
