import type { LocalDate } from '../../../core/clock.ts'
import type { Catalogue } from '../../../core/locale.ts'
import type { ChangeAbout } from './tell.ts'

/** How urgent it has become; who else hears of it rises with it. */
export type Tone = 'early' | 'soon' | 'today' | 'overdue'

/** What the bot says unasked about deadlines. */
export interface NoticeWords {
  /** The first line of a reminder to those who owe, which a phone shows before it is opened: the one title, or how many. */
  readonly head: Readonly<Record<Tone, (count: number, title: string) => string>>
  /** The line below the name of one obligation. */
  readonly urge: Readonly<Record<Tone, string>>
  readonly copiedProvince: string
  readonly copiedOffice: string
  readonly late: string
  readonly nudged: string
  readonly passOn: (names: string) => string
  /** Where everybody in the message is to be told by its reader. */
  readonly passOnHead: (count: number) => string
  readonly passOnAll: string
  readonly byProvince: readonly string[]
  /** @param copied to those who are copied, and not only in place of somebody whom nobody can tell */
  readonly copyHead: (count: number, copied: boolean) => string
  readonly digest: (name: string, monday: LocalDate) => string
  readonly change: Readonly<Record<ChangeAbout['verb'], (by: string, whose: string, title: string) => string>>
  /** What rules or register moved: one thing by its name, several by their number. */
  readonly adjusted: {
    arisen(whose: string, title: string): string
    moved(whose: string, title: string): string
    lapsed(whose: string, title: string): string
    several(count: number): string
    readonly header: readonly string[]
    readonly why: string
  }
  readonly was: string
  readonly is: string
  readonly asked: string
  readonly duty: {
    published(title: string): string
    changed(title: string): string
    retired(title: string): string
    readonly header: readonly string[]
    readonly none: string
  }
  readonly cancelled: {
    gone(obligation: string): string
    state(title: string, state: string): string
    moved(title: string, due: LocalDate): string
    readonly left: string
    readonly nothing: string
    readonly changedAgain: string
  }
}

