import type { Instant, LocalDate } from './clock.ts'

/** Days from the first to the last, both included. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** `visit` 互访: people come and see; `shadowing` 跟岗: they work along with their hosts. */
export type VisitKind = 'visit' | 'shadowing'

/** What a zone has to show, and when others may come. */
export interface VisitOffer {
  readonly id: string
  /** An organization's id. */
  readonly host: string
  readonly kind: VisitKind
  readonly topic: string
  readonly place?: string
  /** In their order, at least one; a guest may ask for others. */
  readonly dates: readonly Days[]
  /** People who can be received on one day, of all guests together. */
  readonly capacity: number
  readonly state: 'open' | 'withdrawn'
  /** Why it was withdrawn. */
  readonly reason?: string
  readonly offeredAt: Instant
}

/**
 * How far two zones are with one visit: `asked` by the guest; `answered` by the host with days, which hold their places;
 * `agreed` by the guest, so that it stands in both calendars; `held` once either side told that it took place. Or it came
 * to nothing: `declined` by the host, `withdrawn` by the guest before it was agreed, `called-off` by either side after.
 */
export type VisitState = 'asked' | 'answered' | 'agreed' | 'held' | 'declined' | 'withdrawn' | 'called-off'

export type VisitSide = 'host' | 'guest'

/** What one side tells of a visit that took place. */
export interface VisitReport {
  /** 1 to 5. */
  readonly mark: number
  /** What came of it, for the annual report. */
  readonly outcome: string
  /** People who came, as the one who tells it counted them. */
  readonly people: number
  readonly at: Instant
}

/** One zone's visit to another, from the asking on. */
export interface Visit {
  readonly id: string
  readonly offer: string
  /** An organization's id. */
  readonly guest: string
  /** The days that the guest asked for, the best first; at least one. */
  readonly wanted: readonly Days[]
  readonly people: number
  /** Who comes, and what they want to see, in the guest's words. */
  readonly note?: string
  /** When they first asked. */
  readonly askedAt: Instant
  readonly state: VisitState
  readonly stateSince: Instant
  /** Since the host answered. */
  readonly days?: Days
  /** Why it came to nothing, and by whom. */
  readonly ended?: { readonly by: VisitSide; readonly reason?: string }
  readonly reports: Readonly<Partial<Record<VisitSide, VisitReport>>>
  /** Counts its changes, from 1. */
  readonly revision: number
}

/** An offer with everybody who ever asked for it. */
export interface Hosting {
  readonly offer: VisitOffer
  /** In the order in which they asked. */
  readonly visits: readonly Visit[]
}

/** What happened to one visit; `reported` by one of the two. */
export type VisitVerb = VisitState | 'reported'

export interface VisitChange {
  readonly verb: VisitVerb
  /** Whose doing it was. */
  readonly by: VisitSide
  readonly before?: Visit
  readonly after: Visit
}

/** What came of something that was done: the offer and its visits as they then are, and the changes in their order. */
export interface VisitMove extends Hosting {
  readonly changes: readonly VisitChange[]
}
