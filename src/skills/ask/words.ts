import type { Catalogue } from '../../core/locale.ts'

/** What happened, and what to do. */
type Told = readonly [what: string, remedy: string]

interface AskWords {
  summary: string
  command: { ask: string; question: string; queue: string; replies: string; summary: string }
  helpful: string
  wrong: string
  expert: string
  more: string
  reply: string
  thanks: string
  thanksTaught: string
  noted: string
  handedOn: string
  gone: string
  /** To 转人工 and the like where nothing was asked before. */
  nothingBefore: string
  nearest: string
  source(title: string, number: string | undefined, date: string | undefined, place: string): string
  banner(status: string): string
  queueEmpty: string
  queueHead(count: number): string
  queueItem(asked: string, question: string, context: string | undefined, whose: string | undefined): string
  queueMore(left: number): string
  answered(text: string): string
  dueHead(count: number): string
  unanswerable: string
  unanswerableKept: string
  reopened: string
  noReplies: string
  repliesHead(count: number): string
  replyAgain: string
  withdraw: string
  form: { title: string; submit: string; text: string; cites: string; citesHint: string }
  replied: string
  masked: string
  withdrawn: string
  expertReply(by: string, date: string): string
  reviewDue(since: string): string
  drafting: string
  lookingUp: string
  lookedUp: string
  lookedUpBefore: string
  lookedUpAs(question: string): string
  readAs(question: string): string
  notInTheDocuments: string
  askInChinese: string
  byModel: string
  problems: {
    unknownQuestion: Told
    closedQuestion: Told
    notClosed: Told
    unknownReply: Told
    emptyReply: Told
    longReply(length: number, most: number): Told
  }
}

