import type { Organization } from '../../../core/caller.ts'
import type { LocalDate } from '../../../core/clock.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import type { Hosting, Visit, VisitOffer, VisitReport } from '../../../core/visit.ts'

/** One visit that took place, as the annual report tells of it. */
export interface HeldVisit {
  readonly offer: VisitOffer
  readonly visit: Visit
  /** As the host counted them, else the guest, else as they were asked for. */
  readonly people: number
  readonly outcomes: readonly string[]
}

/** What became of visits in a year. A visit belongs to the year of its first day, an offer to the year it was made in. */
export interface VisitFigures {
  readonly year: number
  readonly offers: number
  /** Zones that made one. */
  readonly offering: number
  readonly asked: number
  readonly held: readonly HeldVisit[]
  readonly people: number
  readonly hosts: number
  readonly guests: number
  /** Visits over the border of a province. */
  readonly acrossProvinces: number
  readonly calledOff: number
  /** Agreed and over, but neither side has told that it took place: not counted as held. */
  readonly untold: number
  /** To one decimal; absent where nobody gave a mark. */
  readonly mark?: number
}

/** The figures of a year, for the annual report. Pure. */
export function visitFigures(
  all: readonly Hosting[],
  year: number,
  organizations: readonly Organization[],
  today: LocalDate,
): VisitFigures {
  const provinceOf = new Map(organizations.map((it) => [it.id, it.province]))
  const offers = all.filter(({ offer }) => yearOf(dayAt(offer.offeredAt)) === year).map((it) => it.offer)
  const visits = all.flatMap(({ offer, visits }) => visits.map((visit) => ({ offer, visit })))
  const ofYear = visits.filter(({ visit }) => visit.days && yearOf(visit.days.from) === year)
  const held = ofYear.filter(({ visit }) => visit.state === 'held').map(heldOf)
  const marks = held.flatMap(({ visit }) => reportsOf(visit).map((it) => it.mark))
  return {
    year,
    offers: offers.length,
    offering: new Set(offers.map((it) => it.host)).size,
    asked: visits.filter(({ visit }) => yearOf(dayAt(visit.askedAt)) === year).length,
    held,
    people: held.reduce((sum, it) => sum + it.people, 0),
    hosts: new Set(held.map((it) => it.offer.host)).size,
    guests: new Set(held.map((it) => it.visit.guest)).size,
    acrossProvinces: held.filter((it) => provinceOf.get(it.offer.host) !== provinceOf.get(it.visit.guest))
      .length,
    calledOff: ofYear.filter(({ visit }) => visit.state === 'called-off').length,
    untold: ofYear.filter(({ visit: { state, days } }) => state === 'agreed' && days && days.to < today)
      .length,
    ...(marks.length === 0
      ? {}
      : { mark: Math.round((marks.reduce((sum, it) => sum + it, 0) / marks.length) * 10) / 10 }),
  }
}

function heldOf({ offer, visit }: { readonly offer: VisitOffer; readonly visit: Visit }): HeldVisit {
  const { host, guest } = visit.reports
  return {
    offer,
    visit,
    people: host?.people ?? guest?.people ?? visit.people,
    outcomes: reportsOf(visit).map((it) => it.outcome),
  }
}

function reportsOf({ reports: { host, guest } }: Visit): readonly VisitReport[] {
  return [host, guest].filter((it) => it !== undefined)
}
