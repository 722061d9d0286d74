/**
 * Finds names in texts: from left to right, none inside another, at each place the longest, so that 验收材料 is not read as
 * 材料. Looked up by first character and length, because there are thousands of them. Pure.
 * @param stands whether a name that is written at a place of a text is meant there
 */
export function longestNames(
  names: Iterable<string>,
  stands: (name: string, text: string, at: number) => boolean = () => true,
): (text: string) => string[] {
  const known = new Set(names)
  const lengths = new Map<string, number[]>()
  for (const name of [...known].sort((a, b) => b.length - a.length)) {
    const its = lengths.get(name.charAt(0)) ?? []
    if (its.at(-1) !== name.length) lengths.set(name.charAt(0), [...its, name.length])
  }
  return (text) => {
    const found: string[] = []
    for (let at = 0; at < text.length; ) {
      const start = at
      const length = lengths.get(text.charAt(at))?.find((it) => {
        const name = text.slice(start, start + it)
        return known.has(name) && stands(name, text, start)
      })
      if (length !== undefined) found.push(text.slice(at, at + length))
      at += length ?? 1
    }
    return found
  }
}
