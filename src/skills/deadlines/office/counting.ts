import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import { isOverdue } from '../draw-entry.ts'
import type { Entry } from '../entries.ts'
import { stateWords } from '../state-words.ts'
import { words } from '../words.ts'

/** How far a set of obligations is. What is overdue is counted there alone, so that the columns add up. */
export interface Counts {
  readonly open: number
  readonly preparing: number
  readonly filed: number
  readonly confirmed: number
  readonly received: number
  readonly overdue: number
  readonly all: number
}

/** Stands where nothing is to be seen, so that the eye finds what is. */
const nothing = '–'

const columns = ['open', 'preparing', 'filed', 'confirmed', 'received', 'overdue'] as const

/** What is waived or put off is owed by nobody and not counted. Pure. */
export function countsOf(entries: readonly Entry[], today: LocalDate): Counts {
  const counts = { open: 0, preparing: 0, filed: 0, confirmed: 0, received: 0, overdue: 0, all: 0 }
  for (const { obligation } of entries) {
    const { state } = obligation
    if (state === 'waived' || state === 'suspended') continue
    counts.all += 1
    counts[isOverdue(obligation, today) ? 'overdue' : state] += 1
  }
  return counts
}

/** The counts beside their names, in the order of the columns; what is none is not worth a word. Pure. */
export function namedCounts(
  counts: Counts,
  locale: Locale,
): readonly (readonly [label: string, count: number])[] {
  return columns
    .filter((it) => counts[it] > 0)
    .map((it) => [it === 'overdue' ? words[locale].overdue : stateWords[locale][it], counts[it]])
}

/** A row of a board: the counts in the order of the columns, then their sum. Pure. */
export function countCells(counts: Counts): readonly string[] {
  return [...columns, 'all' as const].map((it) => (counts[it] === 0 ? nothing : String(counts[it])))
}
