/** Where a text may be cut, the best places first: after a sentence or a line, after a pause, after a space. */
const places: readonly RegExp[] = [/[。；\n！？]/g, /[，、：;,.!?]/g, /\s/g]

/**
 * Cuts a text into pieces of at most `max` characters whose concatenation is the text. Cuts after 。；and line ends
 * where there are any, then after weaker marks, and never inside a surrogate pair. Pure.
 */
export function split(text: string, max: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const at = placeIn(rest, max)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}

function placeIn(text: string, max: number): number {
  const head = text.slice(0, max)
  for (const marks of places) {
    let last = 0
    for (const match of head.matchAll(marks)) last = match.index + match[0].length
    // A piece of a few characters helps nobody: then the next kind of place is better.
    if (last > max / 4) return last
  }
  const before = text.charCodeAt(max - 1)
  return before >= 0xd800 && before <= 0xdbff && max > 1 ? max - 1 : max
}

/** The text at most `max` characters long; what is cut off is shown by an ellipsis. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${split(text, max - 1)[0]?.slice(0, max - 1) ?? ''}…`
}
