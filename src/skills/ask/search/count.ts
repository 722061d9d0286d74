import type { Counted, Rankable } from './rank.ts'

/**
 * Counts many terms in one walk over each passage: asking for each by itself took most of a question's time.
 * @param terms the only ones that may be asked for
 */
export function countByWalking(passages: readonly Rankable[], terms: readonly string[]): Counted {
  return {
    passages,
    inBodies: countIn(
      passages.map((it) => it.body),
      terms,
    ),
    inHeads: countIn(
      passages.map((it) => it.head),
      terms,
    ),
  }
}

/** How often each of the terms stands in each of the texts, by the texts' places. */
export function countIn(texts: readonly string[], terms: readonly string[]): (term: string) => Uint16Array {
  const columns = new Map(terms.map((it) => [it, new Uint16Array(texts.length)]))
  const lists: { readonly term: string; readonly next: number; readonly column: Uint16Array }[][] = [[]]
  // By character code; 0 where no term begins with it.
  const listOf = new Uint16Array(0x10000)
  for (const [term, column] of columns) {
    if (term === '') continue
    const first = term.charCodeAt(0)
    if (listOf[first] === 0) listOf[first] = lists.push([]) - 1
    lists[listOf[first] ?? 0]?.push({ term, next: term.charCodeAt(1), column })
  }
  texts.forEach((text, at) => {
    for (let place = 0; place < text.length; place++) {
      const list = listOf[text.charCodeAt(place)] ?? 0
      if (list === 0) continue
      const following = text.charCodeAt(place + 1)
      for (const { term, next, column } of lists[list] ?? []) {
        if (term.length > 1 && next !== following) continue
        if (term.length <= 2 || text.startsWith(term, place)) column[at] = (column[at] ?? 0) + 1
      }
    }
  })
  const none = new Uint16Array(texts.length)
  return (term) => columns.get(term) ?? none
}
