import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Audience, DateRule, Duty, DutySource, Ladder, Milestone } from '../core/duty.ts'
import { recordChange, type Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import type { NewObligation } from './obligations.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import { makeProposals, type Proposals } from './proposals.ts'
import { reconcile, type Wanted } from './reconcile-obligations.ts'
import type { Tables } from './tables.ts'

interface DutyTable {
  id: string
  title: string
  kind: string
  /** JSON, like the three after it and the source. */
  audience: string
  rule: string
  ladder: string
  materials: string
  channel: string | null
  source: string | null
  state: Duty['state']
  live_since: Instant | null
  revision: number
}

interface SettledYearTable {
  zone: string
  milestone: Milestone
  year: number
  reason: string
}

export interface DutyTables {
  duties: DutyTable
  settled_years: SettledYearTable
}

/** A year in a zone's life that the office has settled; it goes before what the register says. */
export interface SettledYear {
  readonly zone: string
  readonly milestone: Milestone
  readonly year: number
  readonly reason: string
}

/** What the duties' part of the store keeps. Every verb that changes writes the audit in the same transaction. */
export interface Duties extends Proposals {
  list(filter?: { readonly state?: Duty['state'] }): Promise<readonly Duty[]>
  find(id: string): Promise<Duty | undefined>
  /**
   * Adds or replaces duties; all or none. The revision rises where something changed. What follows from it, and the
   * deliveries that tell of it, stand together with it or not at all.
   * @param follow what follows from those that were added or changed; pure, it runs inside the transaction
   * @returns ids of those added, changed and left alone
   */
  keep(duties: readonly Duty[], stamp: Stamp, follow?: (changed: readonly Duty[]) => Following): Promise<Kept>
  /**
   * Settles a year; what is owed because of it, and the deliveries that tell of that, stand together with it or not at all.
   * @param follow what is wanted with all years as they are settled then; pure, it runs inside the transaction
   */
  settleYear(
    year: SettledYear,
    stamp: Stamp,
    follow?: (settled: readonly SettledYear[]) => Wanted,
  ): Promise<void>
  settledYears(): Promise<readonly SettledYear[]>
}

/** What a change of duties brings with it. */
export interface Following {
  /** What is owed under the changed duties; what no longer is lapses, see `Obligations.reconcile`. */
  readonly owed: readonly NewObligation[]
  readonly deliveries: readonly OutboxItem[]
}

export interface Kept {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
}

export function makeDuties(db: Kysely<Tables>): Duties {
  return {
    ...makeProposals(db),

    async list({ state } = {}) {
      let query = db.selectFrom('duties').selectAll()
      if (state !== undefined) query = query.where('state', '=', state)
      return (await query.orderBy('id').execute()).map(dutyOf)
    },

    async find(id) {
      const row = await db.selectFrom('duties').selectAll().where('id', '=', id).executeTakeFirst()
      return row && dutyOf(row)
    },

    async keep(duties, stamp, follow) {
      return db.transaction().execute(async (tx) => {
        const stored = await tx.selectFrom('duties').selectAll().execute()
        const known = new Map(stored.map((row) => [row.id, row]))
        const kept = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] }
        for (const duty of duties) {
          const before = known.get(duty.id)
          const cells = cellsOf(duty, before?.live_since ?? stamp.at)
          if (before && isSame(before, cells)) {
            kept.unchanged.push(duty.id)
            continue
          }
          const row = { ...cells, revision: (before?.revision ?? 0) + 1 }
          await tx
            .insertInto('duties')
            .values(row)
            .onConflict((it) => it.column('id').doUpdateSet(row))
            .execute()
          const change = {
            action: before ? 'duty.change' : 'duty.create',
            subject: duty.id,
            after: dutyOf(row),
          }
          await recordChange(tx, before ? { ...change, before: dutyOf(before) } : change, stamp)
          kept[before ? 'changed' : 'added'].push(duty.id)
        }
        if (follow) {
          const changed = duties.filter((it) => !kept.unchanged.includes(it.id))
          const { owed, deliveries } = follow(changed)
          const ids = changed.map((it) => it.id)
          await reconcile(tx, { duties: ids, owed }, stamp)
          for (const it of deliveries) await addDelivery(tx, it, stamp.at)
        }
        return kept
      })
    },

    async settleYear(settled, stamp, follow) {
      await db.transaction().execute(async (tx) => {
        const { zone, milestone, year, reason } = settled
        const before = await tx
          .selectFrom('settled_years')
          .select(['year', 'reason'])
          .where('zone', '=', zone)
          .where('milestone', '=', milestone)
          .executeTakeFirst()
        await tx
          .insertInto('settled_years')
          .values({ zone, milestone, year, reason })
          .onConflict((it) => it.columns(['zone', 'milestone']).doUpdateSet({ year, reason }))
          .execute()
        const after = { milestone, year, reason }
        const change = { action: 'zone.settle-year', subject: zone, organization: zone, after }
        await recordChange(tx, before ? { ...change, before: { milestone, ...before } } : change, stamp)
        if (follow) await reconcile(tx, follow(await settledIn(tx)), stamp)
      })
    },

    settledYears: () => settledIn(db),
  }
}

function settledIn(db: Kysely<Tables>): Promise<readonly SettledYear[]> {
  return db.selectFrom('settled_years').selectAll().orderBy('zone').orderBy('milestone').execute()
}

type Cells = Omit<Selectable<DutyTable>, 'revision'>

/** @param liveSince when it went live, where it is live or was */
function cellsOf(duty: Duty, liveSince: Instant): Cells {
  const { id, title, kind, audience, rule, ladder, materials, channel, source, state } = duty
  return {
    id,
    title,
    kind,
    audience: JSON.stringify(audience),
    rule: JSON.stringify(rule),
    ladder: JSON.stringify(ladder),
    materials: JSON.stringify(materials),
    channel: channel ?? null,
    source: source === undefined ? null : JSON.stringify(source),
    state,
    live_since: state === 'draft' ? null : (duty.liveSince ?? liveSince),
  }
}

function isSame(before: Selectable<DutyTable>, after: Cells): boolean {
  const { revision: _, ...cells } = before
  return (Object.keys(after) as (keyof Cells)[]).every((it) => cells[it] === after[it])
}

function dutyOf(row: Selectable<DutyTable>): Duty {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    audience: fromJson<Audience>(row.audience),
    rule: fromJson<DateRule>(row.rule),
    ladder: fromJson<Ladder>(row.ladder),
    materials: fromJson<string[]>(row.materials),
    state: row.state,
    revision: row.revision,
    ...(row.channel === null ? {} : { channel: row.channel }),
    ...(row.source === null ? {} : { source: fromJson<DutySource>(row.source) }),
    ...(row.live_since === null ? {} : { liveSince: row.live_since }),
  }
}
