import type { Instant, LocalDate } from './clock.ts'

/**
 * Duty ids, zone ids, organization ids are plain text. A period names one instance of a duty by what stays the same when
 * its date is moved: the year (`2014`), a campaign's batch (`首批`), or `once`.
 */

/** `MM-DD`; 02-29 means the last of February where a year has no 29th. */
export type DayOfYear = string

/** A year in a zone's life that dates are counted from. */
export type Milestone = 'founded' | 'accepted'

/** What a document says outright of a group of zones, e.g. 表1: its 25 zones are full five years in 2014. */
export interface StatedYear {
  /** The register's cohort, e.g. `2014验收`. */
  readonly cohort: string
  /** The year in which the duty falls due for it. */
  readonly due: number
  readonly words: string
  readonly file: string
}

/** When a duty falls due. A legal date never moves to a workday. */
export type DateRule =
  /** Once, on that date. */
  | { readonly kind: 'once'; readonly date: LocalDate }
  /** Every year on that day, first in `from`, last in `until` where there is an end. */
  | { readonly kind: 'yearly'; readonly day: DayOfYear; readonly from: number; readonly until?: number }
  /** In the year in which `years` are full since the milestone, on that day; what a document states outright goes before. */
  | {
      readonly kind: 'after'
      readonly milestone: Milestone
      readonly years: number
      /** Absent while the documents name the year alone; the office sets one before it goes live. */
      readonly day?: DayOfYear
      readonly stated?: readonly StatedYear[]
    }
  /** Batches with dates of their own; a batch without an audience is for the whole audience of the duty. */
  | { readonly kind: 'campaign'; readonly batches: readonly Batch[] }
  /** So many days after (negative: before) the day of an event that is named elsewhere (a training, a meeting). */
  | { readonly kind: 'event'; readonly event: string; readonly on: LocalDate; readonly days: number }
  /** The documents ask for it and name no day; the office sets one before it goes live. */
  | { readonly kind: 'unset' }

export interface Batch {
  readonly name: string
  readonly date: LocalDate
  readonly audience?: Audience
}

/** Whom a duty concerns. Conditions that all must hold; an absent one admits everybody. Values are the register's words. */
export interface Audience {
  /** Each zone, each provincial department, or both; a condition that only zones can meet does not leave out departments. */
  readonly of: 'zones' | 'provinces' | 'both'
  readonly provinces?: readonly string[]
  readonly regions?: readonly string[]
  readonly types?: readonly string[]
  readonly levels?: readonly string[]
  readonly cohorts?: readonly string[]
  readonly statuses?: readonly string[]
  /** Zones whose status is one of these are left out, e.g. 不再作为实验区. */
  readonly notStatuses?: readonly string[]
  readonly founded?: { readonly from?: number; readonly until?: number }
  /** An explicit list of zone ids (or provinces); goes with the other conditions. */
  readonly only?: readonly string[]
}

/** When people are reminded. Days before the due date are calendar days; days after it are workdays. */
export interface Ladder {
  /** Days before the due date, e.g. 60, 30, 14, 7, 3, 1, 0. */
  readonly before: readonly number[]
  /** Workdays after the due date, e.g. 1, 7, 14. */
  readonly after: readonly number[]
  /** Local time of day, `HH:MM`. */
  readonly at: string
  /** From so many workdays before the due date on, the province is copied. */
  readonly copyProvinceFrom: number
  /** From so many workdays after the due date on, the office is copied. */
  readonly copyOfficeFrom: number
}

/** The default ladder; a duty may have its own. */
export const usualLadder: Ladder = {
  before: [60, 30, 14, 7, 3, 1, 0],
  after: [1, 7, 14],
  at: '09:00',
  copyProvinceFrom: 7,
  copyOfficeFrom: 1,
}

/** Where a rule comes from: the words of a document, verbatim. */
export interface DutySource {
  readonly file: string
  readonly title: string
  readonly path?: string
  readonly quote: string
}

/** A rule that somebody owes something by some date. Data, written by the office or proposed out of a document. */
export interface Duty {
  readonly id: string
  readonly title: string
  /** An open set: acceptance, annual-report, statistics, survey, application, evaluation, … */
  readonly kind: string
  readonly audience: Audience
  readonly rule: DateRule
  readonly ladder: Ladder
  /** What has to be handed in. */
  readonly materials: readonly string[]
  /** Through whom, e.g. 经省级科技主管部门. */
  readonly channel?: string
  readonly source?: DutySource
  /** `draft`: nobody hears of it; `live`: it binds; `retired`: it was called off, and what it made is kept. */
  readonly state: 'draft' | 'live' | 'retired'
  /** When it went live. */
  readonly liveSince?: Instant
  /** Counts its changes. */
  readonly revision: number
}

/**
 * Where an obligation stands. `open` 未开始, `preparing` 准备中, `filed` 已提交 (said by the zone), `confirmed` 已确认 (by the
 * province), `received` (by the office), `waived` 免交, `suspended` 暂缓 (owed again in the next period).
 * Overdue is no state: it follows from the date.
 */
export type ObligationState =
  | 'open'
  | 'preparing'
  | 'filed'
  | 'confirmed'
  | 'received'
  | 'waived'
  | 'suspended'

/** States in which the ladder goes on. */
export const unfinished: ReadonlySet<ObligationState> = new Set(['open', 'preparing'])

/** One organization's instance of a duty. */
export interface Obligation {
  readonly id: string
  readonly duty: string
  /** The organization that owes it. */
  readonly organization: string
  readonly period: string
  /** By when, extensions included. */
  readonly due: LocalDate
  /** By when the rule says, where it was extended. */
  readonly originally?: LocalDate
  readonly state: ObligationState
  /**
   * The ladder counts from here: when the obligation was created, rescheduled or reopened. Steps before that are not sent.
   */
  readonly since: Instant
  /** When its state or date last changed; a notice planned before that is looked at again. */
  readonly changedAt: Instant
  /** Why it was extended, waived, suspended or sent back. */
  readonly reason?: string
  /** Waived because no rule makes it any more; it is open again when one does. */
  readonly lapsed?: true
}
