import type { LocalDate } from '../../core/clock.ts'
import type { OutcomeKind } from '../../core/introduction.ts'
import type { Catalogue } from '../../core/locale.ts'
import type { Days } from '../../core/visit.ts'

const outcomes: Readonly<Record<Exclude<OutcomeKind, 'nothing'>, string>> = {
  visit: '考察',
  memorandum: '签订协议',
  project: '开展项目合作',
}

/** `2014年10月15日` */
function dayText(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

function daysText(from: LocalDate, to: LocalDate): string {
  return from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`
}

/** The words of the outline. Chinese only: it is a Chinese report, whoever asks for it. */
export const reportWords = {
  title: (name: string, year: number) => `${name}${year}年度工作总结报告提纲`,
  draft: '【草稿】事实取自联盟助手的登记，【待填】处请自行填写；核对后由贵区自行报送，不会自动发出。',
  shortMark: '草稿　不作依据',
  sections: {
    state: '一、基本情况',
    filed: (year: number) => `二、${year}年度工作进展　1. 验收、报送等事项`,
    trainings: '二、2. 培训和交流',
    visits: '二、3. 互访跟岗',
    partners: '二、4. 对接合作',
    practice: '三、实践探索与成效',
    plan: (year: number) => `四、${year}年度工作计划`,
  },
  zone: (name: string, province: string) => `${name}${province === '' ? '' : `（${province}）`}`,
  type: (type: string) => `类型：${type}`,
  theme: (theme: string) => `建设主题：${theme}`,
  founded: (year: number) => `建区年份：${year}`,
  owed: (title: string, due: LocalDate, originally: LocalDate | undefined, state: string) =>
    `${title}：截止${dayText(due)}${originally === undefined ? '' : `（原定${dayText(originally)}，经批准延期）`}，${state}`,
  states: {
    open: '尚未提交',
    preparing: '正在准备，尚未提交',
    filed: '已提交，待确认',
    confirmed: '省级科技主管部门已确认',
    received: '实验区办公室已收到',
    waived: '免交',
    suspended: '暂缓',
  },
  training: (title: string, from: LocalDate, to: LocalDate, place: string | undefined, people: number) =>
    `${daysText(from, to)}，${people}人参加${title}${place === undefined ? '' : `（${place}）`}`,
  visit: (
    hosted: boolean,
    other: string,
    topic: string,
    days: Days | undefined,
    people: number,
    outcome: string | undefined,
  ) =>
    `${days ? `${daysText(days.from, days.to)}，` : ''}${hosted ? `接待${other}` : `赴${other}`}${people}人，主题：${topic}${outcome === undefined ? '' : `；成果：${outcome}`}`,
  partner: (other: string, kind: Exclude<OutcomeKind, 'nothing'> | undefined, note: string | undefined) =>
    `与${other}对接${kind === undefined ? '' : `，${outcomes[kind]}`}${note === undefined ? '' : `：${note}`}`,
  next: (title: string, due: LocalDate) => `${title}：截止${dayText(due)}`,
  need: (title: string) => `继续寻找合作（已发布的需求）：${title}`,
  gap: (what: string) => `【待填】${what}`,
  fill: {
    theme: '建设主题',
    founded: '建区年份',
    figures: '年度主要指标，与统计报表一致',
    progress: '按建设规划完成的任务、项目和投入',
    trainings: '参加的培训和交流（登记里没有签到记录）',
    learned: '学到什么、用在哪里',
    visits: '互访、考察（登记里没有已完成的）',
    partners: '合作与对接（登记里没有结果）',
    practice: '主要做法和成效',
    problems: '问题和建议',
    plan: '下一年的目标和任务',
  },
}

interface ChatWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly command: { readonly about: string; readonly year: string }
  title(name: string, year: number): string
  readonly draft: string
  readonly attached: string
  readonly fileName: (name: string, year: number) => string
  readonly onlyZones: readonly [what: string, remedy: string]
  badYear(typed: string): readonly [what: string, remedy: string]
  noZone(typed: string): readonly [what: string, remedy: string]
}

export const words: Catalogue<ChatWords> = {
  'zh-CN': {
    summary: '年度报告提纲：把一年里登记过的事列成草稿',
    examples: ['起草年报提纲'],
    command: { about: '起草本区的年度工作总结报告提纲，只给您自己看', year: '哪一年，默认今年' },
    title: (name, year) => reportWords.title(name, year),
    draft: reportWords.draft,
    attached: '同样的内容在附件里（Word 文件），可以直接接着写；标黄处待填。',
    fileName: (name, year) => `${name}${year}年度报告提纲（草稿）.docx`,
    onlyZones: [
      '年度报告提纲按实验区起草，您现在的身份不代表一个实验区。',
      '请用实验区的邀请码加入，再说「起草年报提纲」。',
    ],
    badYear: (typed) => [`「${typed}」不是年份。`, '请写四位数字，例如 2014。'],
    noZone: (typed) => [`没有叫「${typed}」的实验区。`, '请写登记里的名称，`alliance zones list` 列出全部。'],
  },
  en: {
    summary: 'Outline of the annual report: what was recorded in a year, as a draft',
    examples: ['draft annual report outline'],
    command: {
      about: 'Drafts the outline of your zone’s annual report, for your eyes only',
      year: 'Which year; this one by default',
    },
    title: (name, year) => `${name}: outline of the annual report ${year}`,
    draft:
      'DRAFT. The facts are from the records of this bot, the report is in Chinese; gaps are marked. Nothing is sent by itself.',
    attached: 'The same is attached as a Word file to go on from; gaps are yellow.',
    fileName: (name, year) => `${name} ${year} outline (draft).docx`,
    onlyZones: [
      'An outline is drafted for a zone, and you are not here for one.',
      'Join with a zone’s code, then ask again.',
    ],
    badYear: (typed) => [`"${typed}" is no year.`, 'Write four digits, e.g. 2014.'],
    noZone: (typed) => [`No zone is called "${typed}".`, 'Write its name as `alliance zones list` has it.'],
  },
}
