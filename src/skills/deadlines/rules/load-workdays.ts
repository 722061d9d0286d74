import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { messageOf, Problem } from '../../../core/errors.ts'
import { readLocalDate } from '../../../core/local-time.ts'
import { dutyWords } from './duty-words.ts'
import type { WorkdayOverrides } from './workdays.ts'

const header = ['date', 'day', 'source']

/**
 * The office's own table of workdays: `date,day,source`, a day being `workday` or `off`; lines with # are for people.
 * @param file its path; where there is none, nothing is laid down
 * @throws Problem that names every bad line
 */
export function loadWorkdays(file: string): WorkdayOverrides {
  const words = dutyWords['zh-CN'].workdays
  if (!existsSync(file)) return new Map()
  const [head, ...lines] = linesOf(file)
  if (head?.cells.join() !== header.join()) throw new Problem(words.header(file), words.remedy)

  const laidDown = new Map<string, boolean>()
  const faults: string[] = []
  for (const { line, cells } of lines) {
    const [date = '', day = '', source = ''] = cells
    if (readLocalDate(date) === undefined) faults.push(words.badDate(line, date))
    else if (laidDown.has(date)) faults.push(words.twice(line, date))
    else if (day !== 'workday' && day !== 'off') faults.push(words.badDay(line, day))
    else if (source === '') faults.push(words.noSource(line))
    laidDown.set(date, day === 'workday')
  }
  if (faults.length > 0) throw new Problem(words.refused(file, faults), words.remedy)
  return laidDown
}

function linesOf(file: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const words = dutyWords['zh-CN'].workdays
  try {
    const rows = parse(readFileSync(file, 'utf8'), {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[]
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (thrown) {
    throw new Problem(words.refused(file, [messageOf(thrown)]), words.remedy, { cause: thrown })
  }
}
