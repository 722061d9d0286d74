import type { Catalogue } from '../../../core/locale.ts'
import type { DateFault } from '../../../core/read-date.ts'
import type { DutyFault, DutyFaultName } from './validate-duty.ts'

/** The words for what is wrong with a duty or a date. */
export interface DutyWords {
  /** One fault as a sentence, with the place where it is. */
  fault(fault: DutyFault): string
  /** Why a typed text is no date, and what to write. */
  date(fault: DateFault, typed: string): string
  /** Several duties of a file cannot be taken over. */
  refused(file: string, faults: readonly string[]): string
  readonly refusedRemedy: string
  /** What is wrong with the office's table of workdays. */
  readonly workdays: {
    header(file: string): string
    badDate(line: number, typed: string): string
    badDay(line: number, typed: string): string
    twice(line: number, date: string): string
    noSource(line: number): string
    refused(file: string, faults: readonly string[]): string
    readonly remedy: string
  }
}

const zh: Readonly<Record<DutyFaultName, (value: string) => string>> = {
  shape: () => '写法不对或不是可用的项',
  empty: () => '不能为空',
  'empty-list': () => '列了空名单；不限请删去此项',
  'bad-id': (it) => `编号“${it}”只能用小写字母、数字和连字符，以字母开头`,
  'bad-date': (it) => `“${it}”不是日历上的日期，请写成 2014-06-30`,
  'bad-day': (it) => `“${it}”不是一年里的日子，请写成 06-30`,
  'bad-year': (it) => `“${it}”不是1986至2100之间的年份`,
  'bad-years': (it) => `“${it}”不是0至50之间的年数`,
  'bad-days': (it) => `“${it}”不是一年之内的天数`,
  'bad-step': (it) => `“${it}”不是可用的提醒天数（到期前0至366天，到期后1至366个工作日）`,
  'bad-time': (it) => `“${it}”不是时刻，请写成 09:00`,
  'no-quote': () => '写了出处却没有原文；请抄录文件原文，或删去出处',
  'no-date': () => '还没有日期；请先定下日期再生效',
  never: () => '按这条规则永远不会到期（截止年早于起始年）',
  past: (it) => `按这条规则最后一次到期是 ${it}，已经过去；存档请设为草稿`,
  nobody: () => '登记册里没有一个对象符合这些条件，没有人会收到',
  'unknown-value': (it) => `登记册里没有“${it}”`,
  'no-step': () => '没有一次提醒',
  'too-many-steps': (it) => `提醒多达${it}次，最多30次`,
  'quiet-time': (it) => `${it} 在安静时段（20:00至08:00）内`,
  'doubled-batch': (it) => `批次“${it}”重复`,
  'zones-only': () => '从建区或验收年份起算的规则只能针对实验区，不能针对省级部门',
}

const en: Readonly<Record<DutyFaultName, (value: string) => string>> = {
  shape: () => 'is malformed or unknown',
  empty: () => 'must not be empty',
  'empty-list': () => 'is an empty list; leave it out to admit everybody',
  'bad-id': (it) =>
    `the id “${it}” may only have lower-case letters, digits and hyphens, and begins with a letter`,
  'bad-date': (it) => `“${it}” is no day of the calendar; write 2014-06-30`,
  'bad-day': (it) => `“${it}” is no day of a year; write 06-30`,
  'bad-year': (it) => `“${it}” is no year from 1986 to 2100`,
  'bad-years': (it) => `“${it}” is no number of years from 0 to 50`,
  'bad-days': (it) => `“${it}” is no number of days within a year`,
  'bad-step': (it) => `“${it}” is no step (0 to 366 days before, 1 to 366 workdays after the due date)`,
  'bad-time': (it) => `“${it}” is no time of day; write 09:00`,
  'no-quote': () => 'names a source without its words; copy them from the document, or leave the source out',
  'no-date': () => 'has no date yet; set one before it goes live',
  never: () => 'this rule never makes anything due (it ends before it begins)',
  past: (it) => `this rule made something due for the last time on ${it}, which is over; keep it as a draft`,
  nobody: () => 'nobody in the register meets these conditions; no one would be told',
  'unknown-value': (it) => `the register does not know “${it}”`,
  'no-step': () => 'there is no reminder at all',
  'too-many-steps': (it) => `there are ${it} reminders; 30 at most`,
  'quiet-time': (it) => `${it} lies in the quiet hours (20:00 to 08:00)`,
  'doubled-batch': (it) => `the batch “${it}” is there twice`,
  'zones-only': () =>
    'years since founding or acceptance are counted for zones, not for provincial departments',
}

const zhDate: Readonly<Record<DateFault, string>> = {
  empty: '没有写日期',
  unreadable: '不是可以识别的日期，请写成 2014-06-30 或 2014年6月30日',
  impossible: '日历上没有这一天',
  'no-year': '没有写年份，请补上，例如 2014年6月30日',
  'no-day': '没有写哪一天；月底请写“6月底”',
  ambiguous: '分不清哪个是月、哪个是日，请写成 2014-06-30',
}

const enDate: Readonly<Record<DateFault, string>> = {
  empty: 'no date is given',
  unreadable: 'is no date that can be read; write 2014-06-30',
  impossible: 'is no day of the calendar',
  'no-year': 'has no year; add it, e.g. 2014-06-30',
  'no-day': 'has no day of the month',
  ambiguous: 'could be two days; write 2014-06-30',
}

export const dutyWords: Catalogue<DutyWords> = {
  'zh-CN': {
    fault: ({ at, fault, value = '' }) => `${at || '整条'}：${zh[fault](value)}`,
    date: (fault, typed) => (fault === 'empty' ? zhDate.empty : `“${typed}”${zhDate[fault]}`),
    refused: (file, faults) => `${file} 里有不能采用的任务，没有采用任何一条：\n${faults.join('\n')}`,
    refusedRemedy: '请改正以上各处后重试。',
    workdays: {
      header: (file) => `节假日安排表 ${file} 的表头不对。`,
      badDate: (line, typed) => `第 ${line} 行：“${typed}”不是日历上的日期，请写成 2027-10-01`,
      badDay: (line, typed) => `第 ${line} 行：“${typed}”应为 workday（上班）或 off（放假）`,
      twice: (line, date) => `第 ${line} 行：${date} 重复`,
      noSource: (line) => `第 ${line} 行：没有写依据`,
      refused: (file, faults) => `节假日安排表 ${file} 有错，没有采用任何一行：\n${faults.join('\n')}`,
      remedy: '请按“date,day,source”改正；文件开头有写法说明。',
    },
  },
  en: {
    fault: ({ at, fault, value = '' }) => `${at || 'the duty'}: ${en[fault](value)}`,
    date: (fault, typed) => (fault === 'empty' ? enDate.empty : `“${typed}” ${enDate[fault]}`),
    refused: (file, faults) =>
      `${file} has duties that cannot be taken over; none was taken:\n${faults.join('\n')}`,
    refusedRemedy: 'Correct these and try again.',
    workdays: {
      header: (file) => `The table of workdays ${file} has another header.`,
      badDate: (line, typed) => `line ${line}: “${typed}” is no day of the calendar; write 2027-10-01`,
      badDay: (line, typed) => `line ${line}: “${typed}” is neither workday nor off`,
      twice: (line, date) => `line ${line}: ${date} is there twice`,
      noSource: (line) => `line ${line}: no source is given`,
      refused: (file, faults) =>
        `The table of workdays ${file} is wrong; no line was taken:\n${faults.join('\n')}`,
      remedy: 'Correct it to “date,day,source”; the top of the file says how.',
    },
  },
}
