import type { LocalDate } from '../../../core/clock.ts'
import { addDays } from '../../../core/local-date.ts'
import type { Days, Visit } from '../../../core/visit.ts'

/** Calendar days and who is there on them. Pure. */

export function overlap(one: Days, other: Days): boolean {
  return one.from <= other.to && other.from <= one.to
}

/** Every day of it, in order. */
export function daysIn({ from, to }: Days): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Places on the fullest of those days that nobody holds; a visit holds its own from the host's answer on. */
export function roomOn(days: Days, capacity: number, visits: readonly Visit[]): number {
  const holding = visits.filter(
    (it) => it.state === 'answered' || it.state === 'agreed' || it.state === 'held',
  )
  const taken = daysIn(days).map((day) =>
    holding
      .filter((it) => it.days && overlap(it.days, { from: day, to: day }))
      .reduce((sum, it) => sum + it.people, 0),
  )
  return capacity - Math.max(0, ...taken)
}
