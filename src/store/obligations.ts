import type { Kysely, Selectable } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Obligation, ObligationState } from '../core/duty.ts'
import { recordChange, type Stamp } from './audit.ts'
import {
  historyOf,
  type ObligationEvent,
  type ObligationWord,
  recordEvent,
  type TimeAsked,
  timeAsked,
} from './obligation-events.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import { type Reconciled, reconcile, type Wanted } from './reconcile-obligations.ts'
import type { Tables } from './tables.ts'

export interface ObligationTable {
  id: string
  duty: string
  organization: string
  period: string
  due: LocalDate
  originally: LocalDate | null
  state: ObligationState
  since: Instant
  changed_at: Instant
  reason: string | null
  lapsed: 0 | 1
}

export interface ObligationTables {
  obligations: ObligationTable
}

/** What is asked of the obligations; conditions that all must hold. */
export interface ObligationFilter {
  readonly duty?: string
  readonly organizations?: readonly string[]
  readonly states?: readonly ObligationState[]
  readonly dueFrom?: LocalDate
  readonly dueUntil?: LocalDate
}

/** An instance that a rule makes, before anybody did anything about it. */
export type NewObligation = Pick<Obligation, 'duty' | 'organization' | 'period' | 'due'>

/** What happens to an obligation. */
export type ObligationChange =
  | { readonly verb: 'prepare' | 'file' | 'confirm' | 'receive' | 'reopen' | 'restore' }
  | { readonly verb: 'send-back' | 'waive' | 'suspend'; readonly reason: string }
  | { readonly verb: 'extend'; readonly until: LocalDate; readonly reason: string }

export interface Obligations {
  list(filter?: ObligationFilter): Promise<readonly Obligation[]>
  find(id: string): Promise<Obligation | undefined>
  /**
   * Makes the stored obligations of these duties what the rules say: new ones arise, unfinished ones whose date changed
   * move (an extension stays while it is the later date), unfinished ones that no rule makes any more lapse, and lapsed
   * ones that a rule makes again arise again. Running it twice changes nothing.
   */
  reconcile(wanted: Wanted, stamp: Stamp): Promise<Reconciled>
  /**
   * Changes one, if it is still in the state `from` (a second press of the same button does nothing). The change and the
   * deliveries that tell of it stand together or not at all.
   * @param tell the deliveries, of the obligation as it then is; pure, it runs inside the transaction
   * @returns the obligation as it is now, and whether this call changed it
   */
  change(
    id: string,
    change: ObligationChange,
    from: readonly ObligationState[],
    stamp: Stamp,
    tell?: (obligation: Obligation) => readonly OutboxItem[],
  ): Promise<{ readonly obligation: Obligation; readonly changed: boolean } | undefined>
  /**
   * Keeps what was said of one and changes nothing of it, unless those very words stand there unanswered (a second press). The words
   * and the deliveries that tell of them stand together or not at all.
   * @param tell the deliveries; pure, it runs inside the transaction
   * @returns whether this call kept them; undefined where there is no such obligation
   */
  say(
    id: string,
    word: ObligationWord,
    stamp: Stamp,
    tell?: () => readonly OutboxItem[],
  ): Promise<{ readonly said: boolean } | undefined>
  /** More time that was asked for and not answered, oldest first. */
  timeAsked(): Promise<readonly TimeAsked[]>
  history(id: string): Promise<readonly ObligationEvent[]>
}

