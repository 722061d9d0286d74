import type { Catalogue } from '../../core/locale.ts'

export interface HelpWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly command: string
  readonly title: string
  readonly intro: string
  readonly ask: string
  readonly commands: string
  /** Where the commands are. */
  readonly commandsToo: string
  readonly care: string
  readonly greeting: string
  readonly more: string
  /** To somebody who says thanks. */
  readonly welcome: string
  /** To somebody who says 收到. */
  readonly noted: string
}

export const words: Catalogue<HelpWords> = {
  'zh-CN': {
    summary: '说明我会做什么',
    examples: ['帮助'],
    command: '我会做什么、怎么问',
    title: '联盟助手会做什么',
    intro: '直接用一句话问就行，不用记命令。每个政策答案都附原文和出处，查不到就直说查不到。',
    ask: '例如',
    commands: '命令',
    commandsToo: '也可以用命令：发“命令”看全部。',
    care: '答案只来自已导入的文件；征求意见稿和已废止的文件会醒目标明。',
    greeting: '您好，我是联盟助手。直接用一句话问就行，例如：',
    more: '发“帮助”看我会做的全部。',
    welcome: '不客气，有事随时问。',
    noted: '好的。要办的事，点了消息上的按钮才算数；有事随时问。',
  },
  en: {
    summary: 'Says what I can do',
    examples: ['help'],
    command: 'What I can do and how to ask',
    title: 'What the alliance assistant does',
    intro:
      'Just ask in one sentence. Every policy answer quotes its source; where there is none, it says so.',
    ask: 'For example',
    commands: 'Commands',
    commandsToo: 'There are commands as well: say “commands” to see them.',
    care: 'Answers come from the loaded documents alone; drafts and repealed texts carry a banner.',
    greeting: 'Hello, I am the alliance assistant. Just ask in one sentence, for example:',
    more: 'Say “help” to see everything I can do.',
    noted: 'Fine. What is to be done counts once its button is pressed. Ask any time.',
    welcome: 'You are welcome. Ask again any time.',
  },
}
