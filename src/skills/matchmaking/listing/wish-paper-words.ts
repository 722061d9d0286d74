import { toChineseNumber } from '../../../core/numerals.ts'

/** The words of the page. Chinese only: it is passed round in a Chinese office, whoever wrote it. */
export const wishPaperWords = {
  draft:
    '【草稿】内容取自贵单位在联盟助手里写的草稿，【待填】处可以补齐；改好后请回到助手里修改、发布，不会自动发出。',
  shortMark: (kind: string) => `${kind}草稿　未发布`,
  gap: (what: string) => `【待填】${what}`,
  item: (at: number, label: string, text: string) => `${toChineseNumber(at + 1)}、${label}：${text}`,
  owner: '单位',
  person: '联系人',
}
