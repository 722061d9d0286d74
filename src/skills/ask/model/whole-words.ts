const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Shorter than this, what a sentence begins with may stand anywhere. Characters. */
const shortest = 3

/**
 * Whether a sentence is cut out of its source in the middle of a word: 「理办法旨在……」.
 * @param said plain
 * @param source plain
 */
export function beginsMidWord(said: string, source: string): boolean {
  const clause = /^[\p{L}\p{N}]*/u.exec(said)?.[0] ?? ''
  let length = 0
  while (length < clause.length && source.includes(clause.slice(0, length + 1))) length += 1
  if (length < shortest) return false
  const begun = clause.slice(0, length)
  for (let at = source.indexOf(begun); at >= 0; at = source.indexOf(begun, at + 1))
    if (isBoundary(source, at)) return false
  return true
}

function isBoundary(text: string, at: number): boolean {
  const from = /[\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0
  if (from === 0) return true
  const clause = /^[\p{L}\p{N}]*/u.exec(text.slice(at - from))?.[0] ?? ''
  return [...words.segment(clause)].some(({ index }) => index === from)
}
