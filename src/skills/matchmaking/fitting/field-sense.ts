import type { Studied } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A profile's fields, each with a share; together 1. Empty where nobody can tell. */
export type FieldShares = ReadonlyMap<string, number>

/** What a tick, a field that the text names, and what others of the pool would tick for such words are worth. */
const WORTH = { ticked: 0.15, named: 0.6, learned: 0.05 }
/** A word that nobody used yet has this share of a word. */
const UNSEEN = 0.3
/** How much surer the words of a profile sound than they are: neighbouring characters repeat one another. */
const DAMPED = 0.25
/** Words of a field that fewer profiles ticked say nothing of the field. */
const FEWEST = 2

/**
 * Which fields a profile is about. Its owner's tick is one witness: people tick in a hurry. The text is the second, by the
 * names and synonyms of the taxonomy, and the pool the third: what others who use such words have ticked (naive Bayes,
 * without the profile's own tick).
 */
export function makeFieldSense(pool: readonly Studied[], taxonomy: Taxonomy): (of: Studied) => FieldShares {
  const learned = learn(pool)
  return (of) => {
    const shares = new Map<string, number>()
    const add = (from: ReadonlyMap<string, number>, worth: number) => {
      for (const [id, share] of from) shares.set(id, (shares.get(id) ?? 0) + worth * share)
    }
    add(ticks(of), WORTH.ticked)
    add(of.named, WORTH.named)
    add(learned(of), WORTH.learned)
    for (const id of [...shares.keys()]) if (!taxonomy.fields.has(id)) shares.delete(id)
    const all = [...shares.values()].reduce((sum, it) => sum + it, 0)
    return new Map([...shares].map(([id, share]) => [id, share / all]))
  }
}

/** How near the fields of two profiles are: 1 where both surely are of one field, 0 where nothing is shared. */
export function sharedField(one: FieldShares, other: FieldShares, taxonomy: Taxonomy): number | undefined {
  if (one.size === 0 || other.size === 0) return undefined
  let sum = 0
  for (const [a, share] of one)
    for (const [b, its] of other) sum += share * its * taxonomy.nearness(a, b)
  // Two shares multiplied are small even where both are fairly sure.
  return Math.min(1, sum ** 0.7)
}

/** How much of what a profile is about depends on the place; half where nobody can tell. */
export function boundness(shares: FieldShares, taxonomy: Taxonomy): number {
  if (shares.size === 0) return 0.5
  return [...shares].reduce((sum, [id, share]) => sum + share * Number(taxonomy.fields.get(id)?.bound), 0)
}

/** The first tick counts most. */
function ticks({ profile: { fields } }: Studied): ReadonlyMap<string, number> {
  const worths = fields.map((id, at) => [id, 0.7 ** at] as const)
  const all = worths.reduce((sum, [, it]) => sum + it, 0)
  return new Map(worths.map(([id, it]) => [id, it / all]))
}

function learn(pool: readonly Studied[]): (of: Studied) => ReadonlyMap<string, number> {
  const counts = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  const ticked = new Map<string, number>()
  const members = new Set<Studied>(pool)
  for (const it of pool) {
    const field = it.profile.fields[0]
    if (field === undefined) continue
    ticked.set(field, (ticked.get(field) ?? 0) + 1)
    for (const [term, said] of it.terms) {
      const row = counts.get(term) ?? new Map<string, number>()
      row.set(field, (row.get(field) ?? 0) + said)
      counts.set(term, row)
      totals.set(field, (totals.get(field) ?? 0) + said)
    }
  }
  return (of) => {
    const own = members.has(of) ? of.profile.fields[0] : undefined
    const scores = new Map<string, number>()
    const vocabulary = counts.size
    for (const [field, total] of totals) {
      const mine = field === own
      if ((ticked.get(field) ?? 0) - Number(mine) < FEWEST) continue
      let log = 0
      for (const [term, said] of of.terms) {
        const seen = (counts.get(term)?.get(field) ?? 0) - (mine ? said : 0)
        log += said * Math.log((seen + UNSEEN) / (total + UNSEEN * vocabulary))
      }
      scores.set(field, log * DAMPED)
    }
    const most = Math.max(...scores.values())
    const odds = new Map([...scores].map(([field, log]) => [field, Math.exp(log - most)]))
    const all = [...odds.values()].reduce((sum, it) => sum + it, 0)
    return new Map([...odds].map(([field, it]) => [field, it / all] as const).filter(([, share]) => share > 0.05))
  }
}
