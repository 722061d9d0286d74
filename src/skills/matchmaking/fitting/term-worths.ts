/** A word or a pair of neighbouring characters as a number: numbers are looked up ten thousand times where texts are compared. */
export type Term = number

/** How often a text says each. */
export type Terms = ReadonlyMap<Term, number>

/** What the dictionary knows, and neighbouring characters beside it. */
export type TermKind = 'word' | 'pair'

/** Numbers are given in the order in which terms are first read, and are the same for all texts of this process. */
const known = { word: new Map<string, Term>(), pair: new Map<string, Term>() }

/** Words are even, pairs are odd. */
export function termOf(kind: TermKind, said: string): Term {
  const its = known[kind]
  const number = its.get(said)
  if (number !== undefined) return number
  const next = 2 * its.size + Number(kind === 'pair')
  its.set(said, next)
  return next
}

export function kindOf(term: Term): TermKind {
  return term % 2 === 0 ? 'word' : 'pair'
}

/** The inverse document frequency of a term; what is said in one text only joins nothing, and is kept all the same. */
export function rarityOf(cut: readonly Terms[]): (term: Term) => number {
  const counts = new Map<Term, number>()
  for (const terms of cut) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const rarities = counts
  for (const [term, count] of counts) rarities.set(term, Math.log(1 + cut.length / count))
  const unheard = Math.log(1 + cut.length)
  return (term) => rarities.get(term) ?? unheard
}

/** A text's terms by what they count, as a vector of length 1. */
export function worthsOf(terms: Terms, rarity: (term: Term) => number): ReadonlyMap<Term, number> {
  const worths = new Map<Term, number>()
  let squares = 0
  for (const [term, said] of terms) {
    const worth = (1 + Math.log(1 + said)) * rarity(term) * WORTH[kindOf(term)]
    worths.set(term, worth)
    squares += worth * worth
  }
  const length = Math.sqrt(squares) || 1
  for (const [term, it] of worths) worths.set(term, it / length)
  return worths
}

/** What the dictionary knows goes before what merely looks alike. */
const WORTH: Readonly<Record<TermKind, number>> = { word: 1, pair: 0.4 }
