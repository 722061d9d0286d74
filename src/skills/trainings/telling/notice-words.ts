import type { Catalogue } from '../../../core/locale.ts'

/** What the bot says unasked about trainings. */
export interface NoticeWords {
  readonly seat: {
    seated(title: string): string
    waiting(title: string, place: number): string
    offered(title: string): string
    lapsed(title: string): string
    withdrawn(title: string): string
    swappedIn(title: string): string
    swappedOut(title: string): string
  }
  readonly more: {
    readonly seated: string
    readonly waiting: string
    readonly offered: string
    readonly lapsed: string
    readonly withdrawn: string
  }
  readonly reminder: {
    week(title: string, days: number): string
    day(title: string): string
    hour(title: string): string
    after(title: string): string
    readonly notComing: string
    readonly feedback: string
    readonly late: string
  }
  readonly change: {
    cancelled(title: string): string
    postponed(title: string): string
    changed(title: string): string
    readonly stays: string
    readonly programme: string
  }
  readonly labels: {
    readonly title: string
    readonly when: string
    readonly begins: string
    readonly place: string
    readonly link: string
    readonly until: string
    readonly programme: string
    readonly materials: string
    readonly reason: string
  }
  readonly none: string
  days(starts: string, ends: string): string
  readonly buttons: {
    readonly accept: string
    readonly giveUp: string
    readonly decline: string
    readonly ask: string
    readonly calendar: string
    readonly details: string
    readonly feedback: string
  }
  readonly cancelled: {
    readonly gone: string
    readonly left: string
    readonly superseded: string
    readonly notSeated: string
    readonly moved: string
    readonly calledOff: string
    readonly back: string
  }
}

export const noticeWords: Catalogue<NoticeWords> = {
  'zh-CN': {
    seat: {
      seated: (title) => `已录取：${title}`,
      waiting: (title, place) => `候补第 ${place} 位：${title}`,
      offered: (title) => `有名额了，请确认：${title}`,
      lapsed: (title) => `保留时间已过：${title}`,
      withdrawn: (title) => `主办单位已取消您的报名：${title}`,
      swappedIn: (title) => `同事把位置让给了您：${title}`,
      swappedOut: (title) => `您的位置已由同事接替：${title}`,
    },
    more: {
      seated: '来不了请尽早点「不参加」，名额会给候补的人。',
      waiting: '名额空出来会按顺序通知您，不用再报名。',
      offered: '名额为您保留到上面的时间；到时没有接受，就给下一位。',
      lapsed: '没有在保留时间内接受，名额已放出。还想参加，请点「再报名」，从候补最后排起。',
      withdrawn: '有疑问请联系主办单位。',
    },
    reminder: {
      week: (title, days) => `还有 ${days} 天：${title}`,
      day: (title) => `明天开始：${title}`,
      hour: (title) => `快开始了：${title}`,
      after: (title) => `${title}结束了，谢谢参加`,
      notComing: '来不了请现在点「不参加」。',
      feedback: '请用一分钟说说您的看法，写入总结，供下次改进。',
      late: '这条提醒比原定的晚。',
    },
    change: {
      cancelled: (title) => `取消了：${title}`,
      postponed: (title) => `改期了：${title}`,
      changed: (title) => `有变化：${title}`,
      stays: '您的报名仍然有效；改期后来不了，请点「不参加」。',
      programme: '有调整，请看详情',
    },
    labels: {
      title: '名称',
      when: '日期',
      begins: '开始',
      place: '地点',
      link: '链接',
      until: '保留到',
      programme: '日程',
      materials: '材料',
      reason: '原因',
    },
    none: '—',
    days: (starts, ends) => (starts === ends ? starts : `${starts} 至 ${ends}`),
    buttons: {
      accept: '接受',
      giveUp: '放弃',
      decline: '不参加',
      ask: '再报名',
      calendar: '加入日历',
      details: '详情',
      feedback: '填写反馈',
    },
    cancelled: {
      gone: '培训或报名已不存在',
      left: '收件人已不在这个单位',
      superseded: '报名状态后来又变了',
      notSeated: '已不在录取名单里',
      moved: '培训已改期',
      calledOff: '培训已取消',
      back: '后来又改回来了',
    },
  },
  en: {
    seat: {
      seated: (title) => `You have a seat: ${title}`,
      waiting: (title, place) => `Waiting, place ${place}: ${title}`,
      offered: (title) => `A seat is free for you: ${title}`,
      lapsed: (title) => `The hold has run out: ${title}`,
      withdrawn: (title) => `The organizer has withdrawn your registration: ${title}`,
      swappedIn: (title) => `A colleague gave you their place: ${title}`,
      swappedOut: (title) => `A colleague has taken your place: ${title}`,
    },
    more: {
      seated: 'If you cannot come, press "Not coming" early: the seat goes to whoever waits.',
      waiting: 'You are told when a seat is free for you; there is no need to register again.',
      offered: 'It is held for you until then; if you have not accepted it goes to the next.',
      lapsed:
        'You did not accept in time, so the seat was let go. If you still want to come, press "Register again": you join the end of the line.',
      withdrawn: 'Please ask the organizer if this is not clear.',
    },
    reminder: {
      week: (title, days) => `In ${days} days: ${title}`,
      day: (title) => `Tomorrow: ${title}`,
      hour: (title) => `About to begin: ${title}`,
      after: (title) => `${title} is over; thank you for coming`,
      notComing: 'If you cannot come, press "Not coming" now.',
      feedback: 'Please take a minute to say what you thought of it; it goes into the summary.',
      late: 'This reminder comes later than it should.',
    },
    change: {
      cancelled: (title) => `Cancelled: ${title}`,
      postponed: (title) => `New date: ${title}`,
      changed: (title) => `Changed: ${title}`,
      stays: 'Your registration stands; if you cannot come any more, press "Not coming".',
      programme: 'changed; see the details',
    },
    labels: {
      title: 'Title',
      when: 'When',
      begins: 'Begins',
      place: 'Place',
      link: 'Link',
      until: 'Held until',
      programme: 'Programme',
      materials: 'Materials',
      reason: 'Reason',
    },
    none: '—',
    days: (starts, ends) => (starts === ends ? starts : `${starts} to ${ends}`),
    buttons: {
      accept: 'Accept',
      giveUp: 'Give up',
      decline: 'Not coming',
      ask: 'Register again',
      calendar: 'Add to calendar',
      details: 'Details',
      feedback: 'Give feedback',
    },
    cancelled: {
      gone: 'the training or the registration is gone',
      left: 'the recipient has left the organization',
      superseded: 'the registration has changed since',
      notSeated: 'they have no seat any more',
      moved: 'the training has moved',
      calledOff: 'the training was cancelled',
      back: 'it was changed back',
    },
  },
}
