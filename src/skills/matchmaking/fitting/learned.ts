import { type FieldShares, joined, ownSense, type Sense, type Trust } from './field-sense.ts'
import type { Sayings } from './sayings.ts'
import type { Studied } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'
import { kindOf, type Term, type TermKind } from './term-worths.ts'

/** What the profiles of a pool teach of the words that people use. Nothing else goes in: no grade, no outcome. */
export interface Learned {
  /** The fields of a profile by all witnesses: its tick, the names it says, and who else uses its words. */
  sense(of: Studied): FieldShares
}

/** Before so many have said a word, what they ticked and named says little. */
const FEW = { trust: 3, telling: 2, topics: 2 }
/** How near two profiles are, 0 to 1, that share a word of which nothing is known. */
const USUAL = 0.4
/** A word that tells less is said by everybody. */
const LEAST_TELLING = 0.3
/** Of what those are about who use a word, so many fields are kept: the others cost time and change nothing. */
const MAIN = 6
/** What others' words are worth beside one's own, were every word known. */
const OTHERS = 3
/** Words lead to so many fields at most: what comes after is noise. */
const MOST = 2
/** Neighbouring characters beside words of the dictionary. */
const BY_KIND: Readonly<Record<TermKind, number>> = { word: 1, pair: 0.4 }
/** Of what a field and the fields above it share: a sum over words must not try all pairs of fields. */
const OWN = 0.6

/**
 * @param rarity how rare a term is among these profiles
 * @param sayings sentences whose field is known, one more witness
 */
export function learn(
  studied: readonly Studied[],
  rarity: (term: Term) => number,
  taxonomy: Taxonomy,
  sayings?: Sayings,
): Learned {
  const trust = trustOf(studied, taxonomy)
  const own = new Map(studied.map((it) => [it.profile.id, ownSense(it, taxonomy, trust)]))
  const topics = new Map<Term, Topic>()
  for (const it of studied) {
    const { shares } = own.get(it.profile.id) as Sense
    if (shares.size === 0) continue
    const length = lengthOf(widened(shares, taxonomy))
    for (const term of it.terms.keys()) topicAt(topics, term).add(shares, length)
  }
  const lessons = new Map<Term, Lesson>()
  for (const [term, it] of topics) {
    const telling = it.telling(taxonomy)
    if (telling >= LEAST_TELLING) lessons.set(term, { count: it.count, telling, fields: it.main() })
  }

  function others(of: Studied): Sense {
    const its = own.get(of.profile.id)?.shares ?? new Map<string, number>()
    const worths = new Map<string, number>()
    let all = 0
    for (const term of of.terms.keys()) {
      const weight = (BY_KIND[kindOf(term)] * rarity(term)) ** 2
      all += weight
      const lesson = lessons.get(term)
      // Nobody is their own witness.
      const count = (lesson?.count ?? 0) - Number(its.size > 0)
      if (lesson === undefined || count <= 0) continue
      const by = (weight * lesson.telling ** 2) / (count + FEW.topics)
      for (const [id, share] of lesson.fields) {
        const left = share - (its.get(id) ?? 0)
        if (left > 1e-9) worths.set(id, (worths.get(id) ?? 0) + by * left)
      }
    }
    const best = [...worths].sort((a, b) => b[1] - a[1]).slice(0, MOST)
    const sum = best.reduce((total, [, it]) => total + it, 0)
    if (sum === 0) return { shares: new Map(), strength: 0 }
    return { shares: new Map(best.map(([id, it]) => [id, it / sum])), strength: (OTHERS * sum) / all }
  }

  return {
    sense(of) {
      const told = joined(ownSense(of, taxonomy, trust), others(of)).shares
      if (sayings === undefined) return told
      return joined({ shares: told, strength: told.size > 0 ? 1 : 0 }, sayings.sense(of.terms)).shares
    },
  }
}

/** A name is believed by what those ticked who say it: 山高路窄 does not make a need one of traffic. */
function trustOf(studied: readonly Studied[], taxonomy: Taxonomy): Trust {
  const tallies = new Map<string, { count: number; near: number }>()
  const all = { count: 0, near: 0 }
  for (const { profile, named } of studied) {
    const ticked = profile.fields.filter((it) => taxonomy.fields.has(it))
    if (ticked.length === 0) continue
    for (const [name, id] of new Map(named.map(([id, name]) => [name, id]))) {
      const near = Math.max(...ticked.map((it) => taxonomy.nearness(id, it)))
      const tally = tallies.get(name) ?? { count: 0, near: 0 }
      tallies.set(name, tally)
      for (const it of [tally, all]) {
        it.count += 1
        it.near += near
      }
    }
  }
  if (all.near === 0) return () => 1
  const usual = all.near / all.count
  return (name) => {
    const { count, near } = tallies.get(name) ?? { count: 0, near: 0 }
    return Math.min(2, (near + FEW.trust * usual) / (count + FEW.trust) / usual)
  }
}

/** What a word tells by those who use it: how many, how surely, and of which fields. */
interface Lesson {
  readonly count: number
  readonly telling: number
  readonly fields: readonly (readonly [id: string, share: number])[]
}

/** What those are about who use a word. */
class Topic {
  count = 0
  readonly shares = new Map<string, number>()
  #alone = 0

  /** @param length of the shares when they are {@link widened} */
  add(shares: FieldShares, length: number): void {
    this.count += 1
    this.#alone += length
    for (const [id, it] of shares) this.shares.set(id, (this.shares.get(id) ?? 0) + it)
  }

  /** Whether they are about the same, 0 to 1: 欢迎来现场看 is said by everybody, and tells nothing. */
  telling(taxonomy: Taxonomy): number {
    const pairs = this.count * (this.count - 1)
    const near = lengthOf(widened(this.shares, taxonomy)) - this.#alone
    return Math.min(1, (near + FEW.telling * USUAL) / (pairs + FEW.telling) / USUAL)
  }

  main(): readonly (readonly [id: string, share: number])[] {
    return [...this.shares].sort((a, b) => b[1] - a[1]).slice(0, MAIN)
  }
}

function topicAt(topics: Map<Term, Topic>, term: Term): Topic {
  const topic = topics.get(term) ?? new Topic()
  topics.set(term, topic)
  return topic
}

/** Shares of fields and of what they belong to, so that two fields under one share something. */
function widened(shares: FieldShares, taxonomy: Taxonomy): ReadonlyMap<string, number> {
  const wide = new Map<string, number>()
  for (const [id, share] of shares) {
    const line = taxonomy.lineOf(id)
    for (const [at, it] of line.entries()) {
      const part = at === 0 ? OWN : (1 - OWN) / (line.length - 1)
      wide.set(it, (wide.get(it) ?? 0) + share * Math.sqrt(part))
    }
  }
  return wide
}

function lengthOf(wide: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const it of wide.values()) sum += it * it
  return sum
}
