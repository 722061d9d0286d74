import type { Duty } from '../../../core/duty.ts'
import { messageOf } from '../../../core/errors.ts'
import type { Locale } from '../../../core/locale.ts'
import { officeWords } from '../office/office-words.ts'
import { problem } from '../parts.ts'
import { dutyWords } from '../rules/duty-words.ts'
import { type Around, validateDuty } from '../rules/validate-duty.ts'
import type { BadDutyRow, DutyRows, LinedDuty } from './read-duty-rows.ts'

/** A JSON file of duties, whatever its form. */
export type DutyJson =
  /** Rows whose names are the columns of a sheet; the first row of the grid holds the names. */
  | { readonly grid: readonly (readonly string[])[] }
  /** Duties written out as in data/duties. */
  | { readonly written: readonly unknown[] }

/** @throws Problem where it is no JSON, or neither a duty nor a list of them */
export function parseDutyJson(name: string, bytes: Uint8Array, locale: Locale): DutyJson {
  const say = officeWords[locale].import
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (thrown) {
    throw problem(say.noJson(name, messageOf(thrown)))
  }
  const items: readonly unknown[] = Array.isArray(read) ? read : [read]
  if (items.length === 0 || !items.every(isRecord)) throw problem(say.noList(name))
  // A cell of a sheet is text; whoever writes an audience out writes the whole duty out.
  if (items.some((it) => isRecord(it.audience))) return { written: items }
  const header = [...new Set(items.flatMap((it) => Object.keys(it)))]
  return { grid: [header, ...items.map((it) => header.map((column) => cellText(it[column])))] }
}

/** Duties as data/duties has them, all of them or every bad one with why; `line` counts the items from 1. Pure. */
export function readWritten(
  items: readonly unknown[],
  known: ReadonlyMap<string, Duty>,
  around: Around,
  locale: Locale,
): DutyRows {
  const duties: LinedDuty[] = []
  const bad: BadDutyRow[] = []
  const seen = new Map<string, number>()
  for (const [index, item] of items.entries()) {
    const line = index + 1
    const checked = validateDuty(item, around)
    if (checked.faults) {
      bad.push({ line, what: checked.faults.map((it) => dutyWords[locale].fault(it)).join('；') })
      continue
    }
    const { duty } = checked
    const twice = seen.get(duty.id)
    if (twice !== undefined) {
      bad.push({ line, what: officeWords[locale].bad.twiceItem(twice) })
      continue
    }
    seen.set(duty.id, line)
    const before = known.get(duty.id)
    const counted = {
      ...(before ? { revision: before.revision } : {}),
      ...(before?.liveSince === undefined ? {} : { liveSince: before.liveSince }),
    }
    duties.push({ line, duty: { ...duty, ...counted } })
  }
  return bad.length > 0 ? { bad } : { duties }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cellText(value: unknown): string {
  return value === undefined || value === null ? '' : Array.isArray(value) ? value.join('；') : String(value)
}
