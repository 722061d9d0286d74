import type { Catalogue } from '../../../core/locale.ts'
import type { SeatState } from '../../../core/training.ts'
import type { Half } from './half-days.ts'
import type { SummaryFigure } from './summary.ts'

type Told = readonly [what: string, remedy: string]

export interface PaperWords {
  /** From day to day, both `YYYY-MM-DD`. */
  readonly days: (starts: string, ends: string) => string
  readonly halves: Readonly<Record<Half, string>>
  readonly page: (page: number, pages: number) => string
  readonly badges: string
  readonly signIn: {
    readonly title: string
    /** Without the signatures. */
    readonly columns: readonly [number: string, name: string, organization: string, province: string]
    readonly counted: (people: number) => string
  }
  readonly certificate: {
    readonly title: string
    readonly to: (name: string) => string
    readonly body: (days: string, training: string, place: string | undefined) => string
    readonly number: string
    readonly lookUp: string
    readonly hosts: string
    readonly unprintable: (names: readonly string[], characters: readonly string[]) => Told
    readonly notThere: (names: readonly string[]) => Told
  }
  readonly roster: {
    readonly sheets: { readonly people: string; readonly provinces: string }
    readonly columns: readonly [
      number: string,
      name: string,
      organization: string,
      province: string,
      state: string,
      place: string,
      asked: string,
      attended: string,
    ]
    readonly states: Readonly<Record<SeatState, string>>
    readonly provinceColumns: readonly [
      province: string,
      quota: string,
      registered: string,
      seated: string,
      waiting: string,
      came: string,
    ]
    readonly total: string
    readonly others: string
  }
  readonly summary: {
    readonly title: string
    readonly figures: Readonly<Record<SummaryFigure, string>>
    readonly unknown: string
    readonly feedback: (question: string, average: string, answers: number) => string
    readonly feedbackHeading: string
    readonly chart: string
    readonly chartKeys: { readonly seated: string; readonly came: string }
    readonly days: string
    readonly place: string
    readonly hosts: string
    readonly source: (quote: string, title: string) => string
  }
  readonly calendar: {
    readonly session: (topic: string, training: string) => string
    readonly lecturer: (name: string) => string
    readonly hosts: (hosts: string) => string
    readonly link: (link: string) => string
    readonly cancelled: string
    readonly localTimes: string
  }
}

const chineseDay = (date: string) =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

/** 2014年10月15日至16日: what both days share is said once. */
function chineseDays(starts: string, ends: string): string {
  if (starts === ends) return chineseDay(starts)
  const rest = chineseDay(ends)
  if (starts.slice(0, 4) !== ends.slice(0, 4)) return `${chineseDay(starts)}至${rest}`
  return `${chineseDay(starts)}至${rest.replace(starts.slice(0, 7) === ends.slice(0, 7) ? /^.*月/ : /^.*年/, '')}`
}

