import { type Instant, OFFICE_ZONE } from '../../core/clock.ts'

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: OFFICE_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as the office's wall shows it: `2014-06-30 09:00`. Pure. */
export function localTime(at: Instant): string {
  return format.format(at)
}
