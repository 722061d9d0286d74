/** How often a text says a word (`w…`) or a pair of characters (`p…`). */
export type Terms = ReadonlyMap<string, number>

/** The inverse document frequency of a term; what is said in one text only joins nothing, and is kept all the same. */
export function rarityOf(cut: readonly Terms[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const terms of cut) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + cut.length / (counts.get(term) ?? 1))
}

/** A text's terms by what they count, as a vector of length 1. */
export function worthsOf(terms: Terms, rarity: (term: string) => number): ReadonlyMap<string, number> {
  const worths = new Map(
    [...terms].map(([term, said]) => [term, (1 + Math.log(1 + said)) * rarity(term) * kindOf(term)]),
  )
  const length = Math.hypot(...worths.values()) || 1
  return new Map([...worths].map(([term, it]) => [term, it / length]))
}

/** What the dictionary knows goes before what merely looks alike. */
function kindOf(term: string): number {
  return term.startsWith('w') ? 1 : 0.4
}
