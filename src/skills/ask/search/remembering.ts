/**
 * The same pure function, which gives what it gave before where it is asked the same again: a question is cut into words
 * a dozen times on its way to an answer, and a confirmed one for each index that it stands in. The result is shared, so
 * nobody may change it.
 * @param most texts remembered, about 1 kB each; those that were asked for first are forgotten first
 * @param longest longer texts are passages, which are kept elsewhere, or pasted pages
 */
export function remembering<Result>(
  of: (text: string) => Result,
  most = 40_000,
  longest = 100,
): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    if (text.length > longest) return of(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const result = of(text)
    if (known.size >= most) {
      const [first] = known.keys()
      if (first !== undefined) known.delete(first)
    }
    known.set(text, result)
    return result
  }
}
