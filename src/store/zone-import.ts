import { Problem } from '../core/errors.ts'
import { folded } from './zone-rows.ts'
import type { ZoneImport, ZoneRecord } from './zones.ts'

/** @throws Problem that names every zone whose name belongs to another one already */
export function refuseTakenNames(
  records: readonly ZoneRecord[],
  before: ReadonlyMap<string, ZoneRecord>,
): void {
  const owners = new Map([...before.values()].map(({ zone }) => [folded(zone.name), zone.id]))
  const taken = records.filter(({ zone }) => (owners.get(folded(zone.name)) ?? zone.id) !== zone.id)
  if (taken.length === 0) return
  throw new Problem(
    `登记册里已有同名实验区：${taken.map(({ zone }) => zone.name).join('、')}，没有导入任何一行。`,
    '若是同一个实验区，请在文件里用它原来的编号（alliance zones show 名称 可以查到）。',
  )
}

/** What an import does to the register as it is. Pure. */
export function compare(records: readonly ZoneRecord[], before: ReadonlyMap<string, ZoneRecord>): ZoneImport {
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

/** Whether both say the same with the same proof. Pure. */
export function same(one: ZoneRecord, other: ZoneRecord): boolean {
  return canonical(one) === canonical(other)
}

function canonical({ zone, sources }: ZoneRecord): string {
  const cells = Object.entries(zone)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([cells, sources.map((it) => [it.field, it.value, it.file, it.words])])
}
