import type { LocalDate } from '../../../core/clock.ts'
import type { MatchOutcome } from '../../../core/introduction.ts'
import { isUnconfirmed, type Profile, seeking } from '../../../core/profile.ts'
import type { Aside, Pool } from './pool.ts'
import type { Fit } from './score.ts'
import type { Studied } from './study.ts'

/** A partner for a profile. */
export interface Suggestion {
  readonly need: Studied
  readonly offer: Studied
  readonly fit: Fit
  /** What earlier introductions say: something came of the offer so often; these two tried before, and it failed for now. */
  readonly cameOf?: number
  readonly again?: MatchOutcome
}

export interface SuggestOptions {
  readonly today: LocalDate
  /** So many at most, five where left out. */
  readonly most?: number
  /** What came of earlier introductions; what failed for good is never suggested. */
  readonly past?: {
    failed(need: string, offer: string): boolean
    record(offer: string): number | undefined
  }
  /** What the store knows of the two owners; `blocked` is never suggested, whatever else fits. */
  readonly between?: (owner: string, other: string) => Aside & { readonly blocked?: boolean }
}

/** So many of the likeliest are weighed term by term; the words of the others hardly touch. */
const WEIGHED = 100
/** Below this nobody would call it a match. */
const LEAST = 0.08
/** One owner with many profiles does not fill the list. */
const EACH = 2

/** The best partners of a profile of the pool, of whichever side it is; best first. Nothing that is hidden from its owner. */
export function suggest(
  pool: Pool,
  id: string,
  { today, most = 5, past, between }: SuggestOptions,
): readonly Suggestion[] {
  const asked = pool.of(id)
  if (!asked || !holds(asked.profile, today)) return []
  const seeks = seeking.has(asked.profile.kind)
  const found: Suggestion[] = []
  for (const other of pool.likely(asked, WEIGHED)) {
    if (!holds(other.profile, today) || !visibleTo(other, asked)) continue
    const { blocked, ...aside } = between?.(asked.profile.owner, other.profile.owner) ?? {}
    if (blocked === true) continue
    const [need, offer] = seeks ? [asked, other] : [other, asked]
    const pair = [need.profile.id, offer.profile.id] as const
    if (past?.failed(...pair)) continue
    const record = past?.record(offer.profile.id)
    const assistance = need.profile.helps && offer.profile.helps
    const fit = pool.fit(need, offer, today, {
      ...aside,
      assistance,
      ...(record === undefined ? {} : { record }),
    })
    if (fit.score >= LEAST) found.push({ need, offer, fit })
  }
  const counts = new Map<string, number>()
  return found
    .sort((a, b) => b.fit.score - a.fit.score)
    .filter((it) => {
      const owner = (seeks ? it.offer : it.need).profile.owner
      const count = (counts.get(owner) ?? 0) + 1
      counts.set(owner, count)
      return count <= EACH
    })
    .slice(0, most)
}

/** Published, and not past its last day. What a document tells has none until somebody confirms it. */
export function holds(it: Profile, today: LocalDate): boolean {
  return (
    it.state === 'published' && (it.validUntil === undefined || it.validUntil >= today || isUnconfirmed(it))
  )
}

/** Whether the owner of the second may see the first. */
export function visibleTo({ profile, party }: Studied, viewer: Studied): boolean {
  if (profile.owner === viewer.profile.owner || profile.visibility === 'alliance') return true
  if (profile.visibility === 'named') return profile.shownTo?.includes(viewer.profile.owner) === true
  return party?.province !== undefined && party.province === viewer.party?.province
}
