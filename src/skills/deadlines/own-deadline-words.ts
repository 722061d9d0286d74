import type { Catalogue } from '../../core/locale.ts'

export interface OwnDeadlineWords {
  /** @param due with the days left; @param state absent where others read along */
  own(zone: string, duty: string, due: string, state: string | undefined): string
  readonly remind: string
}

export const ownDeadlineWords: Catalogue<OwnDeadlineWords> = {
  'zh-CN': {
    own: (zone, duty, due, state) =>
      `贵区（${zone}）· ${duty}：${due}${state === undefined ? '' : `，状态：${state}`}`,
    remind: '提醒我',
  },
  en: {
    own: (zone, duty, due, state) =>
      `Your zone (${zone}), ${duty}: ${due}${state === undefined ? '' : `, state: ${state}`}`,
    remind: 'Remind me',
  },
}
