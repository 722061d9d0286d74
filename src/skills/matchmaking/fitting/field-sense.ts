import type { Studied } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A profile's fields, each with a share; together 1. Empty where nobody can tell. */
export type FieldShares = ReadonlyMap<string, number>

/** What a witness says of a profile's fields. */
export interface Sense {
  readonly shares: FieldShares
  /** How far it is to be believed: 0 says nothing. */
  readonly strength: number
}

/** How far a name of the taxonomy is to be believed where it stands in a text: 1 as far as most. */
export type Trust = (name: string) => number

/** What a tick and fields that the text names are worth: people tick in a hurry, and write what bothers them. */
const WORTH = { ticked: 0.2, named: 0.8 }
/** Of one word alone nobody is sure: a text that names fields so often is believed half of what one that names many is. */
const DOUBT = 0.5
/** A long name is hardly ever said by chance; beyond so many characters it no longer matters. */
const LONG = 6
/** What a level of the taxonomy adds: 污泥 says more than 水质, and that more than 生态. */
const DEEPER = 0.5

/** Which fields a profile is about, by two witnesses: its owner's tick, and its words by the names of the taxonomy. */
export function ownSense(
  { profile, named }: Pick<Studied, 'profile' | 'named'>,
  taxonomy: Taxonomy,
  trust: Trust,
): Sense {
  // The first tick counts most.
  const ticked = profile.fields
    .filter((it) => taxonomy.fields.has(it))
    .map((id, at) => [id, 0.7 ** at] as const)
  const said = named.map(
    ([id, name]) => [id, saying(name, taxonomy.fields.get(id)?.depth ?? 0) * trust(name)] as const,
  )
  const sum = said.reduce((total, [, it]) => total + it, 0)
  return joined(
    { shares: sharesOf(ticked), strength: ticked.length > 0 ? WORTH.ticked : 0 },
    { shares: sharesOf(said), strength: (WORTH.named * sum) / (sum + DOUBT) },
  )
}

/** What a name says by itself: one of two characters of a field below the top ones says 1. */
function saying(name: string, depth: number): number {
  return Math.sqrt(Math.min(LONG, name.length) / 2) * (1 + DEEPER * (depth - 1))
}

/** Two witnesses as one. */
export function joined(one: Sense, other: Sense): Sense {
  const shares = [one, other].flatMap((it) =>
    [...it.shares].map(([id, share]) => [id, share * it.strength] as const),
  )
  return { shares: sharesOf(shares), strength: one.strength + other.strength }
}

function sharesOf(worths: readonly (readonly [id: string, worth: number])[]): FieldShares {
  const sum = worths.reduce((total, [, it]) => total + it, 0)
  const shares = new Map<string, number>()
  for (const [id, it] of worths) if (it > 0) shares.set(id, (shares.get(id) ?? 0) + it / sum)
  return shares
}

/**
 * How near the fields of two profiles are: 1 where both are about the same, 0 where nothing is shared. It is the cosine of
 * their shares, nearby fields counting in part: who names five things that belong together is not less sure than who names one.
 */
export function sharedField(one: FieldShares, other: FieldShares, taxonomy: Taxonomy): number | undefined {
  if (one.size === 0 || other.size === 0) return undefined
  const cosine =
    common(one, other, taxonomy) / Math.sqrt(common(one, one, taxonomy) * common(other, other, taxonomy))
  // What is shared in part reads as less than it is.
  return Math.min(1, cosine ** 0.7)
}

function common(one: FieldShares, other: FieldShares, taxonomy: Taxonomy): number {
  let sum = 0
  for (const [a, share] of one) for (const [b, its] of other) sum += share * its * taxonomy.nearness(a, b)
  return sum
}

/** How much of what a profile is about depends on the place; half where nobody can tell. */
export function boundness(shares: FieldShares, taxonomy: Taxonomy): number {
  if (shares.size === 0) return 0.5
  return [...shares].reduce((sum, [id, share]) => sum + share * Number(taxonomy.fields.get(id)?.bound), 0)
}
