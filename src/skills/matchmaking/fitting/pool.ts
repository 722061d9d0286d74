import type { LocalDate } from '../../../core/clock.ts'
import { giving, type Party, type Profile, seeking } from '../../../core/profile.ts'
import { boundness, sharedField } from './field-sense.ts'
import { greatest, invert } from './inverted.ts'
import { learn } from './learned.ts'
import type { Meanings } from './meanings.ts'
import type { Sayings } from './sayings.ts'
import { type Fit, scoreOf } from './score.ts'
import { type Studied, type StudyParts, study } from './study.ts'
import { rarityOf, type Term, worthsOf } from './term-worths.ts'
import type { Weights } from './weights.ts'

/** All profiles that may be suggested, with what it takes to weigh them: which words are rare, who says them. */
export interface Pool {
  readonly studied: readonly Studied[]
  /** By profile id. */
  of(id: string): Studied | undefined
  /** Those that a need may be met by, or that an offer may meet, by words, fields and meaning: the likeliest first. */
  likely(of: Studied, most: number): readonly Studied[]
  fit(need: Studied, offer: Studied, today: LocalDate, more?: Aside): Fit
  /**
   * Takes over what became of one profile, so that one edit among ten thousand costs a millisecond. Which words are rare, and
   * what words teach, stays as it was when the pool was made.
   */
  renew(profile: Profile, party: Party | undefined): void
  /** So much was renewed that the pool should be made again. */
  readonly worn: boolean
}

/** What the store knows of two parties. */
export interface Aside {
  readonly met?: boolean
  readonly load?: number
  readonly record?: number
  readonly assistance?: boolean
}

export interface PoolParts extends StudyParts {
  readonly weights: Weights
  /** Sentences by which fields are told beside ticks and names; none where left out. */
  readonly sayings?: Sayings
}

/** A pair of texts of different people shares little: a cosine of a half is as alike as they get. */
const ALIKE = 0.5

/** What a shared field is worth beside shared words when the likeliest are picked. */
const FIELD_SHARE = 2
/** The same for a meaning that is nearer than usual. */
const MEANING_SHARE = 2
/** Fields that are farther apart pick nobody. */
const LEAST_NEAR = 0.05
/** A pool of which so large a share was renewed no longer knows which words are rare. */
const WORN = 0.1
/** A term that more than this share of the pool says picks nobody; it still counts when those picked are weighed. */
const COMMON = 0.02

/** @param meanings by which they are near beside words and fields; what is set there later counts at once */
export function makePool(
  profiles: readonly Profile[],
  partyOf: (owner: string) => Party | undefined,
  parts: PoolParts,
  meanings?: Meanings,
): Pool {
  const { taxonomy } = parts
  /** By row; what was renewed stands in a row of its own, and its old row is empty. */
  const rows: (Studied | undefined)[] = profiles.map((it) => study(it, partyOf(it.owner), parts))
  const first = rows as readonly Studied[]
  const place = new Map(profiles.map((it, at) => [it.id, at]))
  const rarity = rarityOf(first.map((it) => it.terms))
  const worths = first.map((it) => worthsOf(it.terms, rarity))
  const byTerm = invert(worths)
  const learned = learn(first, rarity, taxonomy, parts.sayings)
  const senses = first.map(learned.sense)
  const byField = invert(senses)
  const fieldsOf = (it: Studied) => senses[place.get(it.profile.id) ?? -1] ?? learned.sense(it)
  const worthOf = (it: Studied) => worths[place.get(it.profile.id) ?? -1] ?? worthsOf(it.terms, rarity)

  return {
    get studied() {
      return rows.filter((it) => it !== undefined)
    },
    of: (id) => rows[place.get(id) ?? -1],
    get worn() {
      return rows.length - profiles.length > WORN * profiles.length
    },
    renew(profile, party) {
      const old = place.get(profile.id)
      if (old !== undefined) rows[old] = undefined
      place.delete(profile.id)
      if (profile.state !== 'published') return
      const it = study(profile, party, parts)
      const [at, worth, sense] = [rows.length, worthsOf(it.terms, rarity), learned.sense(it)]
      rows.push(it)
      worths.push(worth)
      senses.push(sense)
      byTerm.add(at, worth)
      byField.add(at, sense)
      place.set(profile.id, at)
    },
    likely(asked, most) {
      const sums = new Float64Array(rows.length)
      const common = Math.max(50, COMMON * rows.length)
      for (const [term, worth] of worthOf(asked)) byTerm.collect(term, worth / ALIKE, sums, common)
      for (const [id, share] of fieldsOf(asked)) {
        for (const other of taxonomy.fields.keys()) {
          const near = share * taxonomy.nearness(id, other)
          if (near > LEAST_NEAR) byField.collect(other, FIELD_SHARE * near, sums)
        }
      }
      const wanted = seeking.has(asked.profile.kind) ? giving : seeking
      const admits = (at: number) => {
        const it = rows[at]?.profile
        return it !== undefined && wanted.has(it.kind) && it.owner !== asked.profile.owner
      }
      if (meanings?.has(asked.profile.id)) {
        for (let at = 0; at < rows.length; at++) {
          const near = admits(at) ? meanings.near(asked.profile.id, rows[at]?.profile.id ?? '') : undefined
          if (near !== undefined) sums[at] = (sums[at] ?? 0) + MEANING_SHARE * near
        }
      }
      return greatest(sums, most, admits).map((at) => rows[at] as Studied)
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
          meaning: meanings?.near(need.profile.id, offer.profile.id),
          ...more,
        },
        parts.weights,
      )
    },
  }
}

function dot(one: ReadonlyMap<Term, number>, other: ReadonlyMap<Term, number>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [term, worth] of few) sum += worth * (many.get(term) ?? 0)
  return sum
}