export function makeObligations(db: Kysely<Tables>): Obligations {
  return {
    async list({ duty, organizations, states, dueFrom, dueUntil } = {}) {
      let query = db.selectFrom('obligations').selectAll()
      if (duty !== undefined) query = query.where('duty', '=', duty)
      if (organizations) query = query.where('organization', 'in', organizations)
      if (states) query = query.where('state', 'in', states)
      if (dueFrom !== undefined) query = query.where('due', '>=', dueFrom)
      if (dueUntil !== undefined) query = query.where('due', '<=', dueUntil)
      return (await query.orderBy('due').orderBy('id').execute()).map(obligationOf)
    },

    async find(id) {
      const row = await db.selectFrom('obligations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && obligationOf(row)
    },

    reconcile: (wanted, stamp) => db.transaction().execute((tx) => reconcile(tx, wanted, stamp)),

    async change(id, change, from, stamp, tell) {
      return db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('obligations').selectAll().where('id', '=', id).executeTakeFirst()
        if (!row) return undefined
        const after = changed(row, change)
        const same = after.state === row.state && after.due === row.due
        if (same || !from.includes(row.state)) return { obligation: obligationOf(row), changed: false }
        const now = await tx
          .updateTable('obligations')
          .set({ ...after, changed_at: stamp.at, ...(restarts.has(change.verb) ? { since: stamp.at } : {}) })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow()
        await recordEvent(tx, { obligation: id, verb: change.verb, before: row, after: now }, stamp)
        await recordChange(
          tx,
          {
            action: `obligation.${change.verb}`,
            subject: id,
            organization: row.organization,
            before: { state: row.state, due: row.due },
            after: {
              state: now.state,
              due: now.due,
              ...('reason' in change ? { reason: change.reason } : {}),
            },
          },
          stamp,
        )
        const obligation = obligationOf(now)
        for (const it of tell?.(obligation) ?? []) await addDelivery(tx, it, stamp.at)
        return { obligation, changed: true }
      })
    },

    async say(id, word, stamp, tell) {
      return db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('obligations').selectAll().where('id', '=', id).executeTakeFirst()
        if (!row) return undefined
        const last = (await historyOf(tx, id)).at(-1)
        const askedUntil = word.verb === 'request' ? { askedUntil: word.until } : {}
        if (
          last?.verb === word.verb &&
          last.reason === word.reason &&
          last.askedUntil === askedUntil.askedUntil
        )
          return { said: false }
        await recordEvent(
          tx,
          {
            obligation: id,
            verb: word.verb,
            before: row,
            after: { ...row, reason: word.reason, ...askedUntil },
          },
          stamp,
        )
        await recordChange(
          tx,
          {
            action: `obligation.${word.verb}`,
            subject: id,
            organization: row.organization,
            after: { reason: word.reason, ...('until' in word ? { until: word.until } : {}) },
          },
          stamp,
        )
        for (const it of tell?.() ?? []) await addDelivery(tx, it, stamp.at)
        return { said: true }
      })
    },

    timeAsked: () => timeAsked(db),

    history: (id) => historyOf(db, id),
  }
}

const stateAfter: Readonly<Record<Exclude<ObligationChange['verb'], 'extend'>, ObligationState>> = {
  prepare: 'preparing',
  file: 'filed',
  confirm: 'confirmed',
  receive: 'received',
  reopen: 'open',
  // What was sent back has been begun.
  'send-back': 'preparing',
  waive: 'waived',
  suspend: 'suspended',
  restore: 'open',
}

/** Changes after which the ladder counts anew: steps that came before them are not made up for. */
const restarts: ReadonlySet<ObligationChange['verb']> = new Set(['extend', 'reopen', 'restore', 'send-back'])

type Cells = Pick<Selectable<ObligationTable>, 'state' | 'due' | 'originally' | 'reason' | 'lapsed'>

function changed(row: Selectable<ObligationTable>, change: ObligationChange): Cells {
  const { due, originally, state } = row
  if (change.verb === 'extend')
    return {
      state,
      due: change.until,
      originally: originally ?? due,
      reason: change.reason,
      lapsed: row.lapsed,
    }
  const reason = 'reason' in change ? change.reason : null
  return { state: stateAfter[change.verb], due, originally, reason, lapsed: 0 }
}

function obligationOf(row: Selectable<ObligationTable>): Obligation {
  return {
    id: row.id,
    duty: row.duty,
    organization: row.organization,
    period: row.period,
    due: row.due,
    state: row.state,
    since: row.since,
    changedAt: row.changed_at,
    ...(row.originally === null ? {} : { originally: row.originally }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.lapsed === 1 ? { lapsed: true } : {}),
  }
}
