import { type Instant, type LocalDate, OFFICE_ZONE } from './clock.ts'

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const offset = /(Z|[+-]\d{2}:?\d{2})$/i

/** The text as a calendar day, or undefined where it is none (2014-02-30 is none). Pure. */
export function readLocalDate(text: string): LocalDate | undefined {
  if (!isoDate.test(text)) return undefined
  const instant = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text ? undefined : text
}

/**
 * The text as an instant: ISO 8601, with an offset or, where it has none, in the office's time zone
 * (`2014-06-30` is midnight in Beijing, `2014-06-30T09:00` nine o'clock there). Pure.
 */
export function readInstant(text: string): Instant | undefined {
  // China has had one zone without daylight saving since 1991, so the offset is a constant.
  const full = isoDate.test(text) ? `${text}T00:00:00+08:00` : offset.test(text) ? text : `${text}+08:00`
  const instant = Date.parse(full)
  return Number.isNaN(instant) ? undefined : instant
}

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: OFFICE_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as the office's wall shows it: `2014-06-30 09:00`. Pure. */
export function localTime(at: Instant): string {
  return format.format(at)
}
