import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import { compare, refuseTakenNames, same } from './zone-import.ts'
import { folded, sourceOf, writeZone, zoneOf } from './zone-rows.ts'

export type ZoneRegion = '东部' | '中部' | '西部'
export type ZoneType = '县域型' | '城区型' | '地级市型' | '乡镇型'
/** How the office sorts new applications (annual report 2014, 二.2). */
export type ZoneLevel = '地级' | '县级' | '区域'

/** One zone of the register. A cell that no document states is absent, never guessed. */
export interface Zone {
  /** Stable, e.g. `jiangsu-yixing`. */
  readonly id: string
  /** As printed, from the province down. */
  readonly name: string
  readonly short: string
  readonly aliases: readonly string[]
  /** Short name, e.g. 江苏. */
  readonly province: string
  readonly region: ZoneRegion
  readonly type?: ZoneType
  readonly level?: ZoneLevel
  /** In which list it stands: 2014验收, 2014新申报, 撤出, 文中提及. Open: an imported file may bring later years. */
  readonly cohort?: string
  /** 建设主题 */
  readonly theme?: string
  readonly founded?: number
  readonly status?: string
}

/** Where a cell comes from: the file and its words, verbatim. A field may have several that contradict each other. */
export interface ZoneSource {
  readonly zone: string
  readonly field: string
  readonly value: string
  readonly file: string
  readonly words: string
}

/** A zone with the proof of its cells. */
export interface ZoneRecord {
  readonly zone: Zone
  readonly sources: readonly ZoneSource[]
}

/** Conditions that all must hold; one that is absent admits every zone, also those whose cell is unknown. */
export interface ZoneFilter {
  readonly province?: string
  readonly region?: ZoneRegion
  readonly type?: ZoneType
  readonly cohort?: string
  readonly status?: string
  readonly founded?: number
}

/** What a name means: one zone, several that it could mean, or none. */
export type ZoneMatch =
  | { readonly kind: 'one'; readonly zone: Zone }
  | { readonly kind: 'several'; readonly candidates: readonly Zone[] }
  | { readonly kind: 'none' }

/** Names of what an import did, or in a dry run would do. */
export interface ZoneImport {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
}

/** The whole register at one moment; the same object until an import changes it. */
export interface ZoneSnapshot {
  readonly zones: readonly Zone[]
  readonly sources: readonly ZoneSource[]
}

export interface Zones {
  /**
   * Adds zones and replaces those of the same id, with their sources; never removes one. All or nothing.
   * @throws Problem where a name already belongs to another zone
   */
  import(records: readonly ZoneRecord[], options?: { readonly dryRun?: boolean }): Promise<ZoneImport>
  /** In the order of the documents. */
  list(filter?: ZoneFilter): Promise<readonly Zone[]>
  show(id: string): Promise<ZoneRecord | undefined>
  /** By id, full name, short name or alias; else by what exactly one zone's name begins with. */
  find(text: string): Promise<ZoneMatch>
  snapshot(): Promise<ZoneSnapshot>
}

/** The zone register in the store. */
export function makeZones(db: Kysely<Tables>): Zones {
  let kept: { revision: number; snapshot: ZoneSnapshot } | undefined

  async function recordsOf(at: Kysely<Tables>): Promise<Map<string, ZoneRecord>> {
    const rows = await at.selectFrom('zones').selectAll().orderBy('ordinal').execute()
    const sources = await at.selectFrom('zone_sources').selectAll().orderBy('ordinal').execute()
    const records = new Map(rows.map((row) => [row.id, { zone: zoneOf(row), sources: [] as ZoneSource[] }]))
    for (const row of sources) records.get(row.zone_id)?.sources.push(sourceOf(row))
    return records
  }

  return {
    async import(records, options = {}) {
      return db.transaction().execute(async (inside) => {
        const before = await recordsOf(inside)
        refuseTakenNames(records, before)
        const outcome = compare(records, before)
        if (options.dryRun || outcome.added.length + outcome.changed.length === 0) return outcome
        let ordinal = before.size
        for (const record of records) {
          const known = before.get(record.zone.id)
          if (known && same(known, record)) continue
          if (!known) ordinal += 1
          await writeZone(inside, record, ordinal)
        }
        await inside
          .updateTable('zone_revision')
          .set((it) => ({ value: it('value', '+', 1) }))
          .execute()
        return outcome
      })
    },

    async list(filter = {}) {
      let query = db.selectFrom('zones').selectAll().orderBy('ordinal')
      for (const column of ['province', 'region', 'type', 'cohort', 'status', 'founded'] as const) {
        const wanted = filter[column]
        if (wanted !== undefined) query = query.where(column, '=', wanted)
      }
      return (await query.execute()).map(zoneOf)
    },

    async show(id) {
      const row = await db.selectFrom('zones').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const sources = await db
        .selectFrom('zone_sources')
        .selectAll()
        .where('zone_id', '=', id)
        .orderBy('ordinal')
        .execute()
      return { zone: zoneOf(row), sources: sources.map(sourceOf) }
    },

    async find(text) {
      const name = folded(text)
      if (name === '') return { kind: 'none' }
      const exact = await named(db, (it) => it.where('zone_names.name', '=', name))
      if (exact.length > 0) return matchOf(exact)
      // `substr`, not LIKE: a name with % or _ in it is just a name.
      const beginning = await named(db, (it) =>
        it.where((where) =>
          where(where.fn('substr', ['zone_names.name', where.val(1), where.val(name.length)]), '=', name),
        ),
      )
      return matchOf(beginning)
    },

    async snapshot() {
      const { rows } = await sql<{ value: number }>`SELECT value FROM zone_revision`.execute(db)
      const value = rows[0]?.value ?? 0
      if (kept?.revision === value) return kept.snapshot
      const records = [...(await recordsOf(db)).values()]
      const snapshot = { zones: records.map((it) => it.zone), sources: records.flatMap((it) => it.sources) }
      kept = { revision: value, snapshot }
      return snapshot
    },
  }
}

type NameQuery = ReturnType<typeof nameQuery>

function nameQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('zones')
    .innerJoin('zone_names', 'zone_names.zone_id', 'zones.id')
    .selectAll('zones')
    .distinct()
}

async function named(db: Kysely<Tables>, narrow: (query: NameQuery) => NameQuery): Promise<Zone[]> {
  const rows = await narrow(nameQuery(db)).orderBy('zones.ordinal').limit(20).execute()
  return rows.map(zoneOf)
}

function matchOf(zones: readonly Zone[]): ZoneMatch {
  const [zone] = zones
  if (!zone) return { kind: 'none' }
  return zones.length === 1 ? { kind: 'one', zone } : { kind: 'several', candidates: zones }
}
