import type { Catalogue } from '../../core/locale.ts'

export interface ExportWords {
  readonly sheets: { readonly entries: string; readonly counts: string }
  /** In the order of the sheet's columns. */
  readonly columns: {
    readonly organization: string
    readonly province: string
    readonly duty: string
    readonly due: string
    readonly originally: string
    readonly state: string
    readonly filed: string
    readonly reason: string
    readonly document: string
    readonly quote: string
  }
  readonly overdue: string
  readonly total: string
}

export const exportWords: Catalogue<ExportWords> = {
  'zh-CN': {
    sheets: { entries: '期限明细', counts: '分省统计' },
    columns: {
      organization: '单位',
      province: '省份',
      duty: '事项',
      due: '截止日期',
      originally: '原定日期',
      state: '状态',
      filed: '提交日期',
      reason: '原因',
      document: '依据文件',
      quote: '原文',
    },
    overdue: '其中逾期',
    total: '合计',
  },
  en: {
    sheets: { entries: 'Deadlines', counts: 'Counts' },
    columns: {
      organization: 'Organization',
      province: 'Province',
      duty: 'Duty',
      due: 'Due',
      originally: 'Originally due',
      state: 'State',
      filed: 'Filed on',
      reason: 'Reason',
      document: 'Source',
      quote: 'Words',
    },
    overdue: 'Of these overdue',
    total: 'Total',
  },
}
