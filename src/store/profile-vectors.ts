import { type Generated, type Kysely, sql } from 'kysely'
import type { Profile } from '../core/profile.ts'
import { readProfile } from './profile-body.ts'
import type { Tables } from './tables.ts'

interface ProfileVectorTable {
  id: Generated<number>
  profile: string
  model: string
  /** 32-bit floats, the lowest byte first. */
  value: Uint8Array
}

export interface ProfileVectorTables {
  profile_vectors: ProfileVectorTable
}

/** A profile whose words have no vector yet, and as of which of its changes they were read. */
export interface Unembedded {
  readonly profile: Profile
  readonly change: number
}

/**
 * Vectors of profiles: of those that are published to the whole alliance, and of no others. What its owner shows to some is
 * not sent anywhere, and what is taken back leaves nothing behind.
 */
export interface ProfileVectors {
  /** Those without a vector of that model, by id, of those after an id. */
  missing(model: string, after: string, most: number): Promise<readonly Unembedded[]>
  counts(model: string): Promise<{ readonly profiles: number; readonly embedded: number }>
  /**
   * Keeps vectors in the place of any earlier ones; not where the profile has changed since it was read. Those of the same
   * model and another dimension go: they cannot be compared.
   */
  put(
    model: string,
    vectors: readonly (Pick<Unembedded, 'change'> & {
      readonly profile: string
      readonly vector: Float32Array
    })[],
  ): Promise<void>
  /** What was put after a mark, 0 for all; and the mark from which to go on. */
  since(
    model: string,
    mark: number,
  ): Promise<{ readonly mark: number; readonly vectors: ReadonlyMap<string, Float32Array> }>
  /** Which of these profiles still have the vector that they had. */
  having(model: string, profiles: readonly string[]): Promise<ReadonlySet<string>>
}

const sendable = sql`state = 'published' AND body ->> 'visibility' = 'alliance'`
const change = sql<number>`(SELECT max(id) FROM profile_events WHERE profile = profiles.id)`

export function makeProfileVectors(db: Kysely<Tables>): ProfileVectors {
  return {
    async missing(model, after, most) {
      const { rows } = await sql<{ body: string; change: number }>`
        SELECT body, ${change} change FROM profiles
        WHERE profiles.id > ${after} AND ${sendable}
          AND profiles.id NOT IN (SELECT profile FROM profile_vectors WHERE model = ${model})
        ORDER BY profiles.id LIMIT ${most}`.execute(db)
      return rows.map((it) => ({ profile: readProfile(it.body), change: it.change }))
    },

    async counts(model) {
      const { rows } = await sql<{ profiles: number; embedded: number }>`
        SELECT count(*) profiles, count(profile) embedded
        FROM profiles LEFT JOIN profile_vectors ON profile = profiles.id AND model = ${model}
        WHERE ${sendable}`.execute(db)
      return rows[0] ?? { profiles: 0, embedded: 0 }
    },

    async put(model, vectors) {
      if (vectors.length === 0) return
      await db.transaction().execute(async (tx) => {
        const length = vectors[0]?.vector.byteLength ?? 0
        await sql`DELETE FROM profile_vectors WHERE model = ${model} AND length(value) <> ${length}`.execute(
          tx,
        )
        for (const { profile, vector, ...read } of vectors) {
          await tx.deleteFrom('profile_vectors').where('profile', '=', profile).execute()
          await sql`
            INSERT INTO profile_vectors (profile, model, value)
            SELECT profiles.id, ${model}, ${bytesOf(vector)} FROM profiles
            WHERE profiles.id = ${profile} AND ${sendable} AND ${change} = ${read.change}`.execute(tx)
        }
      })
    },

    async since(model, mark) {
      const rows = await db
        .selectFrom('profile_vectors')
        .select(['id', 'profile', 'value'])
        .where('model', '=', model)
        .where('id', '>', mark)
        .orderBy('id')
        .execute()
      return {
        mark: rows.at(-1)?.id ?? mark,
        vectors: new Map(rows.map((it) => [it.profile, vectorOf(it.value)])),
      }
    },

    async having(model, profiles) {
      if (profiles.length === 0) return new Set()
      const rows = await db
        .selectFrom('profile_vectors')
        .select('profile')
        .where('model', '=', model)
        .where('profile', 'in', profiles)
        .execute()
      return new Set(rows.map((it) => it.profile))
    },
  }
}

/** Called inside the transaction that changes a profile: its vector stays only while it says the same to everybody. */
export async function forgetMeaning(
  tx: Kysely<Tables>,
  before: Profile | undefined,
  after: Profile,
): Promise<void> {
  const isOpen = after.state === 'published' && after.visibility === 'alliance'
  const same = (['title', 'what', 'gives', 'asks'] as const).every((it) => before?.[it] === after[it])
  if (!isOpen || !same) await tx.deleteFrom('profile_vectors').where('profile', '=', after.id).execute()
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** A copy: what the driver hands over need not begin at a multiple of four. */
const vectorOf = (value: Uint8Array) => new Float32Array(Uint8Array.from(value).buffer)
