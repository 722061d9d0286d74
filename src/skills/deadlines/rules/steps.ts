import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Ladder } from '../../../core/duty.ts'
import { addDays, instantAt } from '../../../core/local-date.ts'
import type { Workdays } from '../../../core/workdays.ts'

/** One reminder of a ladder for one due date. */
export interface Step {
  /** `T-30`, `T-0`, `T+7` */
  readonly name: string
  /** Positive before the due date (calendar days), negative after it (workdays). */
  readonly left: number
  readonly date: LocalDate
  readonly at: Instant
  readonly copiesProvince: boolean
  readonly copiesOffice: boolean
}

/** The steps of a ladder for a due date, oldest first. */
export type StepsOf = (ladder: Ladder, due: LocalDate) => readonly Step[]

/**
 * Steps under a calendar of workdays. Whoever plans asks for the same few pairs again and again, so they are kept.
 *
 * Only the day of a notice moves to a workday, and only to an earlier one: a reminder after the weekend may be too late.
 */
export function stepsUnder(workdays: Workdays): StepsOf {
  const kept = new WeakMap<Ladder, Map<LocalDate, readonly Step[]>>()
  return (ladder, due) => {
    const ofLadder = kept.get(ladder) ?? new Map<LocalDate, readonly Step[]>()
    const known = ofLadder.get(due)
    if (known) return known
    const steps = makeSteps(ladder, due, workdays)
    kept.set(ladder, ofLadder.set(due, steps))
    return steps
  }
}

function makeSteps(ladder: Ladder, due: LocalDate, workdays: Workdays): readonly Step[] {
  const before = [...new Set(ladder.before)]
    .sort((a, b) => b - a)
    .map((days): Step => {
      const date = workdays.onOrBefore(addDays(due, -days))
      return {
        name: `T-${days}`,
        left: days,
        date,
        at: instantAt(date, ladder.at),
        copiesProvince: workdays.between(date, due) <= ladder.copyProvinceFrom,
        copiesOffice: false,
      }
    })
  const after = [...new Set(ladder.after)]
    .sort((a, b) => a - b)
    .map((days): Step => {
      const date = workdays.add(due, days)
      return {
        name: `T+${days}`,
        left: -days,
        date,
        at: instantAt(date, ladder.at),
        copiesProvince: true,
        copiesOffice: days >= ladder.copyOfficeFrom,
      }
    })
  return [...before, ...after]
}
