import type { Generated, Kysely } from 'kysely'
import type { Instant, LocalDate } from '../core/clock.ts'
import type { Profile, ProfileKind, ProfileState } from '../core/profile.ts'
import type { Stamp } from './audit.ts'
import type { OutboxItem } from './outbox.ts'
import { addDelivery } from './outbox-rows.ts'
import { readProfile, writeProfile } from './profile-body.ts'
import { forgetMeaning } from './profile-vectors.ts'
import { cellsOfStamp, type StampedCells, stampOfCells } from './stamped-cells.ts'
import type { Tables } from './tables.ts'

interface ProfileTable {
  id: string
  owner: string
  kind: ProfileKind
  state: ProfileState
  valid_until: LocalDate | null
  body: string
  revision: number
  told_at: Instant | null
}

interface ProfileEventTable extends StampedCells {
  id: Generated<number>
  profile: string
  verb: ProfileVerb
  body: string
  revision: number
}

export interface ProfileTables {
  profiles: ProfileTable
  profile_events: ProfileEventTable
}

export type ProfileVerb = 'draft' | 'edit' | 'publish' | 'renew' | 'archive' | 'import' | 'seed'

/** One entry of a profile's history: what was done, and how it read afterwards. */
export interface ProfileEvent {
  readonly verb: ProfileVerb
  readonly after: Profile
  readonly stamp: Stamp
}

export interface ProfileFilter {
  readonly owner?: string
  readonly states?: readonly ProfileState[]
  readonly kinds?: readonly ProfileKind[]
}

export interface Profiles {
  /**
   * The one way in which somebody changes a profile: what stands there is read, `move` says how it is to read, and that is
   * kept together with its history and the deliveries that tell of it, all in one transaction.
   * @param move pure; it runs inside the transaction. Nothing is written where it gives the same object, or nothing
   * @returns the profile as it then is; undefined where there is none
   * @throws whatever `move` throws; then nothing is changed
   */
  act(
    id: string,
    verb: ProfileVerb,
    move: (before: Profile | undefined) => Profile | undefined,
    stamp: Stamp,
    tell?: (after: Profile) => readonly OutboxItem[],
  ): Promise<Profile | undefined>
  /** Adds all of them or, where one cannot be added, none. What is there already and nobody changed is replaced. */
  addAll(profiles: readonly Profile[], verb: 'import' | 'seed', stamp: Stamp): Promise<number>
  find(id: string): Promise<Profile | undefined>
  /** By owner, then id. */
  list(filter?: ProfileFilter): Promise<readonly Profile[]>
  /** Oldest first. */
  history(id: string): Promise<readonly ProfileEvent[]>
  /** Grows with every change of any profile: what was made of earlier ones is void. */
  edition(): Promise<number>
  /** Those that changed after an edition, as they are now. */
  changedSince(edition: number): Promise<readonly Profile[]>
  /** Those published that nobody has been told of yet. */
  untold(): Promise<readonly Profile[]>
  /** When others were last told of a profile; what a new installation starts with was never news. */
  lastTold(): Promise<Instant | undefined>
  /** From now on they count as told; the deliveries that tell of them are kept with that. */
  told(ids: readonly string[], deliveries: readonly OutboxItem[], now: Instant): Promise<void>
}

export function makeProfiles(db: Kysely<Tables>): Profiles {
  return {
    act: (id, verb, move, stamp, tell) =>
      db.transaction().execute(async (tx) => {
        const before = await findIn(tx, id)
        const after = move(before)
        if (!after || after === before) return before
        const next = { ...after, id, revision: (before?.revision ?? 0) + 1 }
        await write(tx, before, next, verb, stamp)
        for (const it of tell?.(next) ?? []) await addDelivery(tx, it, stamp.at)
        return next
      }),

    addAll: (profiles, verb, stamp) =>
      db.transaction().execute(async (tx) => {
        let added = 0
        for (const it of profiles) {
          const before = await findIn(tx, it.id)
          const next = { ...it, revision: 1 }
          const touched = before && before.revision > 1
          if (touched || (before && writeProfile(before) === writeProfile(next))) continue
          await write(tx, before, next, verb, stamp)
          added += 1
        }
        return added
      }),

    find: (id) => findIn(db, id),

    async list({ owner, states, kinds } = {}) {
      let query = db.selectFrom('profiles').select('body')
      if (owner !== undefined) query = query.where('owner', '=', owner)
      if (states) query = query.where('state', 'in', states)
      if (kinds) query = query.where('kind', 'in', kinds)
      return (await query.orderBy('owner').orderBy('id').execute()).map((it) => readProfile(it.body))
    },

    async history(id) {
      const rows = await db
        .selectFrom('profile_events')
        .selectAll()
        .where('profile', '=', id)
        .orderBy('id')
        .execute()
      return rows.map((it) => ({ verb: it.verb, after: readProfile(it.body), stamp: stampOfCells(it) }))
    },

    async edition() {
      const row = await db
        .selectFrom('profile_events')
        .select((it) => it.fn.max('id').as('last'))
        .executeTakeFirst()
      return row?.last ?? 0
    },

    async changedSince(edition) {
      const rows = await db
        .selectFrom('profiles')
        .select('body')
        .where('id', 'in', (it) =>
          it.selectFrom('profile_events').select('profile').where('id', '>', edition),
        )
        .orderBy('id')
        .execute()
      return rows.map((it) => readProfile(it.body))
    },

    async untold() {
      const rows = await db
        .selectFrom('profiles')
        .select('body')
        .where('state', '=', 'published')
        .where('told_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map((it) => readProfile(it.body))
    },

    async lastTold() {
      const { at } = await db
        .selectFrom('profiles')
        .select((it) => it.fn.max('told_at').as('at'))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('profile_events')
                .select('profile_events.id')
                .whereRef('profile_events.profile', '=', 'profiles.id')
                .where('verb', '=', 'seed'),
            ),
          ),
        )
        .executeTakeFirstOrThrow()
      return at ?? undefined
    },

    told: (ids, deliveries, now) =>
      db.transaction().execute(async (tx) => {
        if (ids.length > 0)
          await tx.updateTable('profiles').set({ told_at: now }).where('id', 'in', ids).execute()
        for (const it of deliveries) await addDelivery(tx, it, now)
      }),
  }
}

async function findIn(db: Kysely<Tables>, id: string): Promise<Profile | undefined> {
  const row = await db.selectFrom('profiles').select('body').where('id', '=', id).executeTakeFirst()
  return row && readProfile(row.body)
}

async function write(
  tx: Kysely<Tables>,
  before: Profile | undefined,
  it: Profile,
  verb: ProfileVerb,
  stamp: Stamp,
): Promise<void> {
  const body = writeProfile(it)
  const { id, owner, kind, state, revision } = it
  const row = { owner, kind, state, body, revision, valid_until: it.validUntil ?? null }
  // What a new installation starts with is no news to anybody.
  const told_at = verb === 'seed' ? stamp.at : null
  await tx
    .insertInto('profiles')
    .values({ id, ...row, told_at })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
  await tx
    .insertInto('profile_events')
    .values({ profile: id, verb, body, revision, ...cellsOfStamp(stamp) })
    .execute()
  await forgetMeaning(tx, before, it)
}
