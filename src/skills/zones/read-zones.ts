import { pinyin } from 'pinyin-pro'
import { Problem } from '../../core/errors.ts'
import type { Zone, ZoneLevel, ZoneRecord, ZoneSource, ZoneType } from '../../store/zones.ts'
import { provinceOf, provinces, provinceWithin } from './provinces.ts'
import { parts } from './register-data.ts'

/** A file of zones, read: the records to import, and columns that it has but the register does not know. */
export interface ZoneSheet {
  readonly records: readonly ZoneRecord[]
  readonly ignoredColumns: readonly string[]
}

type Column = keyof typeof columns

/** What people write above a column. The first two are needed. */
const columns = {
  name: ['name', '名称', '实验区', '实验区名称', '全称'],
  province: ['province', '省份', '省', '省（区、市）', '省区市'],
  id: ['id', '编号', '代码'],
  short: ['short', '简称'],
  aliases: ['aliases', '别名', '俗称'],
  region: ['region', '地区', '片区', '区域'],
  type: ['type', '类型', '行政类型'],
  level: ['level', '级别'],
  cohort: ['cohort', '批次', '名单'],
  theme: ['theme', '建设主题', '主题'],
  founded: ['founded', '创建年份', '建区年份', '批准年份'],
  status: ['status', '状态'],
} as const

const needed: readonly Column[] = ['name', 'province']
const types: readonly string[] = ['县域型', '城区型', '地级市型', '乡镇型']
const levels: readonly string[] = ['地级', '县级', '区域']

/**
 * Reads the rows of a zone file, every cell with the file and row as its source.
 * @param known zones of the register: a row without an id that bears one of their names gets that zone's id
 * @throws Problem that names every bad row at once: missing columns, unknown provinces, duplicates, impossible values
 */
export function readZoneRows(
  grid: readonly (readonly string[])[],
  file: string,
  known: readonly Zone[] = [],
): ZoneSheet {
  const [header = [], ...rows] = grid
  const at = columnsOf(header)
  const missing = needed.filter((it) => at[it] === undefined)
  if (missing.length > 0) {
    throw new Problem(
      `${file} 缺少列：${missing.map((it) => columns[it][1]).join('、')}。`,
      `第一行应是表头，至少有“名称”和“省份”；可用的列：${Object.values(columns)
        .map((it) => it[1])
        .join('、')}。没有导入任何一行。`,
    )
  }
  const taken = new Map(known.map((it) => [it.id, it.name]))
  const complaints: string[] = []
  const records: ZoneRecord[] = []
  const seen = new Map<string, number>()
  rows.forEach((row, index) => {
    const line = index + 2
    const cell = (name: Column) => (row[at[name] ?? -1] ?? '').trim()
    const wrong = complaintsOf(cell)
    const keys = [cell('name'), cell('id')].filter((it) => it !== '')
    for (const key of keys) {
      const earlier = seen.get(key)
      if (earlier === undefined) seen.set(key, line)
      else if (earlier !== line) wrong.push(`与第${earlier}行重复（${key}）`)
    }
    if (wrong.length > 0) complaints.push(`第${line}行：${wrong.join('，')}`)
    else records.push(recordOf(cell, { file, line, known, taken, named: at.aliases !== undefined }))
  })
  if (complaints.length > 0) {
    throw new Problem(
      `${file} 有${complaints.length}行不能导入，没有导入任何一行：\n${complaints.join('\n')}`,
      '请改正以上各行后重新导入；加 --dry-run 可以只检查不导入。',
    )
  }
  if (records.length === 0) {
    throw new Problem(`${file} 里只有表头，没有数据行。`, '请确认名单在第一个工作表里。')
  }
  return { records, ignoredColumns: header.filter((it) => it.trim() !== '' && columnOf(it) === undefined) }
}

/** The register's own proofs in place of 'file and row': rows of zone, field, value, file and words. */
export function withSources(
  records: readonly ZoneRecord[],
  grid: readonly (readonly string[])[],
): ZoneRecord[] {
  const sources = grid.slice(1).map(
    ([zone = '', field = '', value = '', file = '', words = '']): ZoneSource => ({
      zone,
      field,
      value,
      file,
      words,
    }),
  )
  return records.map(({ zone }) => ({ zone, sources: sources.filter((it) => it.zone === zone.id) }))
}

type Cell = (name: Column) => string

