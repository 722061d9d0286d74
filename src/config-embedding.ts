import { z } from 'zod'
import { amount, type endpointKeys, keyOfEndpoint, urlOfEndpoint } from './config-llm.ts'

/** The embedding model; without one, search is lexical only. */
export interface EmbeddingConfig {
  readonly apiKey: string
  /** Base address of an OpenAI-compatible API. */
  readonly baseUrl: string
  readonly model: string
  /** Passages per request. */
  readonly batch: number
  /** Price per million tokens. */
  readonly price?: number
  /** Daily limits, shared with the language model. */
  readonly allTokens: number
  readonly allMoney?: number
}

/** Variables of the embedding model. */
export const embeddingKeys = {
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  OPENAI_EMBEDDING_BASE_URL: urlOfEndpoint.optional(),
  OPENAI_EMBEDDING_API_KEY: keyOfEndpoint.optional(),
  // Alibaba's text-embedding-v4 accepts at most 10 texts per request; every other endpoint accepts 10 as well.
  OPENAI_EMBEDDING_BATCH: z.coerce
    .number('应为 1 到 2048 的整数')
    .int('应为 1 到 2048 的整数')
    .min(1, '应为 1 到 2048 的整数')
    .max(2048, '应为 1 到 2048 的整数')
    .default(10),
  LLM_PRICE_EMBEDDING: amount('应为每百万 token 的价格，例如 0.5').optional(),
}

type EmbeddingVariables = z.infer<z.ZodObject<typeof embeddingKeys & typeof endpointKeys>>

/** The embedding settings; empty where no model or key is set, or LLM=off. */
export function embeddingOf(it: EmbeddingVariables): { readonly embedding?: EmbeddingConfig } {
  const apiKey = it.OPENAI_EMBEDDING_API_KEY ?? it.OPENAI_API_KEY
  const { OPENAI_EMBEDDING_MODEL: model, LLM_PRICE_EMBEDDING: price, LLM_DAY_MONEY: allMoney } = it
  if (model === undefined || apiKey === undefined || it.LLM === 'off') return {}
  return {
    embedding: {
      apiKey,
      baseUrl: it.OPENAI_EMBEDDING_BASE_URL ?? it.OPENAI_BASE_URL,
      model,
      batch: it.OPENAI_EMBEDDING_BATCH,
      allTokens: it.LLM_DAY_TOKENS,
      ...(allMoney === undefined ? {} : { allMoney }),
      ...(price === undefined ? {} : { price }),
    },
  }
}
