import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf, Problem } from '../../core/errors.ts'
import type { ZoneRecord, Zones } from '../../store/zones.ts'
import { readGrid } from './grid.ts'
import { readZoneRows, withSources } from './read-zones.ts'
import { type RegisterData, readRegisterData } from './register-data.ts'

/**
 * Reads the figures, the chronicle and the tables of data/register.
 * @param folder path of data/register
 * @throws Problem where a file is missing, unreadable or misses a column
 */
export function loadRegister(folder: string): RegisterData {
  return readRegisterData((file) => bytesOf(folder, file).toString('utf8'))
}

/**
 * Reads data/register/zones.csv, every cell with its proof out of zone-sources.csv.
 * @throws Problem where a file is missing or a row is bad
 */
export async function loadZones(folder: string): Promise<ZoneRecord[]> {
  const grid = (name: string) => readGrid({ name, bytes: bytesOf(folder, name) })
  return withSources(
    readZoneRows(await grid('zones.csv'), 'zones.csv').records,
    await grid('zone-sources.csv'),
  )
}

/**
 * Gives a new installation its register. Zones that the store already has stay as they are: an office that corrected
 * one must not find it changed back after a restart.
 * @returns how many were added
 */
export async function seedZones(folder: string, zones: Zones): Promise<number> {
  const known = new Set((await zones.snapshot()).zones.flatMap((it) => [it.id, it.name]))
  const fresh = (await loadZones(folder)).filter(({ zone }) => !known.has(zone.id) && !known.has(zone.name))
  if (fresh.length === 0) return 0
  return (await zones.import(fresh)).added.length
}

function bytesOf(folder: string, file: string): Buffer {
  try {
    return readFileSync(join(folder, file))
  } catch (thrown) {
    throw new Problem(
      `读不到登记册文件 ${file}：${messageOf(thrown)}。`,
      '请确认 data/register 文件夹完整，必要时从安装包中恢复。',
      { cause: thrown },
    )
  }
}
