import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import { addDays } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Attachment } from '../../../core/reply.ts'
import type { Hosting, Visit, VisitOffer } from '../../../core/visit.ts'
import { visitWords } from './words.ts'

type NameOf = (organization: string) => string

/** At 18:00 of the eve, in seconds before the first midnight. */
const eve = 6 * 3600

/** What both zones have in their calendar: a visit that is agreed, was held or, to take it out again, was called off. Pure. */
export function standsInCalendars({ state, days }: Visit): boolean {
  return days !== undefined && (state === 'agreed' || state === 'held' || state === 'called-off')
}

/** Puts an organization's visits into its calendar, beside what it holds. */
export function addVisits(
  calendar: ICalCalendar,
  organization: string,
  all: readonly Hosting[],
  nameOf: NameOf,
  locale: Locale,
): void {
  for (const { offer, visits } of all)
    for (const visit of visits)
      if (standsInCalendars(visit) && (offer.host === organization || visit.guest === organization))
        addVisit(calendar, offer, visit, nameOf, locale)
}

/** A visit as a file that puts it into a calendar. Pure: the same visit gives the same bytes. */
export function visitFile(offer: VisitOffer, visit: Visit, nameOf: NameOf, locale: Locale): Attachment {
  const say = visitWords[locale]
  const calendar = ical({
    prodId: { company: 'alliance-bot', product: 'visits', language: locale === 'en' ? 'EN' : 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  addVisit(calendar, offer, visit, nameOf, locale)
  const name = `${say.kinds[offer.kind]} ${nameOf(visit.guest)}-${nameOf(offer.host)}`
  return {
    name: `${name.replace(/[\\/:*?"<>|\n]/gu, ' ').trim()}.ics`,
    type: 'text/calendar',
    bytes: new TextEncoder().encode(`${calendar.toString()}\r\n`),
  }
}

/** One event of whole days; its identity stays through every change, its sequence counts them (RFC 5545, 3.8.7.4). */
function addVisit(
  calendar: ICalCalendar,
  { kind, host, topic, place }: VisitOffer,
  { id, days, guest, people, state, stateSince, revision }: Visit,
  nameOf: NameOf,
  locale: Locale,
): void {
  if (!days) return
  const say = visitWords[locale]
  const summary = asText(say.shown.visit(say.kinds[kind], nameOf(host), nameOf(guest)))
  const off = state === 'called-off'
  const event = calendar.createEvent({
    id: `visit/${id}@alliance-bot`,
    sequence: revision,
    stamp: new Date(stateSince),
    start: dayOf(days.from),
    // The first day that is no longer part of it.
    end: dayOf(addDays(days.to, 1)),
    allDay: true,
    summary,
    description: asText([topic, say.people(people)].join('\n')),
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(place === undefined ? {} : { location: asText(place) }),
  })
  // Said afterwards, because the library does not take it with the rest; left unsaid, it counts from the event's end.
  if (!off)
    event
      .createAlarm({ type: ICalAlarmType.display, trigger: eve, description: summary })
      .relatesTo(ICalAlarmRelatesTo.start)
}

/** RFC 5545, 3.3.11: a text has no control characters but tabs; line ends are written `\\n`, which the library does. */
function asText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '')
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}
