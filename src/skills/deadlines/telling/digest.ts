import type { Organization } from '../../../core/caller.ts'
import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { addDays, dayAt, instantAt, weekdayOf } from '../../../core/local-date.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { keyOf } from './tell.ts'

/** What a delivery of kind `deadlines.digest` is about. */
export interface DigestAbout {
  readonly organization: string
  readonly recipient: string
  /** The Monday of its week. */
  readonly monday: LocalDate
}

const kind = 'deadlines.digest'
/** Monday, in the office's time zone. */
const at = '08:30'
/** Days after which last Monday's digest is of no use. */
const useful = 3

/** The week's digests for provinces and the office, once their time has come; adding them again changes nothing. Pure. */
export function digestsDue(
  organizations: readonly Organization[],
  ears: Ears,
  now: Instant,
): readonly OutboxItem[] {
  const today = dayAt(now)
  const monday = addDays(today, 1 - weekdayOf(today))
  const dueAt = instantAt(monday, at)
  const usefulUntil = instantAt(addDays(monday, useful), at)
  if (now < dueAt || now >= usefulUntil) return []
  return organizations
    .filter((it) => it.kind === 'province' || it.kind === 'office')
    .flatMap(({ id }) =>
      ears.of(id).map((ear): OutboxItem => {
        const { recipient, to, locale } = ear
        const about: DigestAbout = { organization: id, recipient, monday }
        return {
          key: keyOf(kind, monday, ear),
          kind,
          about,
          to,
          locale,
          dueAt,
          usefulUntil,
          whenUnprovable: 'repeat',
        }
      }),
    )
}
