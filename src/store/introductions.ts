import type { Generated, Kysely } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { Acquaintance, Introduction, IntroductionState, IntroductionVerb } from '../core/introduction.ts'
import { openIntroduction } from '../core/introduction.ts'
import type { Stamp } from './audit.ts'
import { fromJson } from './from-json.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import { cellsOfStamp, type StampedCells, stampOfCells } from './stamped-cells.ts'
import type { Tables } from './tables.ts'

interface IntroductionTable {
  id: string
  need: string
  offer: string
  asker: string
  asked: string
  /** Both organizations, whichever asked. */
  pair: string
  state: IntroductionState
  since: Instant
  body: string
  revision: number
}

interface IntroductionEventTable extends StampedCells {
  id: Generated<number>
  introduction: string
  verb: IntroductionVerb
  state_after: IntroductionState
}

export interface IntroductionTables {
  introductions: IntroductionTable
  introduction_events: IntroductionEventTable
}

/** One entry of an introduction's history. */
export interface IntroductionEvent {
  readonly verb: IntroductionVerb
  readonly after: IntroductionState
  readonly stamp: Stamp
}

export interface IntroductionFilter {
  /** Of which one of the two is this organization. */
  readonly organization?: string
  readonly states?: readonly IntroductionState[]
}

/** What became of what two organizations have between them. */
export interface IntroductionMove {
  readonly verb: IntroductionVerb
  readonly after: Introduction
}

export interface Introductions {
  /**
   * The one way in which anything between two organizations changes: what they have is read, `move` says what comes of it,
   * and that is kept together with its history and the deliveries that tell of it, all in one transaction. Two who press at
   * once come one after the other.
   * @param move pure, it runs inside the transaction; a move that has no `after` writes nothing
   */
  act<M extends IntroductionMove | { readonly refused: string }>(
    pair: readonly [one: string, other: string],
    move: (between: Acquaintance) => M,
    stamp: Stamp,
    tell?: (moved: IntroductionMove) => readonly OutboxItem[],
  ): Promise<M>
  find(id: string): Promise<Introduction | undefined>
  /** Oldest first. */
  list(filter?: IntroductionFilter): Promise<readonly Introduction[]>
  /** In how many introductions under way each organization is; those in none are left out. */
  loads(): Promise<ReadonlyMap<string, number>>
  /** Oldest first. */
  history(id: string): Promise<readonly IntroductionEvent[]>
}

export function makeIntroductions(db: Kysely<Tables>): Introductions {
  return {
    act: (pair, move, stamp, tell) =>
      db.transaction().execute(async (tx) => {
        const moved = move(await between(tx, pair))
        if (!('after' in moved)) return moved
        const { verb, after } = moved
        await write(tx, after)
        await tx
          .insertInto('introduction_events')
          .values({ introduction: after.id, verb, state_after: after.state, ...cellsOfStamp(stamp) })
          .execute()
        for (const it of tell?.({ verb, after }) ?? []) await addDelivery(tx, it, stamp.at)
        return moved
      }),

    async find(id) {
      const row = await db.selectFrom('introductions').select('body').where('id', '=', id).executeTakeFirst()
      return row && read(row.body)
    },

    async list({ organization, states } = {}) {
      let query = db.selectFrom('introductions').select('body')
      if (organization !== undefined)
        query = query.where((it) => it.or([it('asker', '=', organization), it('asked', '=', organization)]))
      if (states) query = query.where('state', 'in', states)
      return (await query.orderBy('since').orderBy('id').execute()).map((it) => read(it.body))
    },

    async loads() {
      const rows = await db
        .selectFrom('introductions')
        .select(['asker', 'asked'])
        .where('state', 'in', [...openIntroduction])
        .execute()
      const loads = new Map<string, number>()
      for (const it of rows.flatMap(({ asker, asked }) => [asker, asked]))
        loads.set(it, (loads.get(it) ?? 0) + 1)
      return loads
    },

    async history(id) {
      const rows = await db
        .selectFrom('introduction_events')
        .selectAll()
        .where('introduction', '=', id)
        .orderBy('id')
        .execute()
      return rows.map((it) => ({ verb: it.verb, after: it.state_after, stamp: stampOfCells(it) }))
    },
  }
}

async function between(tx: Kysely<Tables>, [one, other]: readonly [string, string]): Promise<Acquaintance> {
  const rows = await tx
    .selectFrom('introductions')
    .select('body')
    .where('pair', '=', pairOf(one, other))
    .orderBy('since', 'desc')
    .orderBy('id')
    .execute()
  const all = rows.map((it) => read(it.body))
  const open = all.find((it) => openIntroduction.has(it.state))
  const last = all.find((it) => !openIntroduction.has(it.state))
  const blocks = await tx
    .selectFrom('match_blocks')
    .select('organization')
    .where('organization', 'in', [one, other])
    .where('blocked', 'in', [one, other])
    .orderBy('organization')
    .execute()
  return {
    blockedBy: blocks.map((it) => it.organization),
    ...(open ? { open } : {}),
    ...(last ? { last } : {}),
  }
}

async function write(tx: Kysely<Tables>, it: Introduction): Promise<void> {
  const row = {
    need: it.need,
    offer: it.offer,
    asker: it.from,
    asked: it.to,
    pair: pairOf(it.from, it.to),
    state: it.state,
    since: it.since,
    body: JSON.stringify(it),
    revision: it.revision,
  }
  await tx
    .insertInto('introductions')
    .values({ id: it.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
}

function read(body: string): Introduction {
  return fromJson<Introduction>(body)
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`
}
