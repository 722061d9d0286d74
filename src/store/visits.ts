import type { Kysely, Selectable } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Days, Hosting, Visit, VisitMove, VisitOffer, VisitReport } from '../core/visit.ts'
import { recordChange, type Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import type { Tables } from './tables.ts'

interface VisitOfferTable {
  id: string
  host: string
  kind: VisitOffer['kind']
  topic: string
  place: string | null
  /** JSON. */
  dates: string
  capacity: number
  state: VisitOffer['state']
  reason: string | null
  offered_at: Instant
}

interface VisitTable {
  id: string
  offer: string
  guest: string
  /** JSON. */
  wanted: string
  people: number
  note: string | null
  asked_at: Instant
  state: Visit['state']
  state_since: Instant
  days_from: LocalDate | null
  days_to: LocalDate | null
  ended_by: 'host' | 'guest' | null
  reason: string | null
  /** JSON, both. */
  host_report: string | null
  guest_report: string | null
  revision: number
}

export interface VisitTables {
  visit_offers: VisitOfferTable
  visits: VisitTable
}

export interface Visits {
  offer(offer: VisitOffer, stamp: Stamp): Promise<void>
  /**
   * The one way in which an offer or a visit changes: both are read, `move` says what comes of it, and what came of it is
   * kept together with its entry in the audit and with the deliveries that tell of it, all in one transaction.
   * @param move pure, it runs inside the transaction
   * @param tell the deliveries, of the move as it was made; pure, as well
   * @returns what `move` gave; undefined where there is no such offer
   */
  act<M extends VisitMove>(
    offer: string,
    move: (hosting: Hosting) => M,
    stamp: Stamp,
    tell?: (moved: M) => readonly OutboxItem[],
  ): Promise<M | undefined>
  find(offer: string): Promise<Hosting | undefined>
  /** The offer under which that visit was asked for, with all its visits. */
  findByVisit(visit: string): Promise<Hosting | undefined>
  /** By when they were offered. @param of those that this organization hosts or has asked for */
  list(filter?: { readonly of?: string }): Promise<readonly Hosting[]>
}

export function makeVisits(db: Kysely<Tables>): Visits {
  return {
    offer: (offer, stamp) =>
      db.transaction().execute(async (tx) => {
        await tx.insertInto('visit_offers').values(rowOfOffer(offer)).execute()
        const { id: subject, host: organization, ...after } = offer
        await recordChange(tx, { action: 'visit.offer', subject, organization, after }, stamp)
      }),

    act: (offer, move, stamp, tell) =>
      db.transaction().execute(async (tx) => {
        const before = await hostingOf(tx, offer)
        if (!before) return undefined
        const moved = move(before)
        if (moved.offer.state !== before.offer.state) await rewriteOffer(tx, before.offer, moved.offer, stamp)
        for (const change of moved.changes) {
          await write(tx, change.after)
          await recordChange(
            tx,
            {
              action: `visit.${change.verb}`,
              subject: change.after.id,
              organization: change.by === 'host' ? moved.offer.host : change.after.guest,
              ...(change.before ? { before: outlineOf(change.before) } : {}),
              after: outlineOf(change.after),
            },
            stamp,
          )
        }
        for (const it of tell?.(moved) ?? []) await addDelivery(tx, it, stamp.at)
        return moved
      }),

    // Transactions, so that nothing happens between the two reads.
    find: (offer) => db.transaction().execute((tx) => hostingOf(tx, offer)),

    findByVisit: (visit) =>
      db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('visits').select('offer').where('id', '=', visit).executeTakeFirst()
        return row && hostingOf(tx, row.offer)
      }),

    list: ({ of } = {}) =>
      db.transaction().execute(async (tx) => {
        let offers = tx.selectFrom('visit_offers').selectAll()
        if (of !== undefined)
          offers = offers.where((it) =>
            it.or([
              it('host', '=', of),
              it('id', 'in', it.selectFrom('visits').select('offer').where('guest', '=', of)),
            ]),
          )
        const rows = await offers.orderBy('offered_at').orderBy('id').execute()
        if (rows.length === 0) return []
        const ids = rows.map((it) => it.id)
        const visits = await tx
          .selectFrom('visits')
          .selectAll()
          .where('offer', 'in', ids)
          .orderBy('asked_at')
          .orderBy('id')
          .execute()
        return rows.map((row) => ({
          offer: offerOf(row),
          visits: visits.filter((it) => it.offer === row.id).map(visitOf),
        }))
      }),
  }
}

