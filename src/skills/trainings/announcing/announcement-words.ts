import type { Catalogue } from '../../../core/locale.ts'

export interface AnnouncementWords {
  news(kind: string, title: string): string
  readonly byProvince: string
  /** On a platform's event, where there are no buttons. */
  readonly how: string
  readonly cancelled: {
    readonly gone: string
    readonly left: string
    readonly registered: string
    readonly over: string
  }
}

export const announcementWords: Catalogue<AnnouncementWords> = {
  'zh-CN': {
    news: (kind, title) => `新的${kind}：${title}`,
    byProvince: '参加的人由省级部门推荐；想参加请联系贵省的省级科技主管部门。',
    how: '报名：在频道里的卡片上点「报名」，或对机器人说「我要报名」。',
    cancelled: {
      gone: '培训已撤下或取消',
      left: '收件人已不在这个单位',
      registered: '收件人已报名或已答复',
      over: '报名已截止',
    },
  },
  en: {
    news: (kind, title) => `New ${kind}: ${title}`,
    byProvince: 'People are nominated by their provincial department; turn to yours if you want to come.',
    how: 'To register press "Register" on its card in the channel, or tell the bot "register".',
    cancelled: {
      gone: 'the training was taken down or cancelled',
      left: 'the recipient has left the organization',
      registered: 'the recipient has registered or answered',
      over: 'registration has closed',
    },
  },
}
