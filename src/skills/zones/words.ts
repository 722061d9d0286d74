import type { Catalogue } from '../../core/locale.ts'

/** The words of the zones room. Register answers themselves are Chinese like their documents (phrases.ts). */
export interface ZoneWords {
  readonly summary: string
  readonly listSummary: string
  readonly showSummary: string
  readonly options: Readonly<
    Record<'province' | 'region' | 'type' | 'cohort' | 'status' | 'founded' | 'name', string>
  >
  readonly columns: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  readonly unknown: string
  readonly title: string
  readonly sources: string
  readonly next: string
  readonly noFilter: string
  /** The documents give no complete list of national zones, and the register must not look like one. */
  readonly incomplete: string
  counted(count: number, from: number, to: number, filter: string): string
  nothing(filter: string): string
  several(name: string): string
  none(name: string): string
  noneRemedy: string
  badYear(value: string): string
  badProvince(value: string): string
  badChoice(field: string, value: string): string
  oneOf(values: string): string
  filterRemedy: string
  source(file: string): string
  imported(added: number, changed: number, unchanged: number): string
  rehearsed(added: number, changed: number, unchanged: number): string
  added: string
  changed: string
  ignored(columns: string): string
}

export const words: Catalogue<ZoneWords> = {
  'zh-CN': {
    summary: '查实验区登记册：名单、数量、每个实验区的档案和出处',
    listSummary: '按条件列出实验区',
    showSummary: '看一个实验区的档案和每一项的出处',
    options: {
      province: '省份，如 江苏',
      region: '地区',
      type: '类型',
      cohort: '名单',
      status: '状态',
      founded: '创建年份，如 2009',
      name: '实验区名称或简称，如 宜兴',
    },
    columns: ['实验区', '省份', '地区', '名单', '状态'],
    fields: {
      name: '全称',
      short: '简称',
      aliases: '别名',
      province: '省份',
      region: '地区',
      type: '类型',
      level: '级别',
      cohort: '名单',
      theme: '建设主题',
      founded: '创建年份',
      status: '状态',
    },
    unknown: '文件未写',
    title: '实验区登记册',
    sources: '出处',
    next: '下一页',
    noFilter: '全部',
    incomplete: '登记册只收录文件里点了名的实验区，不是157个国家级实验区的完整名单。',
    counted: (count, from, to, filter) =>
      to - from + 1 < count
        ? `共 ${count} 个（${filter}），这里是第 ${from}–${to} 个`
        : `共 ${count} 个（${filter}）`,
    nothing: (filter) => `登记册里没有符合条件的实验区（${filter}）。`,
    several: (name) => `“${name}”可能是下面几个，请选一个：`,
    none: (name) => `登记册里没有“${name}”。`,
    noneRemedy: '请换全称或简称再试，或用 zones 命令按省份查看名单。',
    badYear: (value) => `“${value}”不是年份。`,
    badProvince: (value) => `没有“${value}”这个省（区、市）。`,
    badChoice: (field, value) => `${field}里没有“${value}”。`,
    oneOf: (values) => `可选：${values}。`,
    filterRemedy: '请改用如 province=江苏、founded=2009 这样的条件。',
    source: (file) => `出自 ${file}`,
    imported: (added, changed, unchanged) =>
      `已导入：新增 ${added} 个，更新 ${changed} 个，未变 ${unchanged} 个。`,
    rehearsed: (added, changed, unchanged) =>
      `只检查，未导入：将新增 ${added} 个，更新 ${changed} 个，未变 ${unchanged} 个。`,
    added: '新增',
    changed: '更新',
    ignored: (columns) => `未使用的列：${columns}`,
  },
  en: {
    summary: 'The zone register: lists, counts, and each zone with the source of every cell',
    listSummary: 'List zones by condition',
    showSummary: 'Show one zone and where each cell comes from',
    options: {
      province: 'Province, e.g. 江苏',
      region: 'Region',
      type: 'Administrative type',
      cohort: 'List',
      status: 'Status',
      founded: 'Founding year, e.g. 2009',
      name: 'Name or short name of a zone, e.g. 宜兴',
    },
    columns: ['Zone', 'Province', 'Region', 'List', 'Status'],
    fields: {
      name: 'Full name',
      short: 'Short name',
      aliases: 'Also called',
      province: 'Province',
      region: 'Region',
      type: 'Type',
      level: 'Level',
      cohort: 'List',
      theme: 'Theme',
      founded: 'Founded',
      status: 'Status',
    },
    unknown: 'not stated in the documents',
    title: 'Zone register',
    sources: 'Sources',
    next: 'Next page',
    noFilter: 'all',
    incomplete: 'The register holds the zones that the documents name, not all 157 national zones.',
    counted: (count, from, to, filter) =>
      to - from + 1 < count ? `${count} zones (${filter}), here ${from}–${to}` : `${count} zones (${filter})`,
    nothing: (filter) => `No zone of the register meets these conditions (${filter}).`,
    several: (name) => `"${name}" may be one of these; please choose:`,
    none: (name) => `The register has no "${name}".`,
    noneRemedy: 'Try the full or the short name, or list the zones of a province with the zones command.',
    badYear: (value) => `"${value}" is not a year.`,
    badProvince: (value) => `There is no province "${value}".`,
    badChoice: (field, value) => `${field} has no "${value}".`,
    oneOf: (values) => `Choose one of ${values}.`,
    filterRemedy: 'Use conditions such as province=江苏 or founded=2009.',
    source: (file) => `from ${file}`,
    imported: (added, changed, unchanged) =>
      `Imported: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
    rehearsed: (added, changed, unchanged) =>
      `Checked only, nothing imported: ${added} to add, ${changed} to change, ${unchanged} unchanged.`,
    added: 'Added',
    changed: 'Changed',
    ignored: (columns) => `Columns not used: ${columns}`,
  },
}