export const words: Catalogue<AskWords> = {
  'zh-CN': {
    summary: '政策问答：原文、出处，查不到就明说',
    command: {
      ask: '问一个政策问题',
      question: '您的问题',
      queue: '待答复和待复核的问题',
      replies: '专家答复一览',
      summary: '概括这个对话里一天内的问答，只给您自己看',
    },
    helpful: '有用',
    wrong: '不对',
    expert: '转人工',
    more: '展开原文',
    reply: '答复',
    thanks: '谢谢，已记下。',
    thanksTaught: '谢谢，已记下；以后有人这样问，会先看这一条。',
    noted: '谢谢指出，已列入待核实的问题，由实验区办公室或专家核对。',
    handedOn: '已转给实验区办公室和专家，有答复会记在这个问题下面。',
    gone: '这个问题的记录已经不在，请重新提问。',
    nothingBefore: '前面没有问过问题。请先写下您的问题；回答下面有「转人工」「展开原文」。',
    nearest: '最接近的原文：',
    source: (title, number, date, place) =>
      [
        `《${title}》`,
        [number, date].filter(Boolean).join('，') && `（${[number, date].filter(Boolean).join('，')}）`,
        place,
      ]
        .filter(Boolean)
        .join(' '),
    banner: (status) => `注意：这份文件是${status}，不能作为正式依据`,
    queueEmpty: '没有待答复的问题。',
    queueHead: (count) => `待答复的问题（${count}）`,
    queueItem: (asked, question, context, whose) =>
      `${asked}　${whose === undefined ? '' : `${whose}　`}${question}${context === undefined ? '' : `（接着问：${context}）`}`,
    queueMore: (left) => `还有 ${left} 条，处理完上面的再显示。`,
    answered: (text) => `机器人当时的回答：${text}`,
    dueHead: (count) => `待复核的专家答复（${count}）`,
    unanswerable: '文件里没写',
    unanswerableKept:
      '已记下：现有文件没有写明这一点，问题从队列里撤下；再有人这样问，会直接说没有写明。以后导入的新文件不受影响。',
    reopened: '已撤回，这个问题回到待答复的队列。',
    noReplies: '还没有专家答复。',
    repliesHead: (count) => `专家答复（${count}）`,
    replyAgain: '重新答复',
    withdraw: '撤回',
    form: {
      title: '答复问题',
      submit: '提交答复',
      text: '答复',
      cites: '依据（可空）',
      citesHint: '文件标题 第N条，或 文件名 「原文中的几个字」；一行一个',
    },
    replied: '已记下您的答复，注明了日期和姓名；再有人这样问，会作为专家答复引用。',
    masked: '答复里的手机号、证件号或邮箱没有保存。',
    withdrawn: '已撤回，不再引用；这个问题回到待答复的队列。',
    expertReply: (by, date) => `专家答复（${by}，${date}）：`,
    reviewDue: (since) => `待复核：所依据的文件已于 ${since} 更新`,
    drafting: '正在组织语言……',
    lookingUp: '正在查……',
    lookedUpBefore: '（由程序查了登记）',
    lookedUp: '查什么由大模型按您的问题选定；行、数字和条件出自本系统的登记，大模型没有改动。',
    lookedUpAs: (question) => `按「${question}」查到：`,
    readAs: (question) => `您的问题按「${question}」理解。文件是中文的，下面是文件里的话。`,
    notInTheDocuments: '文件里没有找到依据，不能猜。可以换个说法再问，或点「转人工」。',
    askInChinese: '文件是中文的，请用中文提问，或点「转人工」。',
    byModel: '由大模型组织语言，每句话都已与原文核对；以原文为准。',
    problems: {
      unknownQuestion: [
        '没有找到要答复的问题，答复没有保存。',
        '请从「/alliance queue」的列表里点「答复」。',
      ],
      closedQuestion: [
        '这个问题已经有了专家答复，或已标为文件里没写；这次没有保存。',
        '如需更正，请先撤回（原答复在「/alliance replies」里），或联系实验区办公室。',
      ],
      notClosed: ['这个问题没有被标为「文件里没写」，或已经撤回。', '待答复的问题见「/alliance queue」。'],
      unknownReply: ['这条答复已经撤回或被新的答复代替。', '现有的答复见「/alliance replies」。'],
      emptyReply: ['答复是空的，没有保存。', '请写下答复再提交。'],
      longReply: (length, most) => [
        `答复有 ${length} 个字，最多 ${most} 个字，没有保存。`,
        '请写要点；长文请作为文件导入。',
      ],
    },
  },
  en: {
    summary: 'Policy questions: the clause and its source, or an honest refusal',
    command: {
      ask: 'Ask about policy',
      question: 'Your question',
      queue: 'Questions waiting for a reply or a review',
      replies: 'Expert replies that stand',
      summary: 'Sum up what was asked and answered here within a day, for your eyes only',
    },
    helpful: 'Helpful',
    wrong: 'Wrong',
    expert: 'Ask a person',
    more: 'Full text',
    reply: 'Reply',
    thanks: 'Thank you, noted.',
    thanksTaught: 'Thank you, noted; the next person who asks like this will find it first.',
    noted: 'Thank you. It is on the list to be checked by the zone office or an expert.',
    handedOn: 'Handed to the zone office and the experts; their reply will be kept with this question.',
    gone: 'The record of this question is gone; please ask again.',
    nothingBefore: 'Nothing was asked before. Please ask first; the buttons stand under the answer.',
    nearest: 'Nearest passages:',
    source: (title, number, date, place) =>
      [
        `《${title}》`,
        [number, date].filter(Boolean).join(', ') && `(${[number, date].filter(Boolean).join(', ')})`,
        place,
      ]
        .filter(Boolean)
        .join(' '),
    banner: (status) => `Note: this document is ${status} (not in force)`,
    queueEmpty: 'No questions are waiting.',
    queueHead: (count) => `Waiting questions (${count})`,
    queueItem: (asked, question, context, whose) =>
      `${asked}  ${whose === undefined ? '' : `${whose}  `}${question}${context === undefined ? '' : ` (after: ${context})`}`,
    queueMore: (left) => `${left} more come when these are done.`,
    answered: (text) => `The bot answered: ${text}`,
    dueHead: (count) => `Expert replies due for review (${count})`,
    unanswerable: 'Not in the documents',
    unanswerableKept:
      'Kept: the documents do not say. The question has left the queue, and its like will be told so. Documents that come later may answer it.',
    reopened: 'Taken back; the question is back in the queue.',
    noReplies: 'There are no expert replies yet.',
    repliesHead: (count) => `Expert replies (${count})`,
    replyAgain: 'Reply again',
    withdraw: 'Withdraw',
    form: {
      title: 'Reply to a question',
      submit: 'Reply',
      text: 'Reply',
      cites: 'Sources (optional)',
      citesHint: 'Title 第N条, or file name 「words of the text」; one a line',
    },
    replied: 'Your reply is kept with date and name; it will be quoted as an expert reply.',
    masked: 'Telephone numbers, ID numbers and e-mail addresses in the reply were not kept.',
    withdrawn: 'Withdrawn; it is no longer quoted, and the question is back in the queue.',
    expertReply: (by, date) => `Expert reply (${by}, ${date}): `,
    reviewDue: (since) => `Due for review: its source changed on ${since}`,
    drafting: 'Putting it into words…',
    lookingUp: 'Looking it up…',
    lookedUpBefore: '(looked up in the records)',
    lookedUp:
      'A language model chose what to look up; rows, figures and filters are the house’s own, it touched none of them.',
    lookedUpAs: (question) => `Looked up as 「${question}」:`,
    readAs: (question) =>
      `Your question was read as 「${question}」. The documents are in Chinese: below is what they say, in their words.`,
    notInTheDocuments:
      'The documents hold no answer to this, and I do not guess. Ask in other words, or press the button for a person.',
    askInChinese:
      'The documents are in Chinese, and your question could not be looked up in English. Please ask in Chinese, or press the button for a person.',
    byModel: 'Worded by a language model; each sentence was checked against the text, which decides.',
    problems: {
      unknownQuestion: [
        'There is no such question; the reply was not kept.',
        'Please press "Reply" in the list of /alliance queue.',
      ],
      closedQuestion: [
        'This question has an expert reply already, or is marked as not in the documents; nothing was kept.',
        'To correct it, withdraw that first (replies are in /alliance replies), or turn to the zone office.',
      ],
      notClosed: [
        'This question is not marked as one that the documents do not answer, or no longer.',
        'The questions that wait are in /alliance queue.',
      ],
      unknownReply: [
        'This reply was withdrawn, or a newer one took its place.',
        'The replies that stand are in /alliance replies.',
      ],
      emptyReply: ['The reply is empty; nothing was kept.', 'Please write it and submit again.'],
      longReply: (length, most) => [
        `The reply has ${length} characters, at most ${most} fit; nothing was kept.`,
        'Please write the main points; a longer text belongs into a document.',
      ],
    },
  },
}
