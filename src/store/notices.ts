import type { Generated, Kysely, Selectable } from 'kysely'
import type { DeliveryKey } from '../core/adapter.ts'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import type { Tables } from './tables.ts'

interface NoticeTable {
  id: Generated<number>
  obligation: string
  duty: string
  organization: string
  due: LocalDate
  step: string
  recipient: string
  platform: string
  space: string
  channel: string
  thread: string | null
  due_at: Instant
  late: 0 | 1
  replaced_by: string | null
  delivery: DeliveryKey | null
}

export interface NoticeTables {
  notices: NoticeTable
}

/** One reminder of one obligation for one recipient in one place: what `delivery.md` wants unique. */
export interface Notice {
  readonly obligation: string
  readonly duty: string
  readonly organization: string
  readonly due: LocalDate
  /** `T-30`, `T-0`, `T+7`, `snooze-2014-06-03`, `nudge-2014-06-03`, … */
  readonly step: string
  /** A member's id, or an organization's where a channel is told. */
  readonly recipient: string
  readonly to: Address
  readonly dueAt: Instant
  /** The newer step that was sent in its place, after an outage or because both fell on one day. */
  readonly replacedBy?: string
  readonly late: boolean
  /** The delivery that carries it; absent where it was replaced. */
  readonly delivery?: DeliveryKey
}

export interface Notices {
  /**
   * Keeps notices and the deliveries that carry them in one transaction; what is there already (same duty, organization,
   * due date, step, recipient and place) is left alone, and a delivery is added only with a new notice of its own. Where
   * the delivery of a new notice has gone out already, the notice gets another one, whose key says so (`….2`).
   * @returns how many notices were new
   */
  plan(notices: readonly Notice[], deliveries: readonly OutboxItem[], now: Instant): Promise<number>
  /** Those that a delivery carries, or that an obligation had. */
  list(filter: { readonly delivery?: DeliveryKey; readonly obligation?: string }): Promise<readonly Notice[]>
  /**
   * The planner's memory: of these obligations, the steps that are planned, as
   * `obligation due step recipient platform/space/channel`.
   */
  planned(obligations: readonly string[]): Promise<ReadonlySet<string>>
}

export function makeNotices(db: Kysely<Tables>): Notices {
  return {
    async plan(notices, deliveries, now) {
      return db.transaction().execute(async (tx) => {
        const offered = new Map(deliveries.map((it) => [it.key, it]))
        const carriers = new Map<DeliveryKey, DeliveryKey>()
        let added = 0
        for (const notice of notices) {
          if (await isPlanned(tx, notice)) continue
          let carrier: DeliveryKey | null = null
          if (notice.delivery !== undefined) {
            carrier = carriers.get(notice.delivery) ?? (await carrierFor(tx, offered, notice.delivery, now))
            carriers.set(notice.delivery, carrier)
          }
          await tx.insertInto('notices').values(cellsOf(notice, carrier)).execute()
          added += 1
        }
        return added
      })
    },

    async list({ delivery, obligation }) {
      let query = db.selectFrom('notices').selectAll()
      if (delivery !== undefined) query = query.where('delivery', '=', delivery)
      if (obligation !== undefined) query = query.where('obligation', '=', obligation)
      return (await query.orderBy('due_at').orderBy('id').execute()).map(noticeOf)
    },

    async planned(obligations) {
      const rows = await db
        .selectFrom('notices')
        .select(['obligation', 'due', 'step', 'recipient', 'platform', 'space', 'channel'])
        .where('obligation', 'in', obligations)
        .execute()
      return new Set(
        rows.map((it) =>
          [it.obligation, it.due, it.step, it.recipient, `${it.platform}/${it.space}/${it.channel}`].join(
            ' ',
          ),
        ),
      )
    },
  }
}

async function isPlanned(tx: Kysely<Tables>, it: Notice): Promise<boolean> {
  const row = await tx
    .selectFrom('notices')
    .select('id')
    .where('duty', '=', it.duty)
    .where('organization', '=', it.organization)
    .where('due', '=', it.due)
    .where('step', '=', it.step)
    .where('recipient', '=', it.recipient)
    .where('platform', '=', it.to.platform)
    .where('space', '=', it.to.space)
    .where('channel', '=', it.to.channel)
    .executeTakeFirst()
  return row !== undefined
}

/** The delivery by which a new notice goes out: the offered one, unless it has been tried already. */
async function carrierFor(
  tx: Kysely<Tables>,
  offered: ReadonlyMap<DeliveryKey, OutboxItem>,
  wanted: DeliveryKey,
  now: Instant,
): Promise<DeliveryKey> {
  const item = offered.get(wanted)
  if (!item) throw new Error(`a notice names the delivery ${wanted}, which was not given`)
  for (let turn = 1; ; turn += 1) {
    const key = turn === 1 ? wanted : `${wanted}.${turn}`
    if (await addDelivery(tx, { ...item, key }, now)) return key
    const there = await tx
      .selectFrom('outbox')
      .select(['state', 'attempts'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (there.state === 'waiting' && there.attempts === 0) return key
  }
}

function cellsOf(it: Notice, delivery: DeliveryKey | null): Omit<Selectable<NoticeTable>, 'id'> {
  return {
    obligation: it.obligation,
    duty: it.duty,
    organization: it.organization,
    due: it.due,
    step: it.step,
    recipient: it.recipient,
    platform: it.to.platform,
    space: it.to.space,
    channel: it.to.channel,
    thread: it.to.thread ?? null,
    due_at: it.dueAt,
    late: it.late ? 1 : 0,
    replaced_by: it.replacedBy ?? null,
    delivery,
  }
}

function noticeOf(row: Selectable<NoticeTable>): Notice {
  return {
    obligation: row.obligation,
    duty: row.duty,
    organization: row.organization,
    due: row.due,
    step: row.step,
    recipient: row.recipient,
    to: {
      platform: row.platform,
      space: row.space,
      channel: row.channel,
      ...(row.thread === null ? {} : { thread: row.thread }),
    },
    dueAt: row.due_at,
    late: row.late === 1,
    ...(row.replaced_by === null ? {} : { replacedBy: row.replaced_by }),
    ...(row.delivery === null ? {} : { delivery: row.delivery }),
  }
}
