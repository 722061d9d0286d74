import type { LocalDate } from '../../../core/clock.ts'
import type { Catalogue } from '../../../core/locale.ts'
import type { OwedAsked } from './owed-asked.ts'

interface AskingWords {
  title(state: OwedAsked['state'], what: string, count: number): string
  /** Where no duty is named. */
  readonly anything: string
  readonly header: readonly [zone: string, what: string, due: string, left: string, state: string]
  nothing(state: OwedAsked['state'], what: string): string
  filter(conditions: readonly string[], today: LocalDate): string
  readonly conditions: {
    provinces(all: readonly string[]): string
    region(name: string): string
    zone(name: string): string
    duty(name: string): string
    readonly state: Readonly<Record<OwedAsked['state'], string>>
    until(day: LocalDate): string
    readonly reach: string
  }
  filedBeside(count: number): string
  unfiledBeside(count: number): string
  yearsUnknown(count: number): string
  more(left: number): string
}

export const askingWords: Catalogue<AskingWords> = {
  'zh-CN': {
    title: (state, what, count) =>
      state === 'filed' ? `已提交${what}：${count} 项` : `${states[state]}${what}：${count} 项`,
    anything: '',
    header: ['实验区', '事项', '截止', '离截止', '状态'],
    nothing: (state, what) => `按下面的条件，没有${states[state]}${what}的。`,
    filter: (conditions, today) => `条件：${conditions.join('；')}。天数按 ${today} 计，取自报送登记。`,
    conditions: {
      provinces: (all) => `省份=${all.join('、')}`,
      region: (name) => `区域=${name}`,
      zone: (name) => `名称含「${name}」`,
      duty: (name) => `事项=${name}`,
      state: {
        unfiled: '状态=未提交（未开始、准备中）',
        overdue: '状态=逾期未提交',
        filed: '状态=已提交或已确认、已收到',
      },
      until: (day) => `截止不晚于 ${day}`,
      reach: '只列您有权查看的单位',
    },
    filedBeside: (count) => `同样的条件下，另有 ${count} 项已提交。`,
    unfiledBeside: (count) => `同样的条件下，另有 ${count} 项还没提交。`,
    yearsUnknown: (count) => `另有 ${count} 个区建区或验收年份待补，算不出截止日期，没有列入。`,
    more: (left) => `还有 ${left} 行没有列出。`,
  },
  en: {
    title: (state, what, count) => `${statesInEnglish[state]}${what ? `: ${what}` : ''} (${count})`,
    anything: '',
    header: ['Zone', 'What', 'Due', 'Days left', 'State'],
    nothing: (state, what) =>
      `Under these conditions nothing is ${statesInEnglish[state].toLowerCase()}${what ? `: ${what}` : ''}.`,
    filter: (conditions, today) =>
      `Filter: ${conditions.join('; ')}. Days are counted from ${today}, out of the house’s own records.`,
    conditions: {
      provinces: (all) => `province=${all.join(', ')}`,
      region: (name) => `region=${name}`,
      zone: (name) => `name holds “${name}”`,
      duty: (name) => `what=${name}`,
      state: {
        unfiled: 'state=not filed',
        overdue: 'state=overdue',
        filed: 'state=filed, confirmed or received',
      },
      until: (day) => `due by ${day}`,
      reach: 'only organizations that you may see',
    },
    filedBeside: (count) => `Under the same conditions ${count} more are filed.`,
    unfiledBeside: (count) => `Under the same conditions ${count} more are not filed.`,
    yearsUnknown: (count) =>
      `${count} more zones are not listed: the year that their date is counted from is not known.`,
    more: (left) => `${left} more rows are not shown.`,
  },
}

const states = { unfiled: '还没提交', overdue: '逾期', filed: '已提交' }
const statesInEnglish = { unfiled: 'Not filed', overdue: 'Overdue', filed: 'Filed' }
