import type { Duty } from '../../../core/duty.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Kept } from '../../../store/duties.ts'
import { officeWords } from '../office/office-words.ts'
import { type DeadlineParts, problem } from '../parts.ts'
import { type Standing, standingOf } from '../rules/owed-now.ts'
import { keepAndAnnounce } from '../telling/announcing.ts'
import { quoted } from './quoting.ts'
import { parseDutyJson, readWritten } from './read-duty-json.ts'
import {
  type BadDutyRow,
  badRowsTold,
  type DutyRows,
  type LinedDuty,
  readDutyRows,
} from './read-duty-rows.ts'

/** A file of duties, whatever its form. */
export interface DutyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImportParts extends DeadlineParts {
  readonly locale: Locale
  /** The cells of a CSV or XLSX file. @throws Problem */
  readonly readGrid: (file: DutyFile) => Promise<readonly (readonly string[])[]>
}

/**
 * Takes over the duties of a file, all of them or none; what goes live is announced with it.
 * @throws Problem where the file cannot be read, or that names every bad row
 */
export async function importDuties(
  parts: ImportParts,
  file: DutyFile,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<{ readonly kept: Kept; readonly told: string }> {
  const { clock, locale } = parts
  const say = officeWords[locale].import
  const at = clock.now()
  const standing = await standingOf(parts)
  const known = new Map((await parts.duties.list()).map((it) => [it.id, it]))
  const { rows, named } = await rowsOf(parts, file, known, standing)
  if ('missing' in rows) throw problem(say.missing(rows.missing.join('、')))
  if ('bad' in rows) throw problem(badRowsTold(rows.bad, locale, named))
  const { duties, bad } = await held(parts, rows.duties, known)
  if (bad.length > 0) throw problem(badRowsTold(bad, locale, named))
  if (dryRun) {
    const kept = comparedWith(known, duties)
    return {
      kept,
      told: say.rehearsed(kept.added.length, kept.changed.length, kept.unchanged.length),
    }
  }
  const { added, changed, unchanged } = await keepAndAnnounce(parts, duties, standing, {
    who: 'operator',
    at,
  })
  return {
    kept: { added, changed, unchanged },
    told: say.done(added.length, changed.length, unchanged.length),
  }
}

/** The rows of a sheet, or the items of a JSON file. */
async function rowsOf(
  parts: ImportParts,
  file: DutyFile,
  known: ReadonlyMap<string, Duty>,
  { organizations, subjects, circumstances: { now } }: Standing,
): Promise<{ readonly rows: DutyRows; readonly named: 'row' | 'item' }> {
  const { locale } = parts
  const around = { subjects, now }
  const json = file.name.toLowerCase().endsWith('.json')
    ? parseDutyJson(file.name, file.bytes, locale)
    : undefined
  if (json && 'written' in json)
    return { rows: readWritten(json.written, known, around, locale), named: 'item' }
  const { zones } = await parts.zones.snapshot()
  const reading = { register: { organizations, zones }, year: yearOf(dayAt(now)), locale }
  const grid = json ? json.grid : await parts.readGrid(file)
  return { rows: readDutyRows(grid, known, reading, around), named: 'row' }
}

/** The duties with their documents' own names, and those whose words stand in no document. */
async function held(
  { documents, locale }: ImportParts,
  rows: readonly LinedDuty[],
  known: ReadonlyMap<string, Duty>,
): Promise<{ readonly duties: readonly Duty[]; readonly bad: readonly BadDutyRow[] }> {
  const duties: Duty[] = []
  const bad: BadDutyRow[] = []
  for (const { line, duty } of rows) {
    const read = await quoted(duty, known.get(duty.id), documents, locale)
    if ('refused' in read) bad.push({ line, what: read.refused })
    else duties.push(read.duty)
  }
  return { duties, bad }
}

/** What keeping these would do. Pure. */
function comparedWith(known: ReadonlyMap<string, Duty>, wanted: readonly Duty[]): Kept {
  const kept = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] }
  for (const duty of wanted) {
    const before = known.get(duty.id)
    const same = before !== undefined && JSON.stringify(sorted(before)) === JSON.stringify(sorted(duty))
    kept[before === undefined ? 'added' : same ? 'unchanged' : 'changed'].push(duty.id)
  }
  return kept
}

const sorted = (duty: Duty) => Object.entries({ ...duty, revision: 0 }).sort(([a], [b]) => (a < b ? -1 : 1))
