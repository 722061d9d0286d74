import type { Clock } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Composed } from '../../../core/reply.ts'
import type { Hall, Registration } from '../../../core/training.ts'
import type { OutboxRow } from '../../../store/outbox.ts'
import type { Registrations } from '../../../store/registrations.ts'
import { composeChange } from './compose-change.ts'
import { composeReminder } from './compose-reminder.ts'
import { composeSeat } from './compose-seat.ts'
import { type Addressed, earOf } from './delivering.ts'
import { noticeWords } from './notice-words.ts'
import type { ReminderAbout } from './reminders.ts'
import type { ChangeAbout, SeatAbout } from './tell-move.ts'

/** How things stand for its reader at the moment in which the words are made. */
export interface Standing {
  readonly hall: Hall
  readonly own: Registration
  readonly now: number
  readonly locale: Locale
}

interface ComposeParts {
  readonly registrations: Pick<Registrations, 'hall'>
  readonly ears: () => Promise<Ears>
  readonly clock: Clock
}

/** Makes the words of everything that is said unasked about trainings, by the kind of the delivery, when it goes out. */
export function makeTrainingComposers(
  parts: ComposeParts,
): Readonly<Record<string, (row: OutboxRow) => Promise<Composed>>> {
  const under =
    <About extends Addressed>(compose: (about: About, standing: Standing) => Composed) =>
    async ({ about, locale }: OutboxRow): Promise<Composed> => {
      const { training, member } = about as About
      const say = noticeWords[locale].cancelled
      const hall = await parts.registrations.hall(training)
      const own = hall?.registrations.find((it) => it.member === member)
      if (!hall || !own) return { cancelled: say.gone }
      if (!earOf(await parts.ears(), own)) return { cancelled: say.left }
      return compose(about as About, { hall, own, now: parts.clock.now(), locale })
    }
  return {
    'trainings.seat': under<SeatAbout>(composeSeat),
    'trainings.reminder': under<ReminderAbout>(composeReminder),
    'trainings.change': under<ChangeAbout>(composeChange),
  }
}
