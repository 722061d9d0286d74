import type { Catalogue } from '../../core/locale.ts'

export interface DiscordWords {
  readonly command: string
  /** The name of the command in a message's context menu. */
  readonly askAbout: string
  readonly share: string
  readonly shared: string
  readonly thread: string
  readonly choose: string
  readonly dateHint: string
  readonly directClosed: string
  readonly shareExpired: string
  sharedBy(name: string): string
  reference(tag: string): string
  piece(number: number, of: number): string
  oneOf(labels: string): string
}

export const words: Catalogue<DiscordWords> = {
  'zh-CN': {
    command: '国家可持续发展实验区联盟助手：问政策、查实验区、办事提醒',
    askAbout: '问问联盟助手',
    share: '分享到频道',
    shared: '已分享到频道。',
    thread: '联盟助手的回答',
    choose: '请选择',
    dateHint: '年-月-日，例如 2014-06-30',
    directClosed:
      '这条回复只能给您一个人看，但您没有开放私信。请用 /alliance 命令再问一次（只有您能看到），或在服务器的隐私设置里允许私信。',
    shareExpired: '没能分享：请检查我在这个频道里有没有发消息的权限。',
    sharedBy: (name) => `${name} 分享了一条回答`,
    reference: (tag) => `编号 ${tag}`,
    piece: (number, of) => `（${number}/${of}）`,
    oneOf: (labels) => `可填：${labels}`,
  },
  en: {
    command: 'Alliance assistant of the Experimental Zones: policy, zones, reminders',
    askAbout: 'Ask the assistant',
    share: 'Share in the channel',
    shared: 'Shared in the channel.',
    thread: 'Answer of the alliance assistant',
    choose: 'Choose',
    dateHint: 'year-month-day, for example 2014-06-30',
    directClosed:
      'This reply is for you alone, but you do not accept direct messages. Ask again with /alliance (only you see it), or allow direct messages in the privacy settings of the server.',
    shareExpired: 'Could not share it: may I post in this channel?',
    sharedBy: (name) => `${name} shared an answer`,
    reference: (tag) => `Reference ${tag}`,
    piece: (number, of) => ` (${number}/${of})`,
    oneOf: (labels) => `one of: ${labels}`,
  },
}
