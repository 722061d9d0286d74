import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import type { Tables } from './tables.ts'

interface BlockTable {
  organization: string
  blocked: string
  since: Instant
}

interface DismissalTable {
  organization: string
  need: string
  offer: string
  until: LocalDate | null
}

interface DigestTable {
  organization: string
  wanted: 0 | 1
  quiet_until: LocalDate | null
}

interface ExchangeDayTable {
  id: string
  /** JSON: what it was planned from, and the plan. */
  body: string
  kept_at: Instant
  revision: number
}

interface PreferenceTable {
  organization: string
  /** JSON: whom to meet, whom not, which rounds. */
  body: string
  since: Instant
  who: string
}

export interface MatchListTables {
  exchange_days: ExchangeDayTable
  match_blocks: BlockTable
  match_dismissals: DismissalTable
  match_digests: DigestTable
  exchange_preferences: PreferenceTable
}

/** An organization that wants nothing of another. */
export interface Block {
  readonly organization: string
  readonly blocked: string
}

/** A suggestion that an organization put aside, for good or up to a day. */
export interface Dismissal {
  readonly organization: string
  readonly need: string
  readonly offer: string
  readonly until?: LocalDate
}

/** Whether an organization wants to hear of new profiles that fit its own. */
export interface DigestWish {
  readonly organization: string
  readonly wanted: boolean
  readonly quietUntil?: LocalDate
}

/** What a participant wishes of the next exchange day. Ids of organizations; whom it does not want to meet is for it and the office alone. */
export interface DayPreference {
  readonly organization: string
  readonly meet: readonly string[]
  readonly avoid: readonly string[]
  /** Rounds, numbered from 1, in which it is not there; or it does not come at all. */
  readonly away: readonly number[] | 'all'
  /** When it was last said. */
  readonly since: Instant
}

/** What organizations do not want: each other, a suggestion, to be told. Nobody but themselves is told of it. */
export interface MatchLists {
  block(block: Block, now: Instant): Promise<void>
  /** @returns false where it was not blocked */
  unblock(block: Block): Promise<boolean>
  /** Of one organization, whichever side it is on, or all. */
  blocks(organization?: string): Promise<readonly Block[]>
  dismiss(dismissal: Dismissal): Promise<void>
  dismissals(organization?: string): Promise<readonly Dismissal[]>
  wish(wish: DigestWish): Promise<void>
  /** Of those who ever said so; everybody else wants to hear. */
  wishes(): Promise<readonly DigestWish[]>
  /** In place of what that organization said before, with the deliveries that tell of it. @param who said so */
  prefer(preference: DayPreference, who: string, deliveries?: readonly OutboxItem[]): Promise<void>
  preferences(): Promise<readonly DayPreference[]>
  /**
   * Keeps an exchange day: what it was planned from and the plan, plain data, in place of what was kept by that name. The
   * deliveries that tell of it are kept with it or not at all.
   */
  keepDay(id: string, body: unknown, now: Instant, deliveries?: readonly OutboxItem[]): Promise<void>
  /** The newest first. */
  days(): Promise<readonly { readonly id: string; readonly body: unknown }[]>
}

export function makeMatchLists(db: Kysely<Tables>): MatchLists {
  // A day of 160 is a megabyte, and everybody's timetable is made of it: it is read anew where it has changed.
  const read = new Map<string, { readonly revision: number; readonly body: unknown }>()

  return {
    async block(block, since) {
      await db
        .insertInto('match_blocks')
        .values({ ...block, since })
        .onConflict((it) => it.columns(['organization', 'blocked']).doNothing())
        .execute()
    },

    async unblock({ organization, blocked }) {
      const { numDeletedRows } = await db
        .deleteFrom('match_blocks')
        .where('organization', '=', organization)
        .where('blocked', '=', blocked)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    async blocks(organization) {
      let query = db.selectFrom('match_blocks').select(['organization', 'blocked'])
      if (organization !== undefined)
        query = query.where((it) =>
          it.or([it('organization', '=', organization), it('blocked', '=', organization)]),
        )
      return query.orderBy('organization').orderBy('blocked').execute()
    },

    async dismiss({ until, ...it }) {
      const row = { ...it, until: until ?? null }
      await db
        .insertInto('match_dismissals')
        .values(row)
        .onConflict((on) => on.columns(['organization', 'need', 'offer']).doUpdateSet({ until: row.until }))
        .execute()
    },

    async dismissals(organization) {
      let query = db.selectFrom('match_dismissals').selectAll()
      if (organization !== undefined) query = query.where('organization', '=', organization)
      return (await query.execute()).map(({ until, ...it }) => (until === null ? it : { ...it, until }))
    },

    async wish({ organization, wanted, quietUntil }) {
      const row = { wanted: wanted ? 1 : 0, quiet_until: quietUntil ?? null } as const
      await db
        .insertInto('match_digests')
        .values({ organization, ...row })
        .onConflict((on) => on.column('organization').doUpdateSet(row))
        .execute()
    },

    async wishes() {
      const rows = await db.selectFrom('match_digests').selectAll().orderBy('organization').execute()
      return rows.map(({ organization, wanted, quiet_until }) => ({
        organization,
        wanted: wanted === 1,
        ...(quiet_until === null ? {} : { quietUntil: quiet_until }),
      }))
    },

    async prefer({ organization, since, ...wanted }, who, deliveries = []) {
      const row = { body: JSON.stringify(wanted), since, who }
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('exchange_preferences')
          .values({ organization, ...row })
          .onConflict((on) => on.column('organization').doUpdateSet(row))
          .execute()
        for (const it of deliveries) await addDelivery(tx, it, since)
      })
    },

    async preferences() {
      const rows = await db.selectFrom('exchange_preferences').selectAll().orderBy('organization').execute()
      return rows.map(({ organization, since, body }) => ({
        ...(JSON.parse(body) as Pick<DayPreference, 'meet' | 'avoid' | 'away'>),
        organization,
        since,
      }))
    },

    async keepDay(id, body, now, deliveries = []) {
      const row = { body: JSON.stringify(body), kept_at: now }
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('exchange_days')
          .values({ id, ...row, revision: 1 })
          .onConflict((on) =>
            on.column('id').doUpdateSet((it) => ({ ...row, revision: it('exchange_days.revision', '+', 1) })),
          )
          .execute()
        for (const it of deliveries) await addDelivery(tx, it, now)
      })
    },

    async days() {
      const rows = await db
        .selectFrom('exchange_days')
        .select(['id', 'revision'])
        .orderBy('kept_at', 'desc')
        .orderBy('id')
        .execute()
      const stale = rows.filter((it) => read.get(it.id)?.revision !== it.revision).map((it) => it.id)
      if (stale.length > 0) {
        const fresh = await db.selectFrom('exchange_days').selectAll().where('id', 'in', stale).execute()
        for (const { id, revision, body } of fresh) read.set(id, { revision, body: JSON.parse(body) })
      }
      return rows.flatMap(({ id }) => {
        const day = read.get(id)
        return day ? [{ id, body: day.body }] : []
      })
    },
  }
}
