import type { Absence } from '../core/llm.ts'
import type { Catalogue } from '../core/locale.ts'
import type { Embedded, EmbedEstimate } from './services.ts'

interface EmbedWords {
  about: string
  estimate: string
  notConfigured: readonly [what: string, remedy: string]
  estimated(model: string, it: EmbedEstimate): string
  embedded(it: Omit<Embedded, 'away'>): string
  away(reason: Absence, message: string): string
}

/** What to do about an endpoint that did not answer. */
const remedies: Readonly<Record<Absence, readonly [zh: string, en: string]>> = {
  'time-out': ['请检查网络，稍后再运行', 'check the network and run it again later'],
  'rate-limited': ['接口限流，请稍后再运行', 'the endpoint limits requests; run it again later'],
  unreachable: ['请检查网络和 OPENAI_EMBEDDING_BASE_URL', 'check the network and OPENAI_EMBEDDING_BASE_URL'],
  refused: [
    '请检查密钥和模型名；若提示批量太大，请调小 OPENAI_EMBEDDING_BATCH',
    'check key and model; where it says that a batch is too large, lower OPENAI_EMBEDDING_BATCH',
  ],
  'cut-off': ['请稍后再运行', 'run it again later'],
  malformed: [
    '该模型返回的不是向量，请检查 OPENAI_EMBEDDING_MODEL',
    'what it answers are no vectors; check OPENAI_EMBEDDING_MODEL',
  ],
  resting: ['接口刚才连续出错，请稍后再运行', 'it has just failed several times; run it again later'],
  budget: ['今天的预算（LLM_DAY_MONEY）用完了，明天再运行', 'LLM_DAY_MONEY is used up for today'],
  cancelled: ['可以随时再运行', 'run it again at any time'],
}

/** What the command line says about vectors. */
export const embedWords: Catalogue<EmbedWords> = {
  'zh-CN': {
    about: '给段落和对接资料做向量，检索和找伙伴时除了按词也按意思比对；中断后再运行会接着做，已做的不再付费',
    estimate: '只估算要花多少，不发送任何内容',
    notConfigured: [
      '没有配置向量模型，检索照常按词进行。',
      '请在 .env 里设置 OPENAI_EMBEDDING_MODEL 和密钥，见 docs/llm.md「Vectors」。',
    ],
    estimated: (model, { passages, profiles, requests, tokens, money }) =>
      requests === 0
        ? `${model}：每个段落、每条资料都有向量了，不用再花钱。`
        : `${model}：${passages} 段文件、${profiles} 条资料还没有向量，最多约 ${tokens} token，${requests} 次请求${money === undefined ? '；设了 LLM_PRICE_EMBEDDING 就能算出金额' : `，约 ${money.toFixed(2)}（货币同 LLM_PRICE_EMBEDDING）`}。`,
    embedded: ({ embedded, passages, profiles, profilesEmbedded, texts, tokens }) =>
      `${passages} 段中有 ${embedded} 段有向量，${profiles} 条资料中有 ${profilesEmbedded} 条；这次发送了 ${texts} 段，用了 ${tokens} token。`,
    away: (reason, message) => `没有做完，已做的都保存了。${remedies[reason][0]}，会接着做。（${message}）`,
  },
  en: {
    about:
      'gives passages and profiles their vectors, so that search and matching go by meaning beside words; goes on where it was, nothing is paid for twice',
    estimate: 'only says what it will cost; sends nothing',
    notConfigured: [
      'No embedding model is configured; search goes by words.',
      'Set OPENAI_EMBEDDING_MODEL and a key in .env: docs/llm.md, "Vectors".',
    ],
    estimated: (model, { passages, profiles, requests, tokens, money }) =>
      requests === 0
        ? `${model}: every passage and every profile has its vector; nothing more to pay.`
        : `${model}: ${passages} passages and ${profiles} profiles have no vector yet: at most some ${tokens} tokens in ${requests} requests${money === undefined ? '; set LLM_PRICE_EMBEDDING to see the sum' : `, some ${money.toFixed(2)} in the currency of LLM_PRICE_EMBEDDING`}.`,
    embedded: ({ embedded, passages, profiles, profilesEmbedded, texts, tokens }) =>
      `${embedded} of ${passages} passages and ${profilesEmbedded} of ${profiles} profiles have vectors; ${texts} were sent now, for ${tokens} tokens.`,
    away: (reason, message) =>
      `Not finished; what is done is kept. ${remedies[reason][1]}; it goes on where it was. (${message})`,
  },
}
