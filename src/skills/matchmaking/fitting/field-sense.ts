import type { Studied } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A profile's fields, each with a share; together 1. Empty where nobody can tell. */
export type FieldShares = ReadonlyMap<string, number>

/** What a tick and a field that the text names are worth: people tick in a hurry, and write what bothers them. */
const WORTH = { ticked: 0.2, named: 0.8 }
/** Of one word alone nobody is sure: a text that names fields so often is believed half of what one that names many is. */
const DOUBT = 0.5

/** Which fields a profile is about, by two witnesses: its owner's tick, and its words by the names of the taxonomy. */
export function fieldSense({ profile, named, mentions }: Studied, taxonomy: Taxonomy): FieldShares {
  const shares = new Map<string, number>()
  // The first tick counts most.
  const ticked = profile.fields
    .filter((it) => taxonomy.fields.has(it))
    .map((id, at) => [id, 0.7 ** at] as const)
  const all = ticked.reduce((sum, [, it]) => sum + it, 0)
  for (const [id, it] of ticked) shares.set(id, (WORTH.ticked * it) / all)
  const believed = (WORTH.named * mentions) / (mentions + DOUBT)
  for (const [id, it] of named) shares.set(id, (shares.get(id) ?? 0) + believed * it)
  const sum = [...shares.values()].reduce((total, it) => total + it, 0)
  return new Map([...shares].map(([id, it]) => [id, it / sum]))
}

/** How near the fields of two profiles are: 1 where both surely are of one field, 0 where nothing is shared. */
export function sharedField(one: FieldShares, other: FieldShares, taxonomy: Taxonomy): number | undefined {
  if (one.size === 0 || other.size === 0) return undefined
  let sum = 0
  for (const [a, share] of one) for (const [b, its] of other) sum += share * its * taxonomy.nearness(a, b)
  // Two shares multiplied are small even where both are fairly sure.
  return Math.min(1, sum ** 0.7)
}

/** How much of what a profile is about depends on the place; half where nobody can tell. */
export function boundness(shares: FieldShares, taxonomy: Taxonomy): number {
  if (shares.size === 0) return 0.5
  return [...shares].reduce((sum, [id, share]) => sum + share * Number(taxonomy.fields.get(id)?.bound), 0)
}