export const noticeWords: Catalogue<NoticeWords> = {
  'zh-CN': {
    head: {
      early: (count, title) => (count > 1 ? `提醒：有 ${count} 项要交` : `提醒：${title}`),
      soon: (count, title) => (count > 1 ? `请抓紧：${count} 项快截止了` : `请抓紧：${title}快截止了`),
      today: (count, title) => (count > 1 ? `今天截止：${count} 项` : `今天截止：${title}`),
      overdue: (count, title) => (count > 1 ? `逾期未交：${count} 项` : `逾期未交：${title}`),
    },
    urge: {
      early: '可以开始准备了；有不清楚的点「问一下」。',
      soon: '请尽快报送；已经报送的点「已提交」，就不再提醒。',
      today: '请今天报送。来不及，请点「申请延期」说明原因。',
      overdue: '请马上报送。来不及，请点「申请延期」说明原因。',
    },
    copiedProvince: '这条提醒同时抄送省级科技主管部门。',
    copiedOffice: '这条提醒同时抄送省级科技主管部门和实验区办公室。',
    late: '补发：这条提醒原定更早发出，当时机器人没有运行。',
    nudged: '省级部门或办公室请贵区尽快报送；已经报送的点「已提交」。',
    passOn: (names) => `请代为转达：${names}还没有人加入，收不到消息。`,
    passOnHead: (count) => `请代为转达：${count} 家还没交`,
    passOnAll: '以上各家还没有人加入，收不到消息；请打电话转达，或发邀请码请他们加入。',
    byProvince: ['省份', '家数', '实验区'],
    copyHead: (count, copied) => `${copied ? '抄送：' : ''}${count} 家还没交`,
    digest: (name, monday) => `${name}：本周一览（${monday}）`,
    change: {
      prepare: (_by, whose, title) => `${whose}正在准备${title}`,
      file: (by, whose, title) =>
        by === whose ? `${whose}已提交${title}` : `${by}代${whose}标记已提交：${title}`,
      reopen: (_by, whose, title) => `${whose}撤回「已提交」：${title}`,
      confirm: (by, whose, title) => `${by}已确认${whose}的${title}`,
      receive: (by, whose, title) => `${by}已收到${whose}的${title}`,
      'send-back': (by, whose, title) => `${by}退回${whose}的${title}`,
      waive: (by, whose, title) => `${by}同意${whose}免交${title}`,
      suspend: (by, whose, title) => `${by}决定${whose}暂缓${title}，下一年同一天再交`,
      extend: (by, whose, title) => `${by}同意${whose}延期：${title}`,
      refuse: (by, whose, title) => `${by}没有同意${whose}延期：${title}`,
      restore: (by, whose, title) => `${by}恢复：${whose}仍要交${title}`,
      request: (by, whose, title) =>
        by === whose ? `${whose}申请延期：${title}` : `${by}代${whose}申请延期：${title}`,
    },
    adjusted: {
      arisen: (whose, title) => `${whose}要交${title}`,
      moved: (whose, title) => `${whose}${title}的截止日期有变化`,
      lapsed: (whose, title) => `${whose}不用再交${title}了`,
      several: (count) => `${count} 项截止日期有变化`,
      header: ['单位', '事项', '原来', '现在'],
      why: '依据：实验区办公室补的年份，或登记册的变化。有疑问请联系省级科技主管部门或实验区办公室。',
    },
    was: '原来',
    is: '现在',
    asked: '申请延到',
    duty: {
      published: (title) => `新的报送事项：${title}`,
      changed: (title) => `报送事项有变化：${title}`,
      retired: (title) => `不用再交了：${title}`,
      header: ['单位', '原来', '现在'],
      none: '—',
    },
    cancelled: {
      gone: (obligation) => `${obligation} 已不存在`,
      state: (title, state) => `${title}已是「${state}」`,
      moved: (title, due) => `${title}已改到 ${due}`,
      left: '收件人已不在这个单位，或频道已解绑',
      nothing: '没有可说的',
      changedAgain: '事项后来又改了',
    },
  },
  en: {
    head: {
      early: (count, title) => (count > 1 ? `Reminder: ${count} to hand in` : `Reminder: ${title}`),
      soon: (count, title) => (count > 1 ? `Due soon: ${count}` : `Due soon: ${title}`),
      today: (count, title) => (count > 1 ? `Due today: ${count}` : `Due today: ${title}`),
      overdue: (count, title) => (count > 1 ? `Overdue: ${count}` : `Overdue: ${title}`),
    },
    urge: {
      early: 'There is time to prepare; press "Ask about it" where something is not clear.',
      soon: 'Please file it soon; press "Filed" when you have, and reminders stop.',
      today: 'Please file it today, or press "Ask for more time" and say why.',
      overdue: 'Please file it now, or press "Ask for more time" and say why.',
    },
    copiedProvince: 'The provincial department is copied.',
    copiedOffice: 'The provincial department and the zone office are copied.',
    late: 'Sent late: the bot was not running when this was due.',
    nudged: 'The province or the office asks you to file it soon; press "Filed" when you have.',
    passOn: (names) => `Please pass this on: nobody of ${names} has joined, so they cannot be told.`,
    passOnHead: (count) => `Please pass this on: ${count} still open`,
    passOnAll: 'Nobody of these has joined, so they cannot be told; please call them, or send an invitation.',
    byProvince: ['Province', 'Zones', 'Which'],
    copyHead: (count, copied) => `${copied ? 'Copy: ' : ''}${count} still open`,
    digest: (name, monday) => `${name}: this week (${monday})`,
    change: {
      prepare: (_by, whose, title) => `${whose} prepares ${title}`,
      file: (by, whose, title) =>
        by === whose ? `${whose} has filed ${title}` : `${by} says for ${whose}: filed ${title}`,
      reopen: (_by, whose, title) => `${whose} takes back "filed": ${title}`,
      confirm: (by, whose, title) => `${by} has confirmed ${title} of ${whose}`,
      receive: (by, whose, title) => `${by} has received ${title} of ${whose}`,
      'send-back': (by, whose, title) => `${by} sends back ${title} of ${whose}`,
      waive: (by, whose, title) => `${by} waives ${title} for ${whose}`,
      suspend: (by, whose, title) => `${by} puts off ${title} of ${whose} to the same day next year`,
      extend: (by, whose, title) => `${by} gives ${whose} more time: ${title}`,
      refuse: (by, whose, title) => `${by} gives ${whose} no more time: ${title}`,
      restore: (by, whose, title) => `${by}: ${whose} owes ${title} after all`,
      request: (by, whose, title) =>
        by === whose
          ? `${whose} asks for more time: ${title}`
          : `${by} asks for more time for ${whose}: ${title}`,
    },
    adjusted: {
      arisen: (whose, title) => `${whose} owes ${title}`,
      moved: (whose, title) => `${whose}: ${title} is due on another day`,
      lapsed: (whose, title) => `${whose} need not hand in ${title} any more`,
      several: (count) => `${count} deadlines have changed`,
      header: ['Who', 'What', 'Was', 'Is'],
      why: 'Because a year was settled by the zone office, or the register changed. Please ask the provincial department or the zone office where in doubt.',
    },
    was: 'Was',
    is: 'Is',
    asked: 'Asked for',
    duty: {
      published: (title) => `New: ${title}`,
      changed: (title) => `Changed: ${title}`,
      retired: (title) => `No longer to hand in: ${title}`,
      header: ['Who', 'Was', 'Is'],
      none: '—',
    },
    cancelled: {
      gone: (obligation) => `${obligation} is gone`,
      state: (title, state) => `${title} is "${state}"`,
      moved: (title, due) => `${title} moved to ${due}`,
      left: 'the recipient has left the organization, or the channel was unbound',
      nothing: 'there is nothing to say',
      changedAgain: 'the duty has changed again since',
    },
  },
}
