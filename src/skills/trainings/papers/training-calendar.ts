import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import type { Instant } from '../../../core/clock.ts'
import { addDays, instantAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Session, Training } from '../../../core/training.ts'
import { paperWords } from './paper-words.ts'

export interface CalendarParts {
  readonly training: Training
  /** Who organizes it, for the reader's calendar. The address need not receive mail: answers come through the chat. */
  readonly organizer: { readonly name: string; readonly email: string }
  /** When this revision was made: what did not change must not look changed. */
  readonly at: Instant
}

/** Before a session, in seconds: a day and an hour. Before a day of which no hours are known: at 18:00 of the eve. */
const alarms = { timed: [86_400, 3600], allDay: [6 * 3600] }

/**
 * A training as an iCalendar file (RFC 5545): an event a session or, where no programme is known, one for its days. Events
 * keep their identity through every change; one that was called off takes itself out of the calendar. Pure: the same
 * training gives the same bytes.
 */
export function trainingCalendar(parts: CalendarParts, locale: Locale): string {
  const { title, state } = parts.training
  const calendar = ical({
    name: asText(title),
    prodId: { company: 'alliance-bot', product: 'trainings', language: locale === 'en' ? 'EN' : 'ZH' },
    method: state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  addTraining(calendar, parts, locale)
  return `${calendar.toString()}\r\n`
}

/** Puts the same events into a calendar that holds others, too. */
export function addTraining(
  calendar: ICalCalendar,
  { training, organizer, at }: CalendarParts,
  locale: Locale,
): void {
  const cancelled = training.state === 'cancelled'
  const shared: Pick<ICalEventData, 'sequence' | 'stamp' | 'organizer' | 'status' | 'url'> = {
    sequence: training.revision,
    stamp: new Date(at),
    organizer: { name: asText(organizer.name), email: organizer.email },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(training.link === undefined ? {} : { url: training.link }),
  }
  for (const own of eventsOf(training, locale)) {
    const event = calendar.createEvent({ ...shared, ...own })
    if (cancelled) continue
    // Said afterwards, because the library does not take it with the rest; left unsaid, it counts from the event's end.
    for (const trigger of own.allDay ? alarms.allDay : alarms.timed)
      event
        .createAlarm({ type: ICalAlarmType.display, trigger, description: String(own.summary) })
        .relatesTo(ICalAlarmRelatesTo.start)
  }
}

function eventsOf(training: Training, locale: Locale): readonly ICalEventData[] {
  const { id, title, starts, ends, sessions, place } = training
  if (sessions.length === 0)
    return [
      {
        id: `training/${id}@alliance-bot`,
        start: dayOf(starts),
        // The first day that is no longer part of it.
        end: dayOf(addDays(ends, 1)),
        allDay: true,
        summary: asText(title),
        description: asText(describe(training, undefined, locale)),
        ...(place === undefined ? {} : { location: asText(place) }),
      },
    ]
  return sessions.map((session, at) => {
    const where = session.place ?? place
    return {
      id: `training/${id}/${at + 1}@alliance-bot`,
      ...timesOf(session, training.kind === 'overseas'),
      summary: asText(paperWords[locale].calendar.session(session.topic, title)),
      description: asText(describe(training, session, locale)),
      ...(where === undefined ? {} : { location: asText(where) }),
    }
  })
}

/**
 * A session's hours. Abroad they are hours of that place, whose zone nobody told: they float (RFC 5545, 3.3.5, form 1), so
 * that a calendar shows 09:00 as 09:00 wherever its owner is.
 */
function timesOf({ day, from, until }: Session, floating: boolean) {
  const last = until <= from ? addDays(day, 1) : day
  if (floating) return { start: wallClock(day, from), end: wallClock(last, until), floating: true }
  return { start: new Date(instantAt(day, from)), end: new Date(instantAt(last, until)) }
}

/** The library writes a floating time by its UTC parts. */
function wallClock(day: string, time: string): Date {
  return new Date(`${day}T${time}:00Z`)
}

function describe(training: Training, session: Session | undefined, locale: Locale): string {
  const say = paperWords[locale].calendar
  return [
    ...(training.state === 'cancelled' ? [say.cancelled] : []),
    ...(session?.lecturer === undefined ? [] : [say.lecturer(session.lecturer)]),
    ...(training.hosts.length === 0 ? [] : [say.hosts(training.hosts.join('、'))]),
    ...(training.link === undefined ? [] : [say.link(training.link)]),
    ...(training.kind === 'overseas' && session !== undefined ? [say.localTimes] : []),
    ...(training.about === undefined ? [] : [training.about]),
  ].join('\n')
}

/** RFC 5545, 3.3.11: a text has no control characters but tabs; line ends are written `\\n`, which the library does. */
function asText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '')
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}
