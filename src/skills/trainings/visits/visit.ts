import type { Instant, LocalDate } from '../../../core/clock.ts'
import { addDays } from '../../../core/local-date.ts'
import type {
  Days,
  Hosting,
  Visit,
  VisitMove,
  VisitReport,
  VisitSide,
  VisitState,
  VisitVerb,
} from '../../../core/visit.ts'
import { roomOn } from './days.ts'

/** What somebody does, for the organization `by`. */
export type VisitEvent = { readonly by: string } & (
  | {
      /** By a guest who asked already: the same visit with other wishes, which the host answers anew. */
      readonly kind: 'ask'
      /** Of the visit, where it is a new one. */
      readonly id: string
      readonly wanted: readonly [Days, ...Days[]]
      readonly people: number
      readonly note?: string
    }
  /** The host names the days: some that were asked for, or others. */
  | { readonly kind: 'answer'; readonly visit: string; readonly days: Days }
  /** The guest says yes to the days that they were shown. */
  | { readonly kind: 'agree'; readonly visit: string; readonly days: Days }
  /** No, by whoever it is: the host declines, the guest withdraws, and what was agreed is called off. */
  | { readonly kind: 'end'; readonly visit: string; readonly reason?: string }
  | { readonly kind: 'report'; readonly visit: string; readonly report: Omit<VisitReport, 'at'> }
  /** The host takes the offer back. What was agreed stays: it is ended one by one, with its reason. */
  | { readonly kind: 'withdraw'; readonly reason?: string }
)

export interface VisitNow {
  readonly at: Instant
  readonly today: LocalDate
}

/** Why nothing came of it. */
export type VisitRefusal =
  | { readonly why: 'unknown' | 'not-yours' | 'own-offer' | 'offer-withdrawn' | 'past' | 'reason-missing' }
  /** It is not (any more) at the point where that could be done. */
  | { readonly why: 'moved-on'; readonly state: VisitState }
  | { readonly why: 'full'; readonly left: number }
  | { readonly why: 'too-early'; readonly from: LocalDate }

export type VisitOutcome = VisitMove & { readonly refused?: VisitRefusal }

const live: ReadonlySet<VisitState> = new Set(['asked', 'answered', 'agreed'])
/** Where something still has to be said: by the host, then by the guest. */
const open: ReadonlySet<VisitState> = new Set(['asked', 'answered'])

export const isLive = ({ state }: Pick<Visit, 'state'>): boolean => live.has(state)
export const isOpen = ({ state }: Pick<Visit, 'state'>): boolean => open.has(state)

/** Days after its end from which an agreed visit, of which nobody told the outcome, keeps nobody from asking again. */
const patience = 30

/** Agreed, long over, and nobody told what came of it. Pure. */
const isForgotten = ({ state, days }: Visit, today: LocalDate): boolean =>
  state === 'agreed' && days !== undefined && addDays(days.to, patience) < today

/** On which side of a visit an organization is. Pure. */
export function sideOf({ offer }: Pick<Hosting, 'offer'>, visit: Visit, by: string): VisitSide | undefined {
  return by === offer.host ? 'host' : by === visit.guest ? 'guest' : undefined
}

/**
 * The one place where an offer or a visit changes. Pure: the same book, event and day give the same move; what is refused
 * changes nothing.
 */
export function happen(hosting: Hosting, event: VisitEvent, now: VisitNow): VisitOutcome {
  if (event.kind === 'ask') return ask(hosting, event, now)
  if (event.kind === 'withdraw') return withdraw(hosting, event, now)
  const visit = hosting.visits.find((it) => it.id === event.visit)
  if (!visit) return refuse(hosting, { why: 'unknown' })
  const side = sideOf(hosting, visit, event.by)
  if (!side) return refuse(hosting, { why: 'not-yours' })
  switch (event.kind) {
    case 'answer':
      return answer(hosting, visit, side, event.days, now)
    case 'agree':
      return agree(hosting, visit, side, event.days, now)
    case 'end':
      return end(hosting, visit, side, event.reason, now)
    case 'report':
      return report(hosting, visit, side, { ...event.report, at: now.at }, now)
  }
}

function ask(hosting: Hosting, event: VisitEvent & { kind: 'ask' }, now: VisitNow): VisitOutcome {
  const { offer, visits } = hosting
  const { by, id, wanted, people, note } = event
  if (by === offer.host) return refuse(hosting, { why: 'own-offer' })
  if (offer.state === 'withdrawn') return refuse(hosting, { why: 'offer-withdrawn' })
  if (wanted.some((it) => it.from < now.today)) return refuse(hosting, { why: 'past' })
  if (people > offer.capacity) return refuse(hosting, { why: 'full', left: offer.capacity })
  const before = visits.find((it) => it.guest === by && isLive(it) && !isForgotten(it, now.today))
  if (before?.state === 'agreed') return refuse(hosting, { why: 'moved-on', state: 'agreed' })
  const after: Visit = {
    id: before?.id ?? id,
    offer: offer.id,
    guest: by,
    wanted,
    people,
    ...(note === undefined ? {} : { note }),
    askedAt: before?.askedAt ?? now.at,
    state: 'asked',
    stateSince: now.at,
    reports: {},
    revision: (before?.revision ?? 0) + 1,
  }
  return changed(hosting, 'asked', 'guest', before, after)
}

