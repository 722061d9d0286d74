import { z } from 'zod'

/** The language model that phrases answers; without one, answers are extracts from the documents. */
export interface LlmConfig {
  readonly apiKey: string
  /** Base address of an OpenAI-compatible API, e.g. https://api.deepseek.com */
  readonly baseUrl: string
  readonly model: string
  /** Extra fields sent with every request to this endpoint, e.g. to switch off reasoning. */
  readonly extraBody?: Readonly<Record<string, unknown>>
  /** A second, small call judges each sentence that has passed the program's own check. */
  readonly judge: boolean
  /** A small call re-ranks the retrieved passages before the answer is phrased. */
  readonly rerank: boolean
  readonly budget: LlmBudget
}

/** Spending limits per day of the office's calendar. */
export interface LlmBudget {
  /** Tokens per person, input and output together. */
  readonly memberTokens: number
  /** Tokens of everybody together. */
  readonly allTokens: number
  /** Money of everybody together, in the currency of the prices. */
  readonly allMoney?: number
  /** Price per million tokens; without prices only tokens are counted. */
  readonly price?: TokenPrice
}

export interface TokenPrice {
  readonly input: number
  readonly output: number
}

/** Request fields set by the program; OPENAI_EXTRA_BODY may not override them. */
const reserved = ['model', 'messages', 'max_tokens', 'response_format', 'stream', 'stream_options']
const extraBodyHint = `应为一行 JSON 对象，例如 {"thinking":{"type":"disabled"}}，其中不能有 ${reserved.join('、')}`

const extraBody = z.string().transform((text, context) => {
  try {
    const read = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
    if (!reserved.some((key) => key in read)) return read
  } catch {
    // Reported below, together with a forbidden key.
  }
  context.addIssue({ code: 'custom', message: extraBodyHint })
  return z.NEVER
})

export const amount = (said: string) => z.coerce.number(said).min(0, said)

export const keyOfEndpoint = z.string().regex(/^[\x21-\x7e]+$/, '应为一串不含空格和中文的字符')
export const urlOfEndpoint = z.url({
  protocol: /^https?$/,
  error: '应为 http 或 https 网址，例如 https://api.deepseek.com',
})

/** Variables shared by the language model and the embedding model. */
export const endpointKeys = {
  LLM: z.enum(['on', 'off'], '应为 on 或 off').default('on'),
  OPENAI_API_KEY: keyOfEndpoint.optional(),
  OPENAI_BASE_URL: urlOfEndpoint.default('https://api.openai.com/v1'),
  LLM_DAY_TOKENS: amount('应为所有人每天的 token 数，例如 3000000').default(3_000_000),
  LLM_DAY_MONEY: amount('应为每天的金额，例如 20').optional(),
}

/** Variables of the language model. */
export const llmKeys = {
  ...endpointKeys,
  OPENAI_MODEL: z.string().default('gpt-4o-mini'),
  OPENAI_EXTRA_BODY: extraBody.optional(),
  LLM_JUDGE: z.enum(['on', 'off'], '应为 on 或 off').default('off'),
  LLM_RERANK: z.enum(['on', 'off'], '应为 on 或 off').default('off'),
  LLM_MEMBER_TOKENS: amount('应为每人每天的 token 数，例如 100000').default(100_000),
  LLM_PRICE_INPUT: amount('应为每百万输入 token 的价格，例如 2').optional(),
  LLM_PRICE_OUTPUT: amount('应为每百万输出 token 的价格，例如 8').optional(),
}

type LlmVariables = z.infer<z.ZodObject<typeof llmKeys>>

/** Prices come in pairs, and a money limit needs both: the missing variables, each with the reason. */
export function missingPrices(it: LlmVariables): { readonly name: string; readonly message: string }[] {
  const needs = [
    ['LLM_PRICE_INPUT', 'LLM_PRICE_OUTPUT'],
    ['LLM_PRICE_OUTPUT', 'LLM_PRICE_INPUT'],
    ['LLM_PRICE_INPUT', 'LLM_DAY_MONEY'],
  ] as const
  return needs
    .filter(([name, given]) => it[name] === undefined && it[given] !== undefined)
    .map(([name, given]) => ({ name, message: `缺少，设了 ${given} 就要把两种价格都设上` }))
}

/** The language model's settings; empty where no key is set or LLM=off. */
export function llmOf(it: LlmVariables): { readonly llm?: LlmConfig } {
  if (it.OPENAI_API_KEY === undefined || it.LLM === 'off') return {}
  const { LLM_PRICE_INPUT: input, LLM_PRICE_OUTPUT: output, LLM_DAY_MONEY: allMoney } = it
  return {
    llm: {
      apiKey: it.OPENAI_API_KEY,
      baseUrl: it.OPENAI_BASE_URL,
      model: it.OPENAI_MODEL,
      ...(it.OPENAI_EXTRA_BODY === undefined ? {} : { extraBody: it.OPENAI_EXTRA_BODY }),
      judge: it.LLM_JUDGE === 'on',
      rerank: it.LLM_RERANK === 'on',
      budget: {
        memberTokens: it.LLM_MEMBER_TOKENS,
        allTokens: it.LLM_DAY_TOKENS,
        ...(allMoney === undefined ? {} : { allMoney }),
        ...(input === undefined || output === undefined ? {} : { price: { input, output } }),
      },
    },
  }
}
