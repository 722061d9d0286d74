import type { Duty } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import { officeWords } from '../office/office-words.ts'
import type { Around } from '../rules/validate-duty.ts'
import { blankDuty, type DutyCells, faultsOf, type Reading, readDuty } from './read-duty.ts'

/** A row that is wrong; `line` counts from 1, the header included, as a spreadsheet shows it. */
export interface BadDutyRow {
  readonly line: number
  readonly what: string
}

/** A duty with the row it comes from. */
export interface LinedDuty {
  readonly line: number
  readonly duty: Duty
}

export type DutyRows =
  | { readonly duties: readonly LinedDuty[] }
  | { readonly missing: readonly string[] }
  | { readonly bad: readonly BadDutyRow[] }

type Column = keyof DutyCells | 'id'

/** What a header may say, in lower case. */
const columns: Readonly<Record<Column, readonly string[]>> = {
  id: ['编号', 'id'],
  title: ['名称', '事项', 'title'],
  kind: ['类型', 'kind'],
  audience: ['谁要交', '对象', 'audience'],
  rule: ['什么时候', '截止', '截止日期', '规则', 'rule'],
  before: ['提前几天', 'before'],
  after: ['逾期后几个工作日', 'after'],
  at: ['几点', 'at'],
  province: ['抄送省级部门', 'province'],
  office: ['抄送办公室', 'office'],
  materials: ['材料', 'materials'],
  channel: ['渠道', 'channel'],
  source: ['出处', '文件', 'source'],
  path: ['路径', 'path'],
  quote: ['原文', 'quote'],
  state: ['状态', 'state'],
}

const needed: readonly Column[] = ['id', 'title', 'audience', 'rule']

/**
 * The duties of a sheet, all of them or every bad row with why. A row changes the duty of its id, an empty cell leaves
 * what was; dates may have any of the usual forms, row by row. Pure.
 */
export function readDutyRows(
  grid: readonly (readonly string[])[],
  known: ReadonlyMap<string, Duty>,
  reading: Reading,
  around: Around,
): DutyRows {
  const say = officeWords[reading.locale]
  const header = (grid[0] ?? []).map((it) => it.trim().toLowerCase())
  const at = (column: Column) => header.findIndex((it) => columns[column].includes(it))
  const missing = needed.filter((it) => at(it) < 0)
  if (missing.length > 0) return { missing: missing.map((it) => columns[it][0] ?? it) }

  const duties: LinedDuty[] = []
  const bad: BadDutyRow[] = []
  const seen = new Map<string, number>()
  for (const [index, row] of grid.slice(1).entries()) {
    const line = index + 2
    if (row.every((it) => it.trim() === '')) continue
    const cells = cellsOf(row, at)
    const id = (row[at('id')] ?? '').trim()
    const problems: string[] = []
    const before = seen.get(id)
    if (before !== undefined) problems.push(say.bad.twice(before))
    seen.set(id, line)
    const read = readDuty(known.get(id) ?? blankDuty(id), cells, reading)
    if ('problems' in read) problems.push(...read.problems)
    else problems.push(...faultsOf(read.duty, around, reading.locale))
    if (problems.length > 0) bad.push({ line, what: problems.join('；') })
    else if ('duty' in read) duties.push({ line, duty: read.duty })
  }
  return bad.length > 0 ? { bad } : { duties }
}

function cellsOf(row: readonly string[], at: (column: Column) => number): DutyCells {
  const names = Object.keys(columns) as Column[]
  const filled = names.flatMap((name) => {
    const value = name === 'id' ? '' : (row[at(name)] ?? '').trim()
    return value === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(filled)
}

/** Every bad row, or item of a JSON file, in one report. Pure. */
export function badRowsTold(bad: readonly BadDutyRow[], locale: Locale, named: 'row' | 'item' = 'row'): Told {
  const say = officeWords[locale].import
  return say.bad(bad.map((it) => say[named](it.line, it.what)).join('\n'))
}
