import type { Training } from '../../../core/training.ts'
import type { Days, Hosting, Visit, VisitOffer } from '../../../core/visit.ts'
import { overlap } from './days.ts'

/** Something else that an organization has on the same days. */
export type Clash =
  | { readonly visit: Visit; readonly offer: VisitOffer; readonly days: Days }
  | { readonly training: Training; readonly days: Days }

/**
 * What else an organization has on those days: visits that are agreed or wait for the guest's word, on either side, and
 * trainings in which its people have a seat. It is told and forbids nothing: a zone has more than one person. Pure.
 * @param but the visit that it is about
 */
export function clashesOf(
  organization: string,
  days: Days,
  all: readonly Hosting[],
  trainings: readonly Training[],
  but?: string,
): readonly Clash[] {
  const visits = all.flatMap(({ offer, visits }) =>
    visits.flatMap((visit): readonly Clash[] => {
      const its = offer.host === organization || visit.guest === organization
      const stands = visit.state === 'agreed' || visit.state === 'answered'
      if (!its || !stands || visit.id === but || !visit.days || !overlap(visit.days, days)) return []
      return [{ visit, offer, days: visit.days }]
    }),
  )
  const seats = trainings
    .map((training) => ({ training, days: { from: training.starts, to: training.ends } }))
    .filter((it) => it.training.state === 'published' && overlap(it.days, days))
  return [...visits, ...seats].sort((a, b) => (a.days.from < b.days.from ? -1 : 1))
}
