import type { Kysely, Selectable } from 'kysely'
import { unfinished } from '../core/duty.ts'
import { recordChange, type Stamp } from './audit.ts'
import { type ObligationEvent, recordEvent } from './obligation-events.ts'
import type { NewObligation, ObligationTable } from './obligations.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import type { Tables } from './tables.ts'

type Row = Selectable<ObligationTable>
type Standing = Pick<Row, 'state' | 'due' | 'originally' | 'reason' | 'lapsed'>

/** One that no rule makes any more, as it was. */
export type Lapsed = Pick<Row, 'id' | 'organization' | 'state' | 'due'>

/** How many obligations of one kind of change. */
export interface Reconciled {
  readonly arisen: number
  readonly moved: number
  readonly lapsed: number
}

/** Inside a transaction: see {@link Obligations.reconcile}. */
export async function reconcile(
  tx: Kysely<Tables>,
  duties: readonly string[],
  wanted: readonly NewObligation[],
  stamp: Stamp,
  tell?: (lapsed: readonly Lapsed[]) => readonly OutboxItem[],
): Promise<Reconciled> {
  if (duties.length === 0) return { arisen: 0, moved: 0, lapsed: 0 }
  const stored = await tx.selectFrom('obligations').selectAll().where('duty', 'in', duties).execute()
  const left = new Map(stored.map((row) => [row.id, row]))
  const counts = { arisen: 0, moved: 0, lapsed: 0 }
  for (const it of wanted) {
    const row = left.get(idOf(it))
    left.delete(idOf(it))
    if (!row) {
      await arise(tx, it, stamp)
      counts.arisen += 1
    } else if (row.lapsed === 1) {
      const again = { state: 'open', due: it.due, originally: null, reason: null, lapsed: 0 } as const
      await update(tx, row, 'arise', again, stamp, stamp.at)
      counts.arisen += 1
    } else if (unfinished.has(row.state)) {
      const dates = datesAfter(row, it)
      if (dates.due === row.due && dates.originally === row.originally) continue
      const since = dates.due === row.due ? row.since : stamp.at
      await update(tx, row, 'move', { ...row, ...dates }, stamp, since)
      counts.moved += 1
    }
  }
  const lapsed: Lapsed[] = []
  for (const row of left.values()) {
    if (!unfinished.has(row.state)) continue
    lapsed.push(row)
    await update(tx, row, 'lapse', { ...row, state: 'waived', reason: null, lapsed: 1 }, stamp)
    counts.lapsed += 1
  }
  for (const it of tell?.(lapsed) ?? []) await addDelivery(tx, it, stamp.at)
  if (counts.arisen + counts.moved + counts.lapsed > 0) {
    const subject = [...duties].sort().join(' ')
    await recordChange(tx, { action: 'obligation.reconcile', subject, after: counts }, stamp)
  }
  return counts
}

const idOf = ({ duty, organization, period }: NewObligation) => `${duty}/${organization}/${period}`

/** An extension stays while it is the later date: nobody loses days that were granted. */
function datesAfter(row: Row, { due }: NewObligation): Pick<Row, 'due' | 'originally'> {
  if (row.originally === null || due >= row.due) return { due, originally: null }
  return { due: row.due, originally: due }
}

async function arise(tx: Kysely<Tables>, it: NewObligation, stamp: Stamp): Promise<void> {
  const id = idOf(it)
  const { duty, organization, period, due } = it
  await tx
    .insertInto('obligations')
    .values({
      id,
      duty,
      organization,
      period,
      due,
      originally: null,
      state: 'open',
      since: stamp.at,
      changed_at: stamp.at,
      reason: null,
      lapsed: 0,
    })
    .execute()
  await recordEvent(tx, id, 'arise', undefined, { state: 'open', due }, stamp)
}

async function update(
  tx: Kysely<Tables>,
  row: Row,
  verb: ObligationEvent['verb'],
  { state, due, originally, reason, lapsed }: Standing,
  stamp: Stamp,
  since: Row['since'] = row.since,
): Promise<void> {
  await tx
    .updateTable('obligations')
    .set({ state, due, originally, reason, lapsed, since, changed_at: stamp.at })
    .where('id', '=', row.id)
    .execute()
  await recordEvent(tx, row.id, verb, row, { state, due, reason }, stamp)
}
