/**
 * Finds names in texts: from left to right, none inside another, at each place the longest, so that 验收材料 is not read as
 * 材料. Looked up by the first two characters and length, because there are thousands of them. Pure.
 * @param stands whether a name that is written at a place of a text is meant there
 */
export function longestNames(
  names: Iterable<string>,
  stands: (name: string, text: string, at: number) => boolean = () => true,
): (text: string) => string[] {
  const known = new Set(names)
  /** By how names begin: the lengths of those that do, the longest first. A name of one character begins with itself alone. */
  const lengths = new Map<number, number[]>()
  for (const name of [...known].sort((a, b) => b.length - a.length)) {
    const its = lengths.get(beginning(name, 0)) ?? []
    if (its.at(-1) !== name.length) lengths.set(beginning(name, 0), [...its, name.length])
  }
  const short = [...known].some((it) => it.length === 1)
  return (text) => {
    const found: string[] = []
    for (let at = 0; at < text.length; ) {
      const start = at
      const names = (it: number) => {
        const name = text.slice(start, start + it)
        return known.has(name) && stands(name, text, start)
      }
      const length = lengths.get(beginning(text, at))?.find(names) ?? (short && names(1) ? 1 : undefined)
      if (length !== undefined) found.push(text.slice(at, at + length))
      at += length ?? 1
    }
    return found
  }
}

/** The first two characters at a place as one number; of the last character that one alone. */
function beginning(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0)
}
