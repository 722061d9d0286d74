import type { Catalogue } from '../../core/locale.ts'

export interface SlackWords {
  cancel: string
  moreByMessage: string
  working: string
  /** Slack writes the bot's name before it: '联盟助手 正在查……'. */
  status: string
  share: string
  sharedBy: string
  shareGone: string
  filesLost(names: readonly string[]): string
  missing(option: string, usage: string): string
  noChoice(typed: string, choices: string): string
  tooLate: string
  homeTitle: string
  homeIntro: string
  homeTry: string
  homeCommands: string
  homeAll: string
}

export const words: Catalogue<SlackWords> = {
  'zh-CN': {
    cancel: '取消',
    moreByMessage: '内容较多，这里放不下；其余请在「消息」里问我。',
    working: '正在查……',
    status: '正在查……',
    share: '分享到频道',
    sharedBy: '分享者：',
    shareGone: '这条回答已经不在手边了，请重新问一次再分享。',
    filesLost: (names) => `文件没有发出去：${names.join('、')}。请再按一次按钮。`,
    missing: (option, usage) => `还要写：${option}。写法：${usage}`,
    noChoice: (typed, choices) => `「${typed}」不在可选的范围内，请从这些里选：${choices}`,
    tooLate: '没来得及打开表单，请再按一次。',
    homeTitle: '联盟助手',
    homeIntro:
      '用一句话问政策，我给出原文和出处；查不到就直说查不到。可以在「消息」里私下问，也可以在频道里 @我。',
    homeTry: '可以这样问',
    homeCommands: '命令',
    homeAll: '全部命令',
  },
  en: {
    cancel: 'Cancel',
    moreByMessage: 'There is more than fits here; ask me under Messages for the rest.',
    working: 'Looking it up…',
    status: 'is looking it up…',
    share: 'Share to channel',
    sharedBy: 'Shared by ',
    shareGone: 'That answer is no longer at hand. Please ask again and share then.',
    filesLost: (names) => `Not sent: ${names.join(', ')}. Please press the button again.`,
    missing: (option, usage) => `Still needed: ${option}. Written as: ${usage}`,
    noChoice: (typed, choices) => `"${typed}" is not one of: ${choices}`,
    tooLate: 'The form could not be opened in time. Please press again.',
    homeTitle: 'Alliance assistant',
    homeIntro:
      'Ask about policy in one sentence; the answer quotes its source, or says that there is none. Ask under Messages, or mention me in a channel.',
    homeTry: 'For example',
    homeCommands: 'Commands',
    homeAll: 'All commands',
  },
}
