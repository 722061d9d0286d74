import type { Instant } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { dayAt, instantAt } from '../../../core/local-date.ts'
import type { Workdays } from '../../../core/workdays.ts'
import type { DigestWish } from '../../../store/match-lists.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import type { Suggestion } from '../fitting/suggest.ts'
import { deliveriesFor, type FitsAbout } from './tell.ts'

/** From when on new profiles are told of, on a workday; the office's time. */
const TOLD_AT = '09:00'
/** Until when; what comes later is told the next workday. */
const TOLD_UNTIL = '12:00'
/** More partners than that are read by nobody; the rest stands in `/alliance match`. */
const MOST = 5

/** Whether this is a time at which new profiles are told of, and none were today. Pure. @param last when some were told of */
export function mayTellFits(now: Instant, last: Instant | undefined, workdays: Workdays): boolean {
  const today = dayAt(now)
  const morning = now >= instantAt(today, TOLD_AT) && now < instantAt(today, TOLD_UNTIL)
  return morning && workdays.isWorkday(today) && (last === undefined || dayAt(last) < today)
}

/**
 * New profiles, told once a day to those whose own they fit: one message an organization, nothing to whoever does not want
 * it, and to whoever wants quiet up to a day the morning after: what comes more meanwhile stands in `/alliance match`. Pure.
 * @param found for each new profile its partners
 */
export function tellFits(
  found: readonly { readonly profile: string; readonly partners: readonly Suggestion[] }[],
  wishes: readonly DigestWish[],
  ears: Ears,
  workdays: Workdays,
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
    const on = quiet === undefined ? today : workdays.add(quiet, 1)
    return deliveriesFor<FitsAbout>(ears.of(reader), {
      kind: 'matchmaking.fits',
      // One an organization and day, whatever else would fit.
      what: `${reader} ${on}`,
      about: { pairs: best.map((it) => [it.need.profile.id, it.offer.profile.id] as const) },
      at: on === today ? now : instantAt(on, TOLD_AT),
      whenUnprovable: 'repeat',
    })
  })
}
