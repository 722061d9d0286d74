import type { Instant } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { addDays, dayAt, instantAt } from '../../../core/local-date.ts'
import type { DigestWish } from '../../../store/match-lists.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import type { Suggestion } from '../fitting/suggest.ts'
import { deliveriesFor, type FitsAbout } from './tell.ts'

/** When new profiles are told of; the office's time. */
export const TOLD_AT = '09:00'
/** More partners than that are read by nobody; the rest stands in `/alliance match`. */
const MOST = 5

/**
 * New profiles, told once a day to those whose own they fit: one message an organization, nothing to whoever does not want
 * it, and later to whoever wants quiet up to a day. Pure.
 * @param found for each new profile its partners
 */
export function tellFits(
  found: readonly { readonly profile: string; readonly partners: readonly Suggestion[] }[],
  wishes: readonly DigestWish[],
  ears: Ears,
  now: Instant,
): readonly OutboxItem[] {
  const readers = new Map<string, Suggestion[]>()
  for (const { profile, partners } of found) {
    for (const it of partners) {
      const reader = it.need.profile.id === profile ? it.offer.profile.owner : it.need.profile.owner
      readers.set(reader, [...(readers.get(reader) ?? []), it])
    }
  }
  const today = dayAt(now)
  return [...readers].flatMap(([reader, all]) => {
    const wish = wishes.find((it) => it.organization === reader)
    if (wish && !wish.wanted) return []
    const best = all.toSorted((a, b) => b.fit.score - a.fit.score).slice(0, MOST)
    const quiet = wish?.quietUntil !== undefined && wish.quietUntil >= today ? wish.quietUntil : undefined
    return deliveriesFor<FitsAbout>(ears.of(reader), {
      kind: 'matchmaking.fits',
      what: `${today} ${best.map((it) => `${it.need.profile.id}/${it.offer.profile.id}`).join()}`,
      about: { pairs: best.map((it) => [it.need.profile.id, it.offer.profile.id] as const) },
      at: quiet === undefined ? now : instantAt(addDays(quiet, 1), TOLD_AT),
      whenUnprovable: 'repeat',
    })
  })
}
