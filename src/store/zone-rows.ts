import type { Kysely, Selectable } from 'kysely'
import type { Tables } from './tables.ts'
import type { Zone, ZoneLevel, ZoneRecord, ZoneRegion, ZoneSource, ZoneType } from './zones.ts'

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

/** Puts a zone with its names and sources in the place of what was there. */
export async function writeZone(
  inside: Kysely<Tables>,
  { zone, sources }: ZoneRecord,
  ordinal: number,
): Promise<void> {
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

/** Names are compared without white space, in one width and one case. */
export function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

export function zoneOf(row: Selectable<ZoneTable>): Zone {
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

export function sourceOf(row: Selectable<ZoneSourceTable>): ZoneSource {
  return { zone: row.zone_id, field: row.field, value: row.value, file: row.file, words: row.words }
}
