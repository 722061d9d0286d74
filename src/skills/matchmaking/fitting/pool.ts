import type { LocalDate } from '../../../core/clock.ts'
import { giving, type Party, type Profile, seeking } from '../../../core/profile.ts'
import { boundness, makeFieldSense, sharedField } from './field-sense.ts'
import { type Fit, scoreOf } from './score.ts'
import { type Studied, type StudyParts, study } from './study.ts'
import type { Weights } from './weights.ts'

/** All profiles that may be suggested, with what it takes to weigh them: which words are rare, who says them. */
export interface Pool {
  readonly studied: readonly Studied[]
  /** By profile id. */
  of(id: string): Studied | undefined
  /** Those that a need may be met by, or that an offer may meet, by shared words and fields: the likeliest first. */
  likely(of: Studied, most: number): readonly Studied[]
  fit(need: Studied, offer: Studied, today: LocalDate, more?: Aside): Fit
}

/** What the store knows of two parties. */
export interface Aside {
  readonly met?: boolean
  readonly load?: number
  readonly assistance?: boolean
}

export interface PoolParts extends StudyParts {
  readonly weights: Weights
}

/** A pair of texts of different people shares little: a cosine of a half is as alike as they get. */
const ALIKE = 0.5

/** What a shared field is worth beside shared words when the likeliest are picked. */
const FIELD_SHARE = 0.6

export function makePool(
  profiles: readonly Profile[],
  partyOf: (owner: string) => Party | undefined,
  parts: PoolParts,
): Pool {
  const { taxonomy } = parts
  const studied = profiles.map((it) => study(it, partyOf(it.owner), parts))
  const place = new Map(studied.map((it, at) => [it.profile.id, at]))
  const rarity = rarityOf(studied)
  const worths = studied.map((it) => worthsOf(it, rarity))
  const byTerm = invert(worths)
  const senseOf = makeFieldSense(studied, taxonomy)
  const senses = studied.map(senseOf)
  const byField = invert(senses)
  const fieldsOf = (it: Studied) => senses[place.get(it.profile.id) ?? -1] ?? senseOf(it)
  const worthOf = (it: Studied) => worths[place.get(it.profile.id) ?? -1] ?? worthsOf(it, rarity)

  return {
    studied,
    of: (id) => studied[place.get(id) ?? -1],
    likely(asked, most) {
      const sums = new Float64Array(studied.length)
      for (const [term, worth] of worthOf(asked))
        for (const [at, its] of byTerm.get(term) ?? []) sums[at] = (sums[at] ?? 0) + (worth * its) / ALIKE
      for (const [id, share] of fieldsOf(asked)) {
        for (const [other, rows] of byField) {
          const near = share * taxonomy.nearness(id, other)
          if (near > 0) for (const [at, its] of rows) sums[at] = (sums[at] ?? 0) + FIELD_SHARE * near * its
        }
      }
      const wanted = seeking.has(asked.profile.kind) ? giving : seeking
      return best(sums, most, (at) => {
        const it = studied[at]?.profile
        return it !== undefined && wanted.has(it.kind) && it.owner !== asked.profile.owner
      }).map((at) => studied[at] as Studied)
    },
    fit(need, offer, today, more = {}) {
      const cosine = dot(worthOf(need), worthOf(offer))
      return scoreOf(
        need,
        offer,
        {
          today,
          alike: Math.min(1, cosine / ALIKE),
          bound: boundness(fieldsOf(need), taxonomy),
          fields: sharedField(fieldsOf(need), fieldsOf(offer), taxonomy),
          ...more,
        },
        parts.weights,
      )
    },
  }
}

/** The inverse document frequency of a term; what is said in one profile only joins nothing, and is kept all the same. */
function rarityOf(studied: readonly Studied[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const { terms } of studied) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + studied.length / (counts.get(term) ?? 1))
}

/** A profile's terms by what they count, as a vector of length 1. */
function worthsOf({ terms }: Studied, rarity: (term: string) => number): ReadonlyMap<string, number> {
  const worths = new Map([...terms].map(([term, said]) => [term, (1 + Math.log(1 + said)) * rarity(term) * kindOf(term)]))
  const length = Math.hypot(...worths.values()) || 1
  return new Map([...worths].map(([term, it]) => [term, it / length]))
}

function kindOf(term: string): number {
  return term.startsWith('w') ? 1 : term.startsWith('p') ? 0.5 : 0.35
}

function dot(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [term, worth] of few) sum += worth * (many.get(term) ?? 0)
  return sum
}

type Inverted = ReadonlyMap<string, readonly (readonly [row: number, worth: number])[]>

function invert(rows: readonly ReadonlyMap<string, number>[]): Inverted {
  const lists = new Map<string, [number, number][]>()
  for (const [at, row] of rows.entries()) {
    for (const [term, worth] of row) {
      const list = lists.get(term)
      if (list) list.push([at, worth])
      else lists.set(term, [[at, worth]])
    }
  }
  return lists
}

/** The rows with the greatest sums above nothing. */
function best(sums: Float64Array, most: number, admits: (at: number) => boolean): number[] {
  const rows: number[] = []
  for (let at = 0; at < sums.length; at++) if ((sums[at] ?? 0) > 0 && admits(at)) rows.push(at)
  return rows.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, most)
}
