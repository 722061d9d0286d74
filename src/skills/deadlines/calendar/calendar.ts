import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Organization } from '../../../core/caller.ts'
import type { Instant, LocalDate } from '../../../core/clock.ts'
import { type Duty, type Ladder, type ObligationState, unfinished } from '../../../core/duty.ts'
import { groupedBy } from '../../../core/grouped.ts'
import { addDays } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { shortName } from '../board.ts'
import type { Entry } from '../entries.ts'
import { stateWords } from '../state-words.ts'
import { calendarWords } from './calendar-words.ts'

/** How often a calendar should look again, in seconds; Outlook and Apple follow it, Google looks when it likes. */
const lookAgain = 3600

/** A calendar rings in the last week only: the earlier steps of the ladder are told in the chat. Days. */
const ringsFrom = 7

/** Not owed on that day (any more). */
const calledOff: ReadonlySet<ObligationState> = new Set(['waived', 'suspended'])

/** So many zones that have not filed are named in one event of the office. */
const mostNamed = 40

/**
 * What is owed as an iCalendar file (RFC 5545): one all-day event an obligation, on the day it is due; for the office one
 * for all that owe one thing by one day. Pure: the same entries give the same bytes.
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
    // Old Outlooks take a file without a method for a meeting that nobody called.
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'alliance-bot', product: 'deadlines', language: locale === 'en' ? 'EN' : 'ZH' },
    ttl: lookAgain,
  })
  const ofDuty = groupedBy(entries, (it) => it.duty.id)
  const together = groupedBy(entries, ({ obligation: { id, duty, period, due } }) =>
    own.kind === 'office' ? `${duty}/${period}/${due}` : id,
  )
  for (const [id, its] of together) {
    const [one, another] = its
    if (!one) continue
    const shown = another
      ? // Whoever leaves the day takes their change along: counted over the whole duty, the sequence never falls.
        { id, ...drawMany(its, locale), changed: ofDuty.get(one.duty.id) ?? its }
      : { id: one.obligation.id, ...drawOne(one, own, locale), changed: its }
    const summary = asText(shown.summary)
    const changedAt = Math.max(...shown.changed.map((it) => it.obligation.changedAt))
    const event = calendar.createEvent({
      id: `${shown.id}@alliance-bot`,
      sequence: sequenceOf(changedAt, one.duty.revision),
      // Not the present instant: what did not change must not look changed.
      stamp: new Date(changedAt),
      start: dayOf(one.obligation.due),
      // The day after: the end of an event of whole days is not part of it (RFC 5545, 3.6.1).
      end: dayOf(addDays(one.obligation.due, 1)),
      allDay: true,
      summary,
      description: asText(shown.description),
      status: its.every(isCalledOff) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A deadline does not make anybody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    if (its.some(isOpen)) ring(event, one.duty.ladder, summary)
  }
  more?.(calendar)
  return `${calendar.toString()}\r\n`
}

const isOpen = ({ obligation }: Entry) => unfinished.has(obligation.state)
const isCalledOff = ({ obligation }: Entry) => calledOff.has(obligation.state)

/** 1 January 2010, before which no obligation changed: keeps a count of seconds within RFC 5545's 31 bits until 2078. */
const counting = Date.UTC(2010, 0, 1)

/** Never falls, and rises with every change of the obligation or of its duty. */
function sequenceOf(changedAt: Instant, revision: number): number {
  return Math.max(0, Math.floor((changedAt - counting) / 1000)) + revision
}

interface Drawn {
  readonly summary: string
  readonly description: string
}

function drawOne(entry: Entry, own: Organization, locale: Locale): Drawn {
  const { duty, organization } = entry
  const owner = organization.id === own.id ? undefined : organization.name
  return { summary: calendarWords[locale].event(duty.title, owner), description: describe(entry, locale) }
}

/** Of several that owe one thing by one day: how many, how far they are, and who has not filed. */
function drawMany(its: readonly Entry[], locale: Locale): Drawn {
  const say = calendarWords[locale]
  const [first] = its
  const states = [...groupedBy(its, (it) => it.obligation.state)]
  const open = its.filter(isOpen).map(shortName)
  return {
    summary: say.together(first?.duty.title ?? '', its.filter((it) => !isCalledOff(it)).length),
    description: [
      ...states.map(([state, of]) => say.count(stateWords[locale][state], of.length)),
      ...(open.length === 0 ? [] : [say.open(open.slice(0, mostNamed), open.length)]),
      ...(first ? sharedLines(first.duty, locale) : []),
    ].join('\n'),
  }
}

function describe({ obligation, duty }: Entry, locale: Locale): string {
  const say = calendarWords[locale]
  const { state, originally, reason } = obligation
  return [
    say.state(stateWords[locale][state]),
    ...(originally === undefined ? [] : [say.extended(originally)]),
    ...(reason === undefined ? [] : [say.reason(reason)]),
    ...sharedLines(duty, locale),
  ].join('\n')
}

/** What is the same for all that owe it. */
function sharedLines(duty: Duty, locale: Locale): readonly string[] {
  const say = calendarWords[locale]
  return [
    ...(duty.channel === undefined ? [] : [say.through(duty.channel)]),
    ...(duty.materials.length === 0 ? [] : [say.materials, ...duty.materials.map((it) => `- ${it}`)]),
    ...(duty.source === undefined ? [] : [say.source(duty.source.quote, duty.source.title)]),
  ]
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
