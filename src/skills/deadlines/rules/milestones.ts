import type { RegisteredZone } from '../../../core/audience.ts'
import type { DateRule, Milestone } from '../../../core/duty.ts'

/** A source of the year in which something falls due, e.g. `settled` by the office. */
export interface YearSource {
  readonly from: 'settled' | 'stated' | 'register'
  /** The year in which the duty falls due by it. */
  readonly due: number
  /** The words of the document, where one states it. */
  readonly words?: string
  readonly file?: string
}

/** Sources that disagree; the first one counts. */
export interface Contradiction {
  readonly duty: string
  readonly organization: string
  readonly milestone: Milestone
  readonly sources: readonly YearSource[]
}

/**
 * The year in which a duty counted from a milestone falls due for a zone. The first source that is there counts: what
 * the office settled, what a document states outright of the zone's cohort, the cell of the register.
 * @param settled the milestone's year, where the office settled it
 * @returns undefined where nobody knows
 */
export function dueYearOf(
  rule: Extract<DateRule, { kind: 'after' }>,
  zone: Pick<RegisteredZone, 'cohort' | 'founded'>,
  settled: number | undefined,
):
  | { readonly due: number; readonly contradicts: boolean; readonly sources: readonly YearSource[] }
  | undefined {
  const sources: YearSource[] = []
  if (settled !== undefined) sources.push({ from: 'settled', due: settled + rule.years })
  for (const { cohort, due, words, file } of rule.stated ?? [])
    if (cohort === zone.cohort) sources.push({ from: 'stated', due, words, file })
  // The register has no cell for the year of acceptance: that one is settled by the office when it approves.
  if (rule.milestone === 'founded' && zone.founded !== undefined)
    sources.push({ from: 'register', due: zone.founded + rule.years })
  const [first] = sources
  return first && { due: first.due, contradicts: sources.some((it) => it.due !== first.due), sources }
}
