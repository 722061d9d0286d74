import type { ICalCalendar } from 'ical-generator'
import type { Locale } from '../../core/locale.ts'
import type { Attachment } from '../../core/reply.ts'
import type { Training } from '../../core/training.ts'
import { addTraining, type CalendarParts, trainingCalendar } from './papers/training-calendar.ts'
import { beginningOf } from './seats/times.ts'

/** A calendar wants an address of whoever organizes; answers come through the chat, so this one is nobody's (RFC 2606). */
const nobody = 'trainings@alliance-bot.invalid'

/** A training as a file that puts it into a calendar or, where it was called off, takes it out. Pure. */
export function calendarFile(training: Training, locale: Locale): Attachment {
  return {
    name: `${training.title.replace(/[\\/:*?"<>|\n]/gu, ' ').trim()}.ics`,
    type: 'text/calendar',
    bytes: new TextEncoder().encode(trainingCalendar(partsOf(training), locale)),
  }
}

/** Puts trainings into somebody's calendar, beside what it holds. */
export function addTrainings(calendar: ICalCalendar, trainings: readonly Training[], locale: Locale): void {
  for (const it of trainings) addTraining(calendar, partsOf(it), locale)
}

function partsOf(training: Training): CalendarParts {
  const { title, hosts, publishedAt } = training
  const organizer = { name: hosts[0] ?? title, email: nobody }
  return { training, organizer, at: publishedAt ?? beginningOf(training) }
}
