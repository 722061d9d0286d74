import { type Kysely, type Selectable, sql } from 'kysely'
import { Problem } from '../core/errors.ts'
import type { Tables } from './tables.ts'

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

interface ZoneTable {
  id: string
  ordinal: number
  name: string
  short: string
  aliases: string
  province: string
  region: ZoneRegion
  type: ZoneType | null
  level: ZoneLevel | null
  cohort: string | null
  theme: string | null
  founded: number | null
  status: string | null
}

interface ZoneSourceTable {
  zone_id: string
  field: string
  ordinal: number
  value: string
  file: string
  words: string
}

export interface ZoneTables {
  zones: ZoneTable
  zone_names: { name: string; zone_id: string }
  zone_sources: ZoneSourceTable
  zone_revision: { id: number; value: number }
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
          await write(inside, record, ordinal)
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

async function write(inside: Kysely<Tables>, { zone, sources }: ZoneRecord, ordinal: number): Promise<void> {
  const row = {
    name: zone.name,
    short: zone.short,
    aliases: JSON.stringify(zone.aliases),
    province: zone.province,
    region: zone.region,
    type: zone.type ?? null,
    level: zone.level ?? null,
    cohort: zone.cohort ?? null,
    theme: zone.theme ?? null,
    founded: zone.founded ?? null,
    status: zone.status ?? null,
  }
  await inside
    .insertInto('zones')
    .values({ id: zone.id, ordinal, ...row })
    .onConflict((it) => it.column('id').doUpdateSet(row))
    .execute()
  await inside.deleteFrom('zone_names').where('zone_id', '=', zone.id).execute()
  await inside.deleteFrom('zone_sources').where('zone_id', '=', zone.id).execute()
  const names = new Set([zone.id, zone.name, zone.short, ...zone.aliases].map(folded))
  await inside
    .insertInto('zone_names')
    .values([...names].map((name) => ({ name, zone_id: zone.id })))
    .execute()
  if (sources.length === 0) return
  await inside
    .insertInto('zone_sources')
    .values(sources.map(({ zone: zone_id, ...rest }, at) => ({ zone_id, ordinal: at, ...rest })))
    .execute()
}

function refuseTakenNames(records: readonly ZoneRecord[], before: ReadonlyMap<string, ZoneRecord>): void {
  const owners = new Map([...before.values()].map(({ zone }) => [folded(zone.name), zone.id]))
  const taken = records.filter(({ zone }) => (owners.get(folded(zone.name)) ?? zone.id) !== zone.id)
  if (taken.length === 0) return
  throw new Problem(
    `登记册里已有同名实验区：${taken.map(({ zone }) => zone.name).join('、')}，没有导入任何一行。`,
    '若是同一个实验区，请在文件里用它原来的编号（alliance zones show 名称 可以查到）。',
  )
}

function compare(records: readonly ZoneRecord[], before: ReadonlyMap<string, ZoneRecord>): ZoneImport {
  const added: string[] = []
  const changed: string[] = []
  const unchanged: string[] = []
  for (const record of records) {
    const known = before.get(record.zone.id)
    const pile = !known ? added : same(known, record) ? unchanged : changed
    pile.push(record.zone.name)
  }
  return { added, changed, unchanged }
}

function same(one: ZoneRecord, other: ZoneRecord): boolean {
  return canonical(one) === canonical(other)
}

function canonical({ zone, sources }: ZoneRecord): string {
  const cells = Object.entries(zone)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([cells, sources.map((it) => [it.field, it.value, it.file, it.words])])
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

/** Names are compared without white space, in one width and one case. */
function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

function zoneOf(row: Selectable<ZoneTable>): Zone {
  const aliases: unknown = JSON.parse(row.aliases)
  return {
    id: row.id,
    name: row.name,
    short: row.short,
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    province: row.province,
    region: row.region,
    ...(row.type === null ? {} : { type: row.type }),
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.cohort === null ? {} : { cohort: row.cohort }),
    ...(row.theme === null ? {} : { theme: row.theme }),
    ...(row.founded === null ? {} : { founded: row.founded }),
    ...(row.status === null ? {} : { status: row.status }),
  }
}

function sourceOf(row: Selectable<ZoneSourceTable>): ZoneSource {
  return { zone: row.zone_id, field: row.field, value: row.value, file: row.file, words: row.words }
}
