import type { Pool } from './pool.ts'
import { type Suggestion, type SuggestOptions, suggest } from './suggest.ts'

/** What it is worth that two organizations meet, with what they would talk about. */
export interface PairWorth {
  readonly one: string
  readonly other: string
  /** 0 to 1. */
  readonly worth: number
  readonly about: readonly Suggestion[]
}

/** A meeting from which only one side goes home with something counts half. */
const ONE_WAY = 0.5

/**
 * What two scores, one for each direction, are worth together. Peers both want something out of it: the harmonic mean, which
 * is low where one side gets little. Under an arrangement of assistance the helped side's need alone counts.
 */
export function mutualWorth(there: number, back: number, assistance = false): number {
  if (assistance) return Math.max(there, back)
  const harmonic = there + back > 0 ? (2 * there * back) / (there + back) : 0
  return Math.max(harmonic, ONE_WAY * Math.max(there, back))
}

/** The worth of every pair of owners that has anything to talk about: what `planDay` takes as `worths`. */
export function worthsAmong(
  pool: Pool,
  owners: ReadonlySet<string>,
  options: Omit<SuggestOptions, 'most'>,
): readonly PairWorth[] {
  const best = new Map<string, Suggestion>()
  for (const { profile } of pool.studied) {
    if (!owners.has(profile.owner) || (profile.kind !== 'need' && profile.kind !== 'project')) continue
    for (const it of suggest(pool, profile.id, { ...options, most: 60 })) {
      const giver = it.offer.profile.owner
      if (!owners.has(giver)) continue
      const key = `${profile.owner}\n${giver}`
      if ((best.get(key)?.fit.score ?? 0) < it.fit.score) best.set(key, it)
    }
  }
  const pairs: PairWorth[] = []
  for (const [key, there] of best) {
    const [one = '', other = ''] = key.split('\n')
    const back = best.get(`${other}\n${one}`)
    if (back !== undefined && other < one) continue
    const assistance = there.need.profile.helps && there.offer.profile.helps
    pairs.push({
      one,
      other,
      worth: mutualWorth(there.fit.score, back?.fit.score ?? 0, assistance),
      about: [there, ...(back === undefined ? [] : [back])],
    })
  }
  return pairs
}
