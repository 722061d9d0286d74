import { Problem } from '../../core/errors.ts'
import type { Locale } from '../../core/locale.ts'
import { list, note, type Reply, reply } from '../../core/reply.ts'
import type { Zone, ZoneFilter, ZoneImport, ZoneRecord, Zones } from '../../store/zones.ts'
import { filterOf } from './filter.ts'
import { readGrid, type SheetFile } from './grid.ts'
import { readZoneRows } from './read-zones.ts'
import { listReply, zoneReply } from './replies.ts'
import { words } from './words.ts'

/** Data for scripts, and the same as a reply for people. */
export interface Told<T> {
  readonly data: T
  readonly reply: Reply
}

export interface ZoneCommands {
  /**
   * Imports a .csv or .xlsx file, all rows or none.
   * @throws Problem that names every bad row
   */
  importZones(
    file: SheetFile,
    options?: { readonly dryRun?: boolean },
  ): Promise<Told<ZoneImport & { readonly ignoredColumns: readonly string[] }>>
  /** Provinces by any name (内蒙), lists also as 验收 or 新申报. @throws Problem where a condition makes no sense */
  listZones(typed?: ZoneFilter): Promise<Told<readonly Zone[]>>
  /** By name, short name, alias or unique beginning. @throws Problem where no zone or several have that name */
  showZone(name: string): Promise<Told<ZoneRecord>>
}

/** What operators do with the register, without a chat. */
export function makeZoneCommands(zones: Zones, locale: Locale = 'zh-CN'): ZoneCommands {
  return {
    async importZones(file, options = {}) {
      const { zones: known } = await zones.snapshot()
      const sheet = readZoneRows(await readGrid(file), file.name, known)
      const outcome = await zones.import(sheet.records, options)
      return {
        data: { ...outcome, ignoredColumns: sheet.ignoredColumns },
        reply: importReply(outcome, sheet.ignoredColumns, options.dryRun ?? false, locale),
      }
    },
    async listZones(typed = {}) {
      const filter = filterOf({ ...typed }, locale)
      const found = await zones.list(filter)
      return { data: found, reply: listReply(found, filter, locale) }
    },
    async showZone(name) {
      const match = await zones.find(name)
      if (match.kind === 'none') throw new Problem(words[locale].none(name), words[locale].noneRemedy)
      if (match.kind === 'several') {
        throw new Problem(words[locale].several(name), match.candidates.map((it) => it.name).join('、'))
      }
      const record = await zones.show(match.zone.id)
      if (!record) throw new Problem(words[locale].none(name), words[locale].noneRemedy)
      return { data: record, reply: zoneReply(record, locale) }
    },
  }
}

function importReply(
  outcome: ZoneImport,
  ignored: readonly string[],
  dryRun: boolean,
  locale: Locale,
): Reply {
  const say = words[locale]
  const counts = [outcome.added.length, outcome.changed.length, outcome.unchanged.length] as const
  return reply(
    dryRun ? say.rehearsed(...counts) : say.imported(...counts),
    ...[[say.added, outcome.added] as const, [say.changed, outcome.changed] as const].flatMap(
      ([title, names]) => (names.length === 0 ? [] : [title, list(names)]),
    ),
    ...(ignored.length === 0 ? [] : [note(say.ignored(ignored.join('、')))]),
  )
}
