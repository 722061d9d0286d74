import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  type ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Organization } from '../../../core/caller.ts'
import type { LocalDate } from '../../../core/clock.ts'
import { type Ladder, type ObligationState, unfinished } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Entry } from '../entries.ts'
import { stateWords } from '../state-words.ts'
import { calendarWords } from './calendar-words.ts'

/** How often a calendar should look again, in seconds; Outlook and Apple follow it, Google looks when it likes. */
const lookAgain = 3600

/** A calendar rings in the last week only: the earlier steps of the ladder are told in the chat. Days. */
const ringsFrom = 7

/** Not owed on that day (any more). */
const calledOff: ReadonlySet<ObligationState> = new Set(['waived', 'suspended'])

/**
 * What is owed as an iCalendar file (RFC 5545): one all-day event an obligation, on the day it is due. Pure: the same
 * entries give the same bytes.
 * @param own whose calendar it is; others' deadlines in it bear their owner's name
 * @param more puts in what the same person has to keep in mind besides
 */
export function calendarOf(
  entries: readonly Entry[],
  own: Organization,
  locale: Locale,
  more?: (calendar: ICalCalendar) => void,
): string {
  const say = calendarWords[locale]
  const calendar = ical({
    name: asText(say.name(own.name)),
    prodId: { company: 'alliance-bot', product: 'deadlines', language: locale === 'en' ? 'EN' : 'ZH' },
    ttl: lookAgain,
  })
  for (const entry of entries) {
    const { obligation, duty, organization } = entry
    const owner = organization.id === own.id ? undefined : organization.name
    const summary = asText(say.event(duty.title, owner))
    const event = calendar.createEvent({
      id: `${obligation.id}@alliance-bot`,
      sequence: sequenceOf(entry),
      // Not the present instant: what did not change must not look changed.
      stamp: new Date(obligation.changedAt),
      start: dayOf(obligation.due),
      allDay: true,
      summary,
      description: asText(describe(entry, locale)),
      status: calledOff.has(obligation.state) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A deadline does not make anybody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    if (unfinished.has(obligation.state)) ring(event, duty.ladder, summary)
  }
  more?.(calendar)
  return `${calendar.toString()}\r\n`
}

/** 1 January 2010, before which no obligation changed: keeps a count of seconds within RFC 5545's 31 bits until 2078. */
const counting = Date.UTC(2010, 0, 1)

/** Never falls, and rises with every change of the obligation or of its duty. */
function sequenceOf({ obligation, duty }: Entry): number {
  return Math.max(0, Math.floor((obligation.changedAt - counting) / 1000)) + duty.revision
}

function describe({ obligation, duty }: Entry, locale: Locale): string {
  const say = calendarWords[locale]
  const { state, originally, reason } = obligation
  return [
    say.state(stateWords[locale][state]),
    ...(originally === undefined ? [] : [say.extended(originally)]),
    ...(reason === undefined ? [] : [say.reason(reason)]),
    ...(duty.channel === undefined ? [] : [say.through(duty.channel)]),
    ...(duty.materials.length === 0 ? [] : [say.materials, ...duty.materials.map((it) => `- ${it}`)]),
    ...(duty.source === undefined ? [] : [say.source(duty.source.quote, duty.source.title)]),
  ].join('\n')
}

/** The last steps of the ladder, at its time of day; an event of a whole day begins at midnight of whoever reads it. */
function ring(event: ICalEvent, { before, at }: Ladder, description: string): void {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  for (const days of before.filter((it) => it <= ringsFrom)) {
    const trigger = days * 86_400 - hours * 3600 - minutes * 60
    // Said afterwards, because the library does not take it with the rest; left unsaid, it counts from the event's end.
    event
      .createAlarm({ type: ICalAlarmType.display, trigger, description })
      .relatesTo(ICalAlarmRelatesTo.start)
  }
}

/** RFC 5545, 3.3.11: a text has no control characters but tabs; line ends are written `\\n`, which the library does. */
function asText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '')
}

function dayOf(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
