import type { Absence } from '../../../core/llm.ts'
import type { Catalogue } from '../../../core/locale.ts'

interface ModelWords {
  /** Under an answer, or a refusal, that a model should have worded. */
  away(reason: Absence, answered: boolean): string
  /** Instead of an answer to an English question that no model was there to read. */
  notRead(reason: Absence): string
  /** For the office: how this came about. */
  traced(id: string): string
}

const zh: Readonly<Record<Absence, string>> = {
  'time-out': '没有在规定时间内答完',
  'rate-limited': '接口现在太忙',
  unreachable: '接口现在连不上',
  resting: '接口刚才接连出错，先停一会儿',
  refused: '接口没有接受请求，请告诉管理员',
  'cut-off': '回答中途断了',
  malformed: '回答不合格式，没有采用',
  budget: '今天的用量已经用完，明天恢复',
  cancelled: '没有等到它答完',
}

const en: Readonly<Record<Absence, string>> = {
  'time-out': 'it did not answer in time',
  'rate-limited': 'its endpoint is too busy',
  unreachable: 'its endpoint cannot be reached',
  resting: 'its endpoint failed several times and is left alone for a moment',
  refused: 'its endpoint refused the request: please tell the administrator',
  'cut-off': 'its answer broke off',
  malformed: 'its answer had another shape and was not used',
  budget: 'today’s budget is used up, it is back tomorrow',
  cancelled: 'it was not waited for',
}

/** What is said about the language model itself. */
export const modelWords: Catalogue<ModelWords> = {
  'zh-CN': {
    away: (reason, answered) =>
      `大模型暂时用不上（${zh[reason]}），${answered ? '以上直接摘自原文。' : '这次只按字词查过原文；可以换个说法再问，或点「转人工」。'}`,
    notRead: (reason) =>
      `文件是中文的，要由大模型先读懂英文；大模型暂时用不上（${zh[reason]}）。请稍后再问，或用中文提问，或点「转人工」。`,
    traced: (id) => `大模型记录编号：${id}（alliance trace ${id}）`,
  },
  en: {
    away: (reason, answered) =>
      `The language model is away (${en[reason]}); ${
        answered
          ? 'this is taken from the text as it stands.'
          : 'only the words of the question were looked for. Ask in other words, or press the button for a person.'
      }`,
    notRead: (reason) =>
      `The documents are in Chinese, and the language model that reads English is away (${en[reason]}). Please ask again later, ask in Chinese, or press the button for a person.`,
    traced: (id) => `Record of the language model: ${id} (alliance trace ${id})`,
  },
}
