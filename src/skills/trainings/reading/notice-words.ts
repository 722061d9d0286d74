import type { Catalogue } from '../../../core/locale.ts'
import type { NoticeField, NoticeGap } from './notice-read.ts'

/** The words of the screen on which an organizer confirms what was read. */
export interface NoticeWords {
  readonly fields: Readonly<Record<NoticeField, string>>
  /** After a field that the words do not quite say. */
  readonly supposed: string
  readonly gap: (gap: NoticeGap) => string
}

export const noticeWords: Catalogue<NoticeWords> = {
  'zh-CN': {
    fields: {
      title: '名称',
      kind: '类型',
      starts: '开始日期',
      ends: '结束日期',
      sessions: '日程',
      place: '地点',
      link: '链接',
      hosts: '主办单位',
      audience: '参加对象',
      capacity: '总名额',
      quotas: '各省名额',
      nomination: '报名渠道',
      holdHours: '空出名额保留（工作小时）',
      questions: '报名问题',
      materials: '材料',
      about: '说明',
      registration: '报名时间',
    },
    supposed: '文件没有写明，按通常情况填写，请核对',
    gap: (gap) => {
      switch (gap.kind) {
        case 'days':
          if (gap.fault === 'impossible') return `“${gap.words}”不是日历上的日期，请核对`
          return gap.fault === 'no-year'
            ? `“${gap.words}”没有写年份，请补上`
            : `“${gap.words}”没有写月份，请补上`
        case 'row':
          return `表里这一行没有读懂，请手工补上：${gap.words}`
        case 'seats-each':
          return `“${gap.words}”：各实验区的名额请在名单里分别设置`
        case 'sum':
          return `名额表的合计与各行之和不一致（${gap.words}），请核对`
        case 'left-out':
          return `没有采用（个人信息不保存）：${gap.words}`
      }
    },
  },
  en: {
    fields: {
      title: 'Title',
      kind: 'Kind',
      starts: 'First day',
      ends: 'Last day',
      sessions: 'Programme',
      place: 'Place',
      link: 'Link',
      hosts: 'Hosts',
      audience: 'For whom',
      capacity: 'Seats',
      quotas: 'Quotas',
      nomination: 'Nomination',
      holdHours: 'Hold of a freed seat (working hours)',
      questions: 'Questions',
      materials: 'Materials',
      about: 'About',
      registration: 'Registration',
    },
    supposed: 'not said outright; filled in as usual, please check',
    gap: (gap) => {
      switch (gap.kind) {
        case 'days':
          if (gap.fault === 'impossible') return `“${gap.words}” is no day of the calendar; please check`
          return gap.fault === 'no-year'
            ? `“${gap.words}” has no year; please add it`
            : `“${gap.words}” has no month; please add it`
        case 'row':
          return `This row could not be read; please add it by hand: ${gap.words}`
        case 'seats-each':
          return `“${gap.words}”: seats for each zone are set in the list`
        case 'sum':
          return `The total of the table is not the sum of its rows (${gap.words}); please check`
        case 'left-out':
          return `Not taken over (personal data is not kept): ${gap.words}`
      }
    },
  },
}
