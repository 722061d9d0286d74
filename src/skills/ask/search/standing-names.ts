/**
 * Finds which of many names stand in a text by one walk over it: of some thousand names hardly ever more than two do, and
 * looking for each by itself is what takes long.
 * @param names none empty; repeats count once
 * @returns the names that stand anywhere in a text, those inside longer ones too, in no particular order
 */
export function makeNameFinder(names: Iterable<string>): (text: string) => ReadonlySet<string> {
  const byFirst = new Map<number, string[]>()
  for (const name of new Set(names)) {
    const first = name.charCodeAt(0)
    const list = byFirst.get(first)
    if (list) list.push(name)
    else byFirst.set(first, [name])
  }
  return (text) => {
    const standing = new Set<string>()
    for (let at = 0; at < text.length; at++) {
      for (const name of byFirst.get(text.charCodeAt(at)) ?? [])
        if (text.startsWith(name, at)) standing.add(name)
    }
    return standing
  }
}
