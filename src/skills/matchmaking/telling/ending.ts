import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { addDays } from '../../../core/local-date.ts'
import { isUnconfirmed, type Profile } from '../../../core/profile.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { deliveriesFor, type EndingAbout } from './tell.ts'

/** So many days before its last one the owner is asked whether it still holds. */
const ASKED_BEFORE = 14

/**
 * What its last day does to a published profile: its owner is asked, then it is archived. What a document tells is not: nobody may
 * have joined who could be asked, and whoever joins later is asked then. Pure.
 */
export function endingOf(it: Profile, today: LocalDate): 'ask' | 'archive' | undefined {
  const { state, validUntil } = it
  if (state !== 'published' || validUntil === undefined) return undefined
  if (validUntil < today) return isUnconfirmed(it) ? 'ask' : 'archive'
  return addDays(validUntil, -ASKED_BEFORE) <= today ? 'ask' : undefined
}

/** The owner is asked whether it still holds, or told that it is archived. Pure. */
export function tellEnding(it: Profile, ears: Ears, at: Instant): readonly OutboxItem[] {
  return deliveriesFor<EndingAbout>(ears.of(it.owner), {
    kind: 'matchmaking.ending',
    what: `${it.id} ${it.state} ${it.validUntil ?? ''}`,
    about: { profile: it.id, revision: it.revision },
    at,
    whenUnprovable: 'repeat',
  })
}
