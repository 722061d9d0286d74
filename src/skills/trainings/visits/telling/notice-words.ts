import type { Catalogue } from '../../../../core/locale.ts'
import type { VisitVerb } from '../../../../core/visit.ts'

/** What the bot says unasked about visits. */
export interface VisitNoticeWords {
  readonly told: {
    /** @param self a colleague of the reader did it */
    readonly happened: Readonly<
      Record<Exclude<VisitVerb, 'held' | 'reported'>, (other: string, kind: string, self: boolean) => string>
    >
    offerWithdrawn(other: string, kind: string): string
    reported(other: string, kind: string): string
  }
  /** What the office did in the place of a zone, in its own name. */
  readonly byOffice: {
    calledOff(other: string, kind: string): string
    offerWithdrawn(other: string, kind: string): string
    ownOffer(kind: string): string
    readonly more: string
  }
  readonly reminder: Readonly<
    Record<'silent' | 'week' | 'day' | 'after', (other: string, kind: string) => string>
  >
  readonly more: Readonly<
    Record<
      | 'asked'
      | 'answered'
      | 'agreed'
      | 'declined'
      | 'withdrawn'
      | 'called-off'
      | 'reported'
      | 'offerWithdrawn'
      | 'silent'
      | 'coming'
      | 'after',
      string
    >
  >
  readonly cancelled: Readonly<Record<'gone' | 'left' | 'superseded', string>>
}

export const visitNoticeWords: Catalogue<VisitNoticeWords> = {
  'zh-CN': {
    told: {
      happened: {
        asked: (other, kind) => `${other}申请来贵单位${kind}`,
        answered: (other, kind) => `${other}答复了${kind}申请，请确认日期`,
        agreed: (other, kind, self) =>
          self ? `同事已和${other}约定${kind}` : `${other}确认了${kind}，已约定`,
        declined: (other, kind) => `${other}这次不能接待${kind}`,
        withdrawn: (other, kind) => `${other}撤回了${kind}申请`,
        'called-off': (other, kind, self) =>
          self ? `同事取消了和${other}的${kind}` : `${other}取消了${kind}`,
      },
      offerWithdrawn: (other, kind) => `${other}撤回了${kind}接待`,
      reported: (other, kind) => `${other}填写了${kind}的成效`,
    },
    byOffice: {
      calledOff: (other, kind) => `实验区办公室取消了和${other}的${kind}`,
      offerWithdrawn: (other, kind) => `实验区办公室撤回了${other}的${kind}接待`,
      ownOffer: (kind) => `实验区办公室撤回了贵单位的${kind}接待`,
      more: '有疑问请联系实验区办公室；情况变了可以重新发布。',
    },
    reminder: {
      silent: (other, kind) => `${other}还在等贵单位答复：${kind}`,
      week: (other, kind) => `快到了：和${other}的${kind}`,
      day: (other, kind) => `明天：和${other}的${kind}`,
      after: (other, kind) => `和${other}的${kind}怎么样？`,
    },
    more: {
      asked: '同意其中一个日期，或换个日期；不方便就婉拒并说明原因。',
      answered: '确认后才算约定，名额先为贵单位留着。日期不合适，可以改申请。',
      agreed: '已写入双方的订阅日历；前一周、前一天各提醒一次。来不了请尽早取消，并说明原因。',
      declined: '可以改个日期再申请，或看看别的区：发送「有哪些互访」。',
      withdrawn: '留的名额已放出，不用再做什么。',
      'called-off': '日历里的条目会一并取消。',
      reported: '也请贵单位填写：一分钟，写入年度报告。',
      offerWithdrawn: '可以看看别的区：发送「有哪些互访」。',
      silent: '请用下面的按钮答复，对方好安排行程。',
      coming: '来不了请现在取消并说明原因。',
      after: '成行了请填写收获，写入年度报告；没有成行请取消约定并说明原因。',
    },
    cancelled: {
      gone: '互访已不存在',
      left: '收件人已不在这个单位',
      superseded: '后来又有了变化',
    },
  },
  en: {
    told: {
      happened: {
        asked: (other, kind) => `${other} asks to come (${kind})`,
        answered: (other, kind) => `${other} has answered (${kind}); please confirm the days`,
        agreed: (other, kind, self) =>
          self
            ? `A colleague has agreed with ${other} (${kind})`
            : `${other} has confirmed (${kind}): agreed`,
        declined: (other, kind) => `${other} cannot receive you this time (${kind})`,
        withdrawn: (other, kind) => `${other} has taken its request back (${kind})`,
        'called-off': (other, kind, self) =>
          self
            ? `A colleague has called off what was agreed with ${other} (${kind})`
            : `${other} has called it off (${kind})`,
      },
      offerWithdrawn: (other, kind) => `${other} has withdrawn its offer (${kind})`,
      reported: (other, kind) => `${other} has told what came of it (${kind})`,
    },
    byOffice: {
      calledOff: (other, kind) => `The zone office has called off what was agreed with ${other} (${kind})`,
      offerWithdrawn: (other, kind) => `The zone office has withdrawn the offer of ${other} (${kind})`,
      ownOffer: (kind) => `The zone office has withdrawn what you offered (${kind})`,
      more: 'Please turn to the zone office with questions; you can offer it again when things have changed.',
    },
    reminder: {
      silent: (other, kind) => `${other} still waits for your word (${kind})`,
      week: (other, kind) => `Coming soon, with ${other} (${kind})`,
      day: (other, kind) => `Tomorrow, with ${other} (${kind})`,
      after: (other, kind) => `How was it with ${other} (${kind})?`,
    },
    more: {
      asked: 'Agree to one of the dates or name others; if it cannot be, decline and say why.',
      answered:
        'It is agreed once you confirm; your places are held. If the days do not suit you, change your request.',
      agreed:
        'It stands in both calendars; you are reminded a week and a day before. If it cannot be, call it off early and say why.',
      declined: 'You can ask for other days, or see other zones: send "open visits".',
      withdrawn: 'The places are free again; there is nothing to do.',
      'called-off': 'Calendars take the entry out.',
      reported: 'Please tell yours, too: a minute, for the annual report.',
      offerWithdrawn: 'See other zones: send "open visits".',
      silent: 'Please answer with a button below, so that they can plan.',
      coming: 'If it cannot be, please call it off now and say why.',
      after:
        'If it took place, please tell what came of it, for the annual report; if not, call it off and say why.',
    },
    cancelled: {
      gone: 'the visit is gone',
      left: 'the recipient has left the organization',
      superseded: 'it has changed since',
    },
  },
}
