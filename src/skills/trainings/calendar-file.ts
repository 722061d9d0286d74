import type { Locale } from '../../core/locale.ts'
import type { Attachment } from '../../core/reply.ts'
import type { Training } from '../../core/training.ts'
import { trainingCalendar } from './papers/training-calendar.ts'
import { beginningOf } from './seats/times.ts'

/** A calendar wants an address of whoever organizes; answers come through the chat, so this one is of nobody (RFC 2606). */
const nobody = 'trainings@alliance-bot.invalid'

/** A training as a file that puts it into a calendar or, where it was called off, takes it out. Pure. */
export function calendarFile(training: Training, locale: Locale): Attachment {
  const { title, hosts, publishedAt } = training
  const organizer = { name: hosts[0] ?? title, email: nobody }
  const text = trainingCalendar({ training, organizer, at: publishedAt ?? beginningOf(training) }, locale)
  return {
    name: `${title.replace(/[\\/:*?"<>|\n]/gu, ' ').trim()}.ics`,
    type: 'text/calendar',
    bytes: new TextEncoder().encode(text),
  }
}
