import type { Catalogue } from '../core/locale.ts'

/** What the command line says about deadlines, duties and notices. */
export interface DeadlineCliWords {
  deadlines: string
  zone: string
  duties: {
    about: string
    list: string
    show: string
    preview: string
    publish: string
    retire: string
    import: string
    proposals: string
    propose: string
    document: string
    years: string
    duty: string
    file: string
  }
  notices: {
    plan: string
    from: string
    days: string
    badDate: string
    badDays: string
    none: string
    columns: readonly string[]
  }
}

export const deadlineWords: Catalogue<DeadlineCliWords> = {
  'zh-CN': {
    deadlines: '列出要交的事项、截止日期和状态',
    zone: '只看这个实验区或省',
    duties: {
      about: '报送事项',
      list: '列出报送事项',
      show: '显示一项，附出处和发布后的影响',
      preview: '发布以前看影响：涉及谁、接下来的通知、待补的年份',
      publish: '发布一项',
      retire: '停用一项',
      import: '导入报送事项（.xlsx .csv .json）；有一行不对就一项也不导入',
      proposals: '列出文件里找到、等待决定的截止日期',
      propose: '在已装载的文件里再找一遍截止日期；找到过的、已经采用的不再提出',
      document: '文件名、文号或标题；不写就看全部',
      years: '列出建区年份待补和有矛盾的实验区',
      duty: '事项的编号或名称',
      file: '.xlsx、.csv 或 .json 文件',
    },
    notices: {
      plan: '预演：从某天起若干天里会发出的通知，不写入任何数据',
      from: '从哪一天起，例如 2014-04-01（默认今天）',
      days: '多少天（默认 30）',
      badDate: '应为日期，例如 2014-04-01',
      badDays: '应为 1 到 3660 的整数',
      none: '这些天里没有通知。',
      columns: ['时间', '提醒', '事项', '单位', '截止', '收件', '抄送'],
    },
  },
  en: {
    deadlines: 'list what is owed, by when, and how far it is',
    zone: 'this zone or province only',
    duties: {
      about: 'duties',
      list: 'list the duties',
      show: 'show one, with its source and what publishing does',
      preview: 'what publishing does: whom it touches, notices to come, unknown years',
      publish: 'publish one',
      retire: 'retire one',
      import: 'import duties (.xlsx .csv .json); all rows or none',
      proposals: 'list deadlines found in documents that wait for a decision',
      propose:
        'look for deadlines again in the documents that are loaded; what is known is not proposed again',
      document: 'file name, number or title of a document; all of them where left out',
      years: 'list zones whose year is unknown or contradicted',
      duty: 'id or title of a duty',
      file: 'an .xlsx, .csv or .json file',
    },
    notices: {
      plan: 'rehearse the notices of some days; nothing is written',
      from: 'first day, e.g. 2014-04-01 (default: today)',
      days: 'how many days (default 30)',
      badDate: 'a date like 2014-04-01',
      badDays: 'a whole number from 1 to 3660',
      none: 'No notice in these days.',
      columns: ['At', 'Step', 'Duty', 'Who', 'Due', 'To', 'Copied'],
    },
  },
}
