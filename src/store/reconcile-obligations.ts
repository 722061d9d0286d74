import type { Kysely, Selectable } from 'kysely'
import type { LocalDate } from '../core/clock.ts'
import { unfinished } from '../core/duty.ts'
import { recordChange, type Stamp } from './audit.ts'
import { type ObligationEvent, recordEvent } from './obligation-events.ts'
import type { NewObligation, ObligationTable } from './obligations.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import type { Tables } from './tables.ts'

type Row = Selectable<ObligationTable>
type Standing = Pick<Row, 'state' | 'due' | 'originally' | 'reason' | 'lapsed'>

/** What the rules say of some duties, whole. */
export interface Wanted {
  readonly duties: readonly string[]
  readonly owed: readonly NewObligation[]
  /** The deliveries that tell of what was adjusted; pure, it runs inside the transaction. */
  readonly tell?: (adjustments: readonly Adjustment[]) => readonly OutboxItem[]
}

/** What became of one obligation when it was brought in step with the rules. */
export interface Adjustment extends Pick<Row, 'id' | 'duty' | 'organization'> {
  readonly verb: 'arise' | 'move' | 'lapse'
  /** By when it was owed; absent where it is new. */
  readonly was?: LocalDate
  /** By when it is owed; absent where it no longer is. */
  readonly is?: LocalDate
}

/** How many obligations of one kind of change. */
export interface Reconciled {
  readonly arisen: number
  readonly moved: number
  readonly lapsed: number
}

/** Inside a transaction: see {@link Obligations.reconcile}. */
export async function reconcile(
  tx: Kysely<Tables>,
  { duties, owed, tell }: Wanted,
  stamp: Stamp,
): Promise<Reconciled> {
  if (duties.length === 0) return { arisen: 0, moved: 0, lapsed: 0 }
  const stored = await tx.selectFrom('obligations').selectAll().where('duty', 'in', duties).execute()
  const left = new Map(stored.map((row) => [row.id, row]))
  const adjustments: Adjustment[] = []
  for (const it of owed) {
    const id = idOf(it)
    const { duty, organization } = it
    const row = left.get(id)
    left.delete(id)
    if (!row) {
      await arise(tx, it, stamp)
      adjustments.push({ verb: 'arise', id, duty, organization, is: it.due })
    } else if (row.lapsed === 1) {
      const again = { state: 'open', due: it.due, originally: null, reason: null, lapsed: 0 } as const
      await update(tx, row, { verb: 'arise', after: again, since: stamp.at }, stamp)
      adjustments.push({ verb: 'arise', id, duty, organization, is: it.due })
    } else if (unfinished.has(row.state)) {
      const dates = datesAfter(row, it)
      if (dates.due === row.due && dates.originally === row.originally) continue
      const since = dates.due === row.due ? row.since : stamp.at
      await update(tx, row, { verb: 'move', after: { ...row, ...dates }, since }, stamp)
      adjustments.push({ verb: 'move', id, duty, organization, was: row.due, is: dates.due })
    }
  }
  for (const row of left.values()) {
    if (!unfinished.has(row.state)) continue
    const after = { ...row, state: 'waived', reason: null, lapsed: 1 } as const
    await update(tx, row, { verb: 'lapse', after }, stamp)
    const { id, duty, organization, due: was } = row
    adjustments.push({ verb: 'lapse', id, duty, organization, was })
  }
  for (const it of tell?.(adjustments) ?? []) await addDelivery(tx, it, stamp.at)
  const count = (verb: Adjustment['verb']) => adjustments.filter((it) => it.verb === verb).length
  const counts = { arisen: count('arise'), moved: count('move'), lapsed: count('lapse') }
  if (adjustments.length > 0) {
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
  await recordEvent(tx, { obligation: id, verb: 'arise', after: { state: 'open', due } }, stamp)
}

interface Adjusted {
  readonly verb: ObligationEvent['verb']
  readonly after: Standing
  /** From when the ladder counts; unchanged if absent. */
  readonly since?: Row['since']
}

async function update(
  tx: Kysely<Tables>,
  row: Row,
  { verb, after, since = row.since }: Adjusted,
  stamp: Stamp,
): Promise<void> {
  const { state, due, originally, reason, lapsed } = after
  await tx
    .updateTable('obligations')
    .set({ state, due, originally, reason, lapsed, since, changed_at: stamp.at })
    .where('id', '=', row.id)
    .execute()
  await recordEvent(tx, { obligation: row.id, verb, before: row, after: { state, due, reason } }, stamp)
}
