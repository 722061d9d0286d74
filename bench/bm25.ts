/** Okapi bm25 with the usual k1 and b, nothing else: what anybody would try first. Ids, best first; those without a word last. */
export function bm25(
  documents: readonly (readonly [id: string, words: readonly string[]])[],
): (asked: readonly string[]) => readonly string[] {
  const [k1, b] = [1.2, 0.75]
  const mean = documents.reduce((sum, [, words]) => sum + words.length, 0) / documents.length
  const lists = new Map<string, Map<number, number>>()
  for (const [at, [, words]] of documents.entries()) {
    for (const word of words) {
      const list = lists.get(word) ?? new Map<number, number>()
      list.set(at, (list.get(at) ?? 0) + 1)
      lists.set(word, list)
    }
  }
  return (asked) => {
    const scores = new Float64Array(documents.length)
    for (const word of new Set(asked)) {
      const list = lists.get(word) ?? new Map<number, number>()
      const idf = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5))
      for (const [at, count] of list) {
        const length = documents[at]?.[1].length ?? 0
        scores[at] =
          (scores[at] ?? 0) + (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean))
      }
    }
    return documents
      .map(([id], at) => ({ id, score: scores[at] ?? 0 }))
      .sort((x, y) => y.score - x.score)
      .map((it) => it.id)
  }
}
