import type { Catalogue } from '../../../core/locale.ts'

interface DraftingWords {
  readonly draftReply: string
  readonly replyDrafted: string
  draftOf(question: string): string
  draftFor(found: boolean): string
  readonly attached: string
  fileName(question: string): string
  readonly nothingToSum: string
  summedThread(count: number): string
  summed(count: number): string
  readonly summedByModel: string
  readonly summedAsSaid: string
  readonly byYou: string
  readonly byOther: string
  readonly byBot: string
}

/** What stands around drafts: of an expert's reply, of a conversation in short. */
export const draftingWords: Catalogue<DraftingWords> = {
  'zh-CN': {
    draftReply: '起草',
    replyDrafted: '修改后答复',
    draftOf: (question) => `【草稿】对「${question}」的答复`,
    draftFor: (found) =>
      found
        ? '只给您看，依据在下面；请改定后提交，不会自动发出。'
        : '文件里没有找到依据，答复请您来写；下面是最接近的原文。不会自动发出。',
    attached: '同样的内容在附件里（Word 文件），可以直接接着写；标黄处待填。',
    fileName: (question) => `答复：${question}（草稿）.docx`,
    nothingToSum: '这里还没有可以概括的：一天内没有人在这里问过我。别人之间的聊天我不保存。',
    summedThread: (count) => `【草稿】这个消息列的概括（${count} 条消息）`,
    summed: (count) => `【草稿】这段对话的概括（${count} 个问题）`,
    summedByModel: '由大模型概括，每句话都已与所注的那条消息核对；只给您看，不会自动发出。',
    summedAsSaid: '逐条列出，未作概括；只给您看，不会自动发出。',
    byYou: '您',
    byOther: '另一位提问人',
    byBot: '机器人',
  },
  en: {
    draftReply: 'Draft',
    replyDrafted: 'Change it and reply',
    draftOf: (question) => `DRAFT of a reply to 「${question}」`,
    draftFor: (found) =>
      found
        ? 'For your eyes only, its ground is below. Change it and submit; nothing is sent by itself.'
        : 'The documents hold no ground for it: the reply is yours to write. Below is the nearest text. Nothing is sent by itself.',
    attached: 'The same is attached as a Word file to go on from; gaps are yellow.',
    fileName: (question) => `Reply - ${question} (draft).docx`,
    nothingToSum:
      'There is nothing to sum up here: nobody asked me anything within a day. What people say among themselves is not kept.',
    summedThread: (count) => `DRAFT: this thread in short (${count} messages)`,
    summed: (count) => `DRAFT: this conversation in short (${count} questions)`,
    summedByModel:
      'Summed up by a language model; each sentence was checked against the message that it names. For your eyes only.',
    summedAsSaid: 'One by one, as it was said. For your eyes only.',
    byYou: 'you',
    byOther: 'somebody else',
    byBot: 'the bot',
  },
}

/** The words of a reply as a letter. Chinese only: it goes to a Chinese zone, whoever drafts it. */
export const replyPaperWords = {
  title: '对咨询问题的答复',
  draft: '【草稿】依据现有文件起草，【待填】处请补齐；由专家核对、改定后答复，不会自动发出。',
  shortMark: '草稿　不作依据',
  gap: (what: string) => `【待填】${what}`,
  asked: '所问',
  reply: '答复',
  ground: '依据',
  nearest: '最接近的原文（不是依据）',
  signed: '答复单位',
  day: '日期',
}