function complaintsOf(cell: Cell): string[] {
  const wrong: string[] = []
  const refuse = (bad: boolean, why: string) => {
    if (bad) wrong.push(why)
  }
  const name = cell('name')
  const province = provinceOf(cell('province'))
  const within = provinceWithin(name)
  refuse(name === '', '没有名称')
  refuse(cell('province') === '', '没有省份')
  refuse(cell('province') !== '' && !province, `未知省份“${cell('province')}”${nearest(cell('province'))}`)
  refuse(
    province !== undefined && within !== undefined && within !== province,
    `名称属${within?.short}，省份却写${province?.short}`,
  )
  refuse(
    province !== undefined && cell('region') !== '' && cell('region') !== province.region,
    `${province?.short}属${province?.region}，地区却写${cell('region')}`,
  )
  refuse(cell('type') !== '' && !types.includes(cell('type')), `类型只能是${types.join('、')}`)
  refuse(cell('level') !== '' && !levels.includes(cell('level')), `级别只能是${levels.join('、')}`)
  refuse(
    cell('founded') !== '' && !(/^\d{4}$/.test(cell('founded')) && Number(cell('founded')) >= 1986),
    `创建年份“${cell('founded')}”不是1986年以后的四位年份`,
  )
  refuse(cell('id') !== '' && !/^[a-z][a-z0-9-]*$/.test(cell('id')), '编号只能用小写字母、数字和连字符')
  return wrong
}

function nearest(typed: string): string {
  const near = provinces.find((it) => [...typed].some((character) => it.short.includes(character)))
  return near ? `（是否${near.short}？）` : ''
}

interface Around {
  readonly file: string
  readonly line: number
  readonly known: readonly Zone[]
  readonly taken: Map<string, string>
  /** The file has a column of aliases: where it is empty, there are none. */
  readonly named: boolean
}

function recordOf(cell: Cell, { file, line, known, taken, named }: Around): ZoneRecord {
  const name = cell('name')
  const province = provinceOf(cell('province')) ?? { short: cell('province'), region: '东部' as const }
  const short = cell('short') || shortOf(name)
  const id = cell('id') || known.find((it) => it.name === name)?.id || freshId(province.short, short, taken)
  taken.set(id, name)
  const founded = cell('founded')
  const zone: Zone = {
    id,
    name,
    short,
    aliases: named ? parts(cell('aliases')) : aliasesOf(short),
    province: province.short,
    region: province.region,
    ...optional('type', cell('type') as ZoneType | ''),
    ...optional('level', cell('level') as ZoneLevel | ''),
    ...optional('cohort', cell('cohort')),
    ...optional('theme', cell('theme')),
    ...(founded === '' ? {} : { founded: Number(founded) }),
    ...optional('status', cell('status')),
  }
  const sources = (Object.keys(columns) as Column[])
    .filter((field) => field !== 'id' && cell(field) !== '')
    .map(
      (field): ZoneSource => ({
        zone: id,
        field,
        value: cell(field),
        file: `${file} 第${line}行`,
        words: cell(field),
      }),
    )
  return { zone, sources }
}

function optional<K extends string, V extends string>(key: K, value: V | '') {
  return (value === '' ? {} : { [key]: value }) as Partial<Record<K, V>>
}

/** The last unit of a name, e.g. 宜兴市 of 江苏省无锡市宜兴市. */
function shortOf(name: string): string {
  const province = provinces.find((it) => name.startsWith(it.full))
  const inner = province ? name.slice(province.full.length) : name
  return /(?:市|自治州|地区)(.{2,})$/.exec(inner)?.[1] ?? (inner || name)
}

function aliasesOf(short: string): string[] {
  const stem = short.replace(/(?<![新林高地城])[市县区]$/, '')
  return stem.length >= 2 && stem !== short ? [stem] : []
}

function freshId(province: string, short: string, taken: ReadonlyMap<string, string>): string {
  const latin = (text: string) =>
    pinyin(text.replace(/[市县区]$/, '') || text, { toneType: 'none', type: 'array', v: true })
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
  const base = `${latin(province)}-${latin(short)}`.replace(/^[^a-z]+/, 'zone-')
  let id = base
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`
  return id
}

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  header.forEach((title, index) => {
    const column = columnOf(title)
    if (column !== undefined && found[column] === undefined) found[column] = index
  })
  return found
}

function columnOf(title: string): Column | undefined {
  const wanted = title.trim().toLowerCase()
  return (Object.keys(columns) as Column[]).find((it) => columns[it].some((name) => name === wanted))
}