async function hostingOf(tx: Kysely<Tables>, id: string): Promise<Hosting | undefined> {
  const row = await tx.selectFrom('visit_offers').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const visits = await tx
    .selectFrom('visits')
    .selectAll()
    .where('offer', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return { offer: offerOf(row), visits: visits.map(visitOf) }
}

async function rewriteOffer(tx: Kysely<Tables>, before: VisitOffer, after: VisitOffer, stamp: Stamp) {
  const { state, reason } = after
  await tx
    .updateTable('visit_offers')
    .set({ state, reason: reason ?? null })
    .where('id', '=', after.id)
    .execute()
  await recordChange(
    tx,
    {
      action: 'visit.offer',
      subject: after.id,
      organization: after.host,
      before: { state: before.state },
      after: { state },
    },
    stamp,
  )
}

async function write(tx: Kysely<Tables>, it: Visit): Promise<void> {
  const json = (report: VisitReport | undefined) => (report ? JSON.stringify(report) : null)
  const row: VisitTable = {
    id: it.id,
    offer: it.offer,
    guest: it.guest,
    wanted: JSON.stringify(it.wanted),
    people: it.people,
    note: it.note ?? null,
    asked_at: it.askedAt,
    state: it.state,
    state_since: it.stateSince,
    days_from: it.days?.from ?? null,
    days_to: it.days?.to ?? null,
    ended_by: it.ended?.by ?? null,
    reason: it.ended?.reason ?? null,
    host_report: json(it.reports.host),
    guest_report: json(it.reports.guest),
    revision: it.revision,
  }
  await tx
    .insertInto('visits')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
}

/** What of a visit the audit keeps: notes and reasons may name people, and an entry can never be erased. */
function outlineOf({ state, wanted, days, people, ended }: Visit) {
  return { state, people, ...(days ? { days } : { wanted }), ...(ended ? { ended: ended.by } : {}) }
}

function rowOfOffer(it: VisitOffer): VisitOfferTable {
  return {
    id: it.id,
    host: it.host,
    kind: it.kind,
    topic: it.topic,
    place: it.place ?? null,
    dates: JSON.stringify(it.dates),
    capacity: it.capacity,
    state: it.state,
    reason: it.reason ?? null,
    offered_at: it.offeredAt,
  }
}

function offerOf(row: Selectable<VisitOfferTable>): VisitOffer {
  const { place, reason, dates, offered_at: offeredAt, ...it } = row
  return {
    ...it,
    dates: fromJson<readonly Days[]>(dates),
    offeredAt,
    ...(place === null ? {} : { place }),
    ...(reason === null ? {} : { reason }),
  }
}

function visitOf(row: Selectable<VisitTable>): Visit {
  const { days_from: from, days_to: to, ended_by: by, reason, host_report: host, guest_report: guest } = row
  return {
    id: row.id,
    offer: row.offer,
    guest: row.guest,
    wanted: fromJson<readonly Days[]>(row.wanted),
    people: row.people,
    askedAt: row.asked_at,
    state: row.state,
    stateSince: row.state_since,
    revision: row.revision,
    reports: {
      ...(host === null ? {} : { host: fromJson<VisitReport>(host) }),
      ...(guest === null ? {} : { guest: fromJson<VisitReport>(guest) }),
    },
    ...(row.note === null ? {} : { note: row.note }),
    ...(from === null || to === null ? {} : { days: { from, to } }),
    ...(by === null ? {} : { ended: { by, ...(reason === null ? {} : { reason }) } }),
  }
}
