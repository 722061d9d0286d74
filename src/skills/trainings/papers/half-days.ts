import type { LocalDate } from '../../../core/clock.ts'
import { addDays } from '../../../core/local-date.ts'
import type { Training } from '../../../core/training.ts'

export type Half = 'morning' | 'afternoon' | 'evening'

/** A part of a day for which people sign. */
export interface HalfDay {
  readonly day: LocalDate
  readonly half: Half
}

type Programme = Pick<Training, 'starts' | 'ends' | 'sessions'>

/**
 * The half days on which there is something: a session from 08:30 to 16:30 is two of them. Where the programme is not
 * known yet, the mornings and afternoons of all days. Pure.
 */
export function halfDaysOf({ starts, ends, sessions }: Programme): readonly HalfDay[] {
  if (sessions.length === 0)
    return daysBetween(starts, ends).flatMap((day) => halvesOn(day, '08:30', '17:00'))
  const all = sessions.flatMap(({ day, from, until }) => halvesOn(day, from, until))
  const found = new Map(all.map((it) => [`${it.day} ${order.indexOf(it.half)}`, it]))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it)
}

const order: readonly Half[] = ['morning', 'afternoon', 'evening']

/** Noon, and the end of the afternoon's work; a session that ends at the lunch hour is the morning's. */
function halvesOn(day: LocalDate, from: string, until: string): readonly HalfDay[] {
  // A session over midnight goes on until the end of its day.
  const end = until <= from ? '24:00' : until
  const halves: Half[] = []
  if (from < '12:00') halves.push('morning')
  if (from < '18:00' && end > '13:00') halves.push('afternoon')
  if (end > '18:30') halves.push('evening')
  return (halves.length === 0 ? ['afternoon' as const] : halves).map((half) => ({ day, half }))
}

function daysBetween(starts: LocalDate, ends: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = starts; day <= ends; day = addDays(day, 1)) days.push(day)
  return days
}