function answer(hosting: Hosting, visit: Visit, side: VisitSide, days: Days, now: VisitNow): VisitOutcome {
  if (side !== 'host') return refuse(hosting, { why: 'not-yours' })
  if (!isOpen(visit)) return refuse(hosting, { why: 'moved-on', state: visit.state })
  if (days.from < now.today) return refuse(hosting, { why: 'past' })
  const others = hosting.visits.filter((it) => it.id !== visit.id)
  const left = roomOn(days, hosting.offer.capacity, others)
  if (left < visit.people) return refuse(hosting, { why: 'full', left })
  // Pressed twice: the guest has been told.
  if (visit.state === 'answered' && sameDays(visit.days, days)) return { ...hosting, changes: [] }
  return moved(hosting, visit, 'answered', side, { days }, now)
}

function agree(hosting: Hosting, visit: Visit, side: VisitSide, days: Days, now: VisitNow): VisitOutcome {
  if (side !== 'guest') return refuse(hosting, { why: 'not-yours' })
  if (visit.state === 'agreed' && sameDays(visit.days, days)) return { ...hosting, changes: [] }
  // A button of before the host named other days says yes to what is no longer so.
  if (visit.state !== 'answered' || !sameDays(visit.days, days))
    return refuse(hosting, { why: 'moved-on', state: visit.state })
  if (days.from < now.today) return refuse(hosting, { why: 'past' })
  return moved(hosting, visit, 'agreed', side, {}, now)
}

function end(
  hosting: Hosting,
  visit: Visit,
  side: VisitSide,
  reason: string | undefined,
  now: VisitNow,
): VisitOutcome {
  if (!isLive(visit)) return refuse(hosting, { why: 'moved-on', state: visit.state })
  // Whoever takes back a promise, or says no to somebody who asked, says why.
  if (reason === undefined && (visit.state === 'agreed' || side === 'host'))
    return refuse(hosting, { why: 'reason-missing' })
  const state = visit.state === 'agreed' ? 'called-off' : side === 'host' ? 'declined' : 'withdrawn'
  return moved(hosting, visit, state, side, { ended: endedBy(side, reason) }, now)
}

function report(
  hosting: Hosting,
  visit: Visit,
  side: VisitSide,
  told: VisitReport,
  now: VisitNow,
): VisitOutcome {
  const { state, days } = visit
  if ((state !== 'agreed' && state !== 'held') || !days) return refuse(hosting, { why: 'moved-on', state })
  if (now.today < days.from) return refuse(hosting, { why: 'too-early', from: days.from })
  const reports = { ...visit.reports, [side]: told }
  if (state === 'agreed') return moved(hosting, visit, 'held', side, { reports }, now)
  const after = { ...visit, reports, revision: visit.revision + 1 }
  return changed(hosting, 'reported', side, visit, after)
}

function withdraw(hosting: Hosting, event: VisitEvent & { kind: 'withdraw' }, now: VisitNow): VisitOutcome {
  if (event.by !== hosting.offer.host) return refuse(hosting, { why: 'not-yours' })
  if (hosting.offer.state === 'withdrawn') return { ...hosting, changes: [] }
  const { reason } = event
  const offer = { ...hosting.offer, state: 'withdrawn' as const, ...(reason === undefined ? {} : { reason }) }
  return hosting.visits.filter(isOpen).reduce<VisitOutcome>(
    (so, visit) => {
      const next = moved(so, visit, 'declined', 'host', { ended: endedBy('host', reason) }, now)
      return { ...next, changes: [...so.changes, ...next.changes] }
    },
    { offer, visits: hosting.visits, changes: [] },
  )
}

function moved(
  hosting: Hosting,
  visit: Visit,
  state: VisitState,
  by: VisitSide,
  change: Partial<Visit>,
  { at }: VisitNow,
): VisitOutcome {
  const after = { ...visit, ...change, state, stateSince: at, revision: visit.revision + 1 }
  return changed(hosting, state, by, visit, after)
}

function changed(
  { offer, visits }: Hosting,
  verb: VisitVerb,
  by: VisitSide,
  before: Visit | undefined,
  after: Visit,
): VisitOutcome {
  return {
    offer,
    visits: before ? visits.map((it) => (it.id === after.id ? after : it)) : [...visits, after],
    changes: [{ verb, by, ...(before ? { before } : {}), after }],
  }
}

function refuse({ offer, visits }: Hosting, refused: VisitRefusal): VisitOutcome {
  return { offer, visits, changes: [], refused }
}

const endedBy = (by: VisitSide, reason?: string) => ({ by, ...(reason === undefined ? {} : { reason }) })

const sameDays = (one: Days | undefined, other: Days): boolean =>
  one?.from === other.from && one.to === other.to