export const paperWords: Catalogue<PaperWords> = {
  'zh-CN': {
    days: chineseDays,
    halves: { morning: '上午', afternoon: '下午', evening: '晚上' },
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    badges: '胸卡',
    signIn: {
      title: '签到表',
      columns: ['序号', '姓名', '单位', '省份'],
      counted: (people) => `应到 ${people} 人`,
    },
    certificate: {
      title: '培 训 证 明',
      to: (name) => `${name} 同志：`,
      body: (days, training, place) =>
        `　　于${days}${place === undefined ? '' : `在${place}`}参加了“${training}”，特此证明。`,
      number: '证明编号',
      lookUp: '凭编号可向实验区办公室查验',
      hosts: '主办单位',
      unprintable: (names, characters) => [
        `没有做培训证明：${names.join('、')} 的姓名里有字体印不出的字（${characters.join('')}）。`,
        '请核对姓名用字；确认无误的，请由运行机器人的人补装含该字的字体。',
      ],
      notThere: (names) => [
        `${names.join('、')} 没有到场记录，不能开具培训证明。`,
        '确实参加了的，请主办方先在名单里登记到场。',
      ],
    },
    roster: {
      sheets: { people: '报名名单', provinces: '分省统计' },
      columns: ['序号', '姓名', '单位', '省份', '状态', '候补位次', '报名时间', '到场时间'],
      states: {
        seated: '已录取',
        waiting: '候补',
        offered: '待确认',
        declined: '不参加',
        lapsed: '逾期未确认',
        withdrawn: '已取消',
      },
      provinceColumns: ['省份', '名额', '报名', '录取', '候补', '到场'],
      total: '合计',
      others: '其他',
    },
    summary: {
      title: '总结',
      figures: {
        announced: '通知人数',
        registered: '报名人数',
        seated: '录取人数',
        came: '到场人数',
        provinces: '到场省份',
        national: '到场国家级实验区',
        provincial: '到场省级实验区',
      },
      unknown: '未统计',
      feedback: (question, average, answers) => `${question}：平均 ${average} 分（${answers} 人作答）`,
      feedbackHeading: '反馈',
      chart: '各省录取与到场人数',
      chartKeys: { seated: '录取', came: '到场' },
      days: '时间',
      place: '地点',
      hosts: '主办',
      source: (quote, title) => `依据：「${quote}」——《${title}》`,
    },
    calendar: {
      session: (topic, training) => `${topic}（${training}）`,
      lecturer: (name) => `主讲：${name}`,
      hosts: (hosts) => `主办：${hosts}`,
      link: (link) => `链接：${link}`,
      cancelled: '培训已取消。',
      localTimes: '时间为当地时间。',
    },
  },
  en: {
    days: (starts, ends) => (starts === ends ? starts : `${starts} to ${ends}`),
    halves: { morning: 'a.m.', afternoon: 'p.m.', evening: 'evening' },
    page: (page, pages) => `Page ${page} of ${pages}`,
    badges: 'Name badges',
    signIn: {
      title: 'Sign-in sheet',
      columns: ['No.', 'Name', 'Organization', 'Province'],
      counted: (people) => `${people} expected`,
    },
    certificate: {
      title: 'Certificate of Attendance',
      to: (name) => name,
      body: (days, training, place) =>
        `has attended the training “${training}”${place === undefined ? '' : ` in ${place}`} (${days}).`,
      number: 'Certificate no.',
      lookUp: 'The zone office confirms this certificate by its number',
      hosts: 'Hosted by',
      unprintable: (names, characters) => [
        `No certificate was made: no font can print ${characters.join('')} in ${names.join(', ')}.`,
        'Check how the name is written; if it is right, whoever runs the bot has to add a font that has it.',
      ],
      notThere: (names) => [
        `${names.join(', ')}: not seen in the room, so there is no certificate.`,
        'Where somebody did attend, the organizer marks it on the roster first.',
      ],
    },
    roster: {
      sheets: { people: 'Registrations', provinces: 'By province' },
      columns: [
        'No.',
        'Name',
        'Organization',
        'Province',
        'State',
        'Place in line',
        'Registered',
        'Attended',
      ],
      states: {
        seated: 'seated',
        waiting: 'waiting',
        offered: 'seat offered',
        declined: 'declined',
        lapsed: 'offer lapsed',
        withdrawn: 'withdrawn',
      },
      provinceColumns: ['Province', 'Quota', 'Registered', 'Seated', 'Waiting', 'Came'],
      total: 'Total',
      others: 'Others',
    },
    summary: {
      title: 'Summary',
      figures: {
        announced: 'people told',
        registered: 'people registered',
        seated: 'people seated',
        came: 'people who came',
        provinces: 'provinces that came',
        national: 'national zones that came',
        provincial: 'provincial zones that came',
      },
      unknown: 'not counted',
      feedback: (question, average, answers) => `${question}: ${average} on average (${answers} answers)`,
      feedbackHeading: 'Feedback',
      chart: 'Seated and came, by province',
      chartKeys: { seated: 'seated', came: 'came' },
      days: 'Days',
      place: 'Place',
      hosts: 'Hosts',
      source: (quote, title) => `Source: “${quote}”, ${title}`,
    },
    calendar: {
      session: (topic, training) => `${topic} (${training})`,
      lecturer: (name) => `Lecturer: ${name}`,
      hosts: (hosts) => `Hosts: ${hosts}`,
      link: (link) => `Link: ${link}`,
      cancelled: 'The training was called off.',
      localTimes: 'Times are local.',
    },
  },
}
