import type { Clock } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { type Composed, heading, note } from '../../../core/reply.ts'
import type { OutboxRow } from '../../../store/outbox.ts'
import type { Registrations } from '../../../store/registrations.ts'
import { ownCard } from '../card.ts'
import { words } from '../words.ts'
import type { AnnouncedAbout } from './announce.ts'
import { announcementWords } from './announcement-words.ts'

interface AnnouncementParts {
  readonly registrations: Pick<Registrations, 'hall'>
  readonly ears: () => Promise<Ears>
  readonly clock: Clock
}

/** Makes the words of announcements when they go out, by the kind of the delivery. */
export function makeAnnouncementComposers({
  registrations,
  ears,
  clock,
}: AnnouncementParts): Readonly<Record<string, (row: OutboxRow) => Promise<Composed>>> {
  return {
    async 'trainings.announced'({ about, locale }) {
      const { training: id, organization, recipient } = about as AnnouncedAbout
      const say = announcementWords[locale]
      const hall = await registrations.hall(id)
      const now = clock.now()
      if (hall?.training.state !== 'published') return { cancelled: say.cancelled.gone }
      if (now >= hall.training.registration.until) return { cancelled: say.cancelled.over }
      if (hall.registrations.some((it) => it.member === recipient))
        return { cancelled: say.cancelled.registered }
      if (!(await ears()).of(organization).some((it) => it.recipient === recipient))
        return { cancelled: say.cancelled.left }
      const { kind, title, nomination } = hall.training
      const [, ...card] = ownCard(hall, undefined, now, locale)
      return {
        blocks: [
          heading(say.news(words[locale].kinds[kind], title)),
          ...card,
          ...(nomination === 'province' ? [note(say.byProvince)] : []),
        ],
      }
    },
  }
}
