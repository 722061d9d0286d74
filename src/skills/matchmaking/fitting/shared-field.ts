import type { Profile } from '../../../core/profile.ts'
import { type FieldShares, ownSense } from './field-sense.ts'
import type { Basis } from './reason.ts'
import { type Studied, textOf } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A field that both are about, with where each says so. */
export interface SharedField {
  readonly id: string
  /** Both are chiefly about it, and it is narrow enough to be one thing. */
  readonly same: boolean
  readonly basis: readonly Basis[]
}

/** A field that is so much of what a profile is about is central to it. */
const CENTRAL = 0.25
/** From this depth on a field is one thing, though it may have narrower ones below it: 生活垃圾 has 餐厨垃圾. */
const NARROW = 2

/** The deepest field that is central to both; where there is none, the one that both are most about. Pure. */
export function sharedFieldOf(need: Studied, offer: Studied, taxonomy: Taxonomy): SharedField | undefined {
  const [asked, given] = [saidBy(need, taxonomy), saidBy(offer, taxonomy)]
  const [ofNeed, ofOffer] = [sharesIn(need, taxonomy), sharesIn(offer, taxonomy)]
  const shared = [...asked.keys()]
    .filter((it) => given.has(it) && depthOf(it, taxonomy) > 0)
    .map((id) => ({
      id,
      share: Math.min(shareOf(id, ofNeed, taxonomy), shareOf(id, ofOffer, taxonomy)),
      depth: depthOf(id, taxonomy),
    }))
  const central = shared.filter((it) => it.share >= CENTRAL).sort((a, b) => b.depth - a.depth)[0]
  const best = central ?? shared.sort((a, b) => b.share - a.share || b.depth - a.depth)[0]
  if (!best) return undefined
  const basis = [asked.get(best.id), given.get(best.id)].filter((it) => it !== undefined)
  return { id: best.id, same: central !== undefined && isNarrow(best.id, taxonomy), basis }
}

/** Whether a field is one thing, and what the profile is chiefly about. Pure. */
export function isChiefly(profile: Profile, field: string, taxonomy: Taxonomy): boolean {
  const shares = sharesIn({ profile, named: taxonomy.mentions(textOf(profile), 'fields') }, taxonomy)
  return isNarrow(field, taxonomy) && shareOf(field, shares, taxonomy) >= CENTRAL
}

function isNarrow(field: string, taxonomy: Taxonomy): boolean {
  if (depthOf(field, taxonomy) >= NARROW) return true
  return ![...taxonomy.fields.values()].some((it) => it.parent === field)
}

const depthOf = (field: string, { fields }: Taxonomy) => fields.get(field)?.depth ?? 0

const sharesIn = (it: Pick<Studied, 'profile' | 'named'>, taxonomy: Taxonomy) =>
  ownSense(it, taxonomy, () => 1).shares

/** What belongs to a field is about it. */
function shareOf(field: string, shares: FieldShares, { lineOf }: Taxonomy): number {
  return [...shares].reduce((sum, [id, share]) => sum + (lineOf(id).includes(field) ? share : 0), 0)
}

/** The fields that a profile ticks or names, and those that they belong to, with where it says so. */
function saidBy({ profile, named }: Studied, taxonomy: Taxonomy): ReadonlyMap<string, Basis> {
  const found = new Map<string, Basis>()
  const add = (id: string, basis: Basis) => {
    for (const above of taxonomy.lineOf(id)) if (!found.has(above)) found.set(above, basis)
  }
  for (const id of profile.fields) add(id, { profile: profile.id, field: 'fields', words: id })
  for (const id of new Set(named.map(([id]) => id))) {
    const words = taxonomy.wordsNaming(id, profile.what)[0]
    if (words !== undefined) add(id, { profile: profile.id, field: 'what', words })
  }
  return found
}
