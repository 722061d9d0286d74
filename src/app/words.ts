import type { Catalogue } from '../core/locale.ts'

export interface HomeWords {
  readonly mine: string
  readonly role: string
  readonly sources: string
  readonly waiting: (count: number) => string
  readonly more: (left: number) => string
  readonly guest: string
  readonly join: string
}

/** The Home tab, as far as it is about one person. */
export const words: Catalogue<HomeWords> = {
  'zh-CN': {
    mine: '我的单位',
    role: '身份',
    sources: '每一项的出处',
    waiting: (count) => `我的待答问题（${count}）`,
    more: (left) => `还有 ${left} 条，答复了上面的再显示。`,
    guest:
      '您现在是访客，可以问公开的政策问题。向实验区办公室或省级部门要一个邀请码，输入后就加入您的单位，能看到本单位的事。',
    join: '输入邀请码',
  },
  en: {
    mine: 'My organization',
    role: 'Role',
    sources: 'Where each entry comes from',
    waiting: (count) => `My open questions (${count})`,
    more: (left) => `${left} more are shown when these have their replies.`,
    guest:
      'You are a guest and can ask about public policy. Ask the zone office or your province for an invitation code and enter it here to join your organization.',
    join: 'Enter a code to join',
  },
}
