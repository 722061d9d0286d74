import type { Generated, Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import { fromJson } from './from-json.ts'
import { cellsOfStamp, type StampedCells, stampOfCells } from './stamped-cells.ts'
import type { Tables } from './tables.ts'

interface AuditTable extends StampedCells {
  id: Generated<number>
  action: string
  subject: string
  organization_id: string | null
  /** JSON; null where there was nothing before, or there is nothing after. */
  before: string | null
  after: string | null
}

export interface AuditTables {
  audit: AuditTable
}

/** Who did something, when, and in which chat. */
export interface Stamp {
  /** A member's id, the key of a person who is no member, or `operator` at the command line. */
  readonly who: string
  readonly at: Instant
  readonly where?: Pick<Address, 'platform' | 'space' | 'channel'>
  /** Why, in the words of who did it, where the history of the thing keeps that. */
  readonly reason?: string
}

/** What was done. `before` and `after` are plain data without display names: an entry can never be erased. */
export interface Change {
  /** An action of core/may.ts, or a name of the same form. */
  readonly action: string
  /** The id of what was changed. */
  readonly subject: string
  /** The organization that it concerns, so that its province can read of it. */
  readonly organization?: string
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditEntry extends Change, Stamp {
  readonly id: number
  /** The display name of a member. */
  readonly name?: string
}

export interface AuditFilter {
  /** Entries that concern one of these organizations. */
  readonly organizations?: readonly string[]
  /** An action or the beginning of it, e.g. `member.`. */
  readonly action?: string
  readonly who?: string
  /** From this instant on. */
  readonly since?: Instant
  /** Before this instant. */
  readonly until?: Instant
  readonly most: number
}

/** Append-only: the database itself refuses to change or delete an entry. */
export interface Audit {
  record(change: Change, stamp: Stamp): Promise<void>
  /** Newest first. */
  list(filter: AuditFilter): Promise<AuditEntry[]>
}

/** Writes an entry with the change that it tells of: both or neither. For the verbs of the store. */
export async function recordChange(
  db: Kysely<Tables>,
  { action, subject, organization, before, after }: Change,
  stamp: Stamp,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      ...cellsOfStamp(stamp),
      action,
      subject,
      organization_id: organization ?? null,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
    })
    .execute()
}

export function makeAudit(db: Kysely<Tables>): Audit {
  return {
    record: (change, stamp) => recordChange(db, change, stamp),

    async list({ organizations, action, who, since, until, most }) {
      let query = db
        .selectFrom('audit')
        .leftJoin('members', 'members.id', 'audit.who')
        .selectAll('audit')
        .select('members.name')
      if (organizations) query = query.where('audit.organization_id', 'in', organizations)
      // Not LIKE: its wildcards could stand in what somebody typed.
      if (action !== undefined)
        query = query.where((it) =>
          it(it.fn('substr', ['audit.action', it.lit(1), it.val(action.length)]), '=', action),
        )
      if (who !== undefined) query = query.where('audit.who', '=', who)
      if (since !== undefined) query = query.where('audit.at', '>=', since)
      if (until !== undefined) query = query.where('audit.at', '<', until)
      const rows = await query.orderBy('audit.id', 'desc').limit(most).execute()
      return rows.map((row) => ({
        id: row.id,
        ...stampOfCells(row),
        action: row.action,
        subject: row.subject,
        ...(row.name === null ? {} : { name: row.name }),
        ...(row.organization_id === null ? {} : { organization: row.organization_id }),
        ...(row.before === null ? {} : { before: fromJson<unknown>(row.before) }),
        ...(row.after === null ? {} : { after: fromJson<unknown>(row.after) }),
      }))
    },
  }
}
