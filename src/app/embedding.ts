import type { EmbedCommands } from '../cli/house.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Embedder } from '../core/embedding.ts'
import type { ModelSpending } from '../core/llm.ts'
import type { Log } from '../core/log.ts'
import { embedPassages, estimateEmbedding } from '../skills/ask/search/embed-passages.ts'
import { makeSemantic, type Semantic } from '../skills/ask/search/semantic.ts'
import type { Store } from '../store/index.ts'

/** Vectors, where an embedding endpoint is configured. */
export interface Embedding extends EmbedCommands {
  readonly semantic: Semantic
}

/** Joins endpoint and store; undefined where no endpoint is configured. Its packages are read when it is first needed. */
export function makeEmbedding(
  { embedding }: Pick<Config, 'embedding'>,
  { vectors, modelSpending }: Pick<Store, 'vectors' | 'modelSpending'>,
  clock: Clock,
  log: Log,
): Embedding | undefined {
  if (!embedding) return undefined
  const { model, batch, price, allTokens, allMoney } = embedding
  const budget = {
    memberTokens: Number.MAX_SAFE_INTEGER,
    allTokens,
    ...(allMoney === undefined ? {} : { allMoney }),
    ...(price === undefined ? {} : { price: { input: price, output: 0 } }),
  }
  const load = async (kind: 'forQuestions' | 'forPassages', spending: ModelSpending): Promise<Embedder> => {
    const { makeEmbedder, ...patience } = await import('../llm/embedder.ts')
    const payer = kind === 'forQuestions' ? 'questions' : 'passages'
    return makeEmbedder({ endpoint: embedding, patience: patience[kind], budget, payer, spending, clock })
  }
  let ofQuestions: Promise<Embedder> | undefined
  return {
    model,
    semantic: makeSemantic({
      vectors,
      log,
      embedder: () => {
        ofQuestions ??= load('forQuestions', modelSpending)
        return ofQuestions
      },
    }),
    async estimate() {
      const estimate = await estimateEmbedding({ vectors, embedder: { model }, batch })
      return { ...estimate, ...(price === undefined ? {} : { money: (estimate.tokens * price) / 1_000_000 }) }
    },
    async embed(options) {
      const embedder = await load('forPassages', moneyAlone(modelSpending))
      return embedPassages({ vectors, embedder, batch }, options)
    },
  }
}

/** Passages cost money, but nobody's tokens: who asks on the day on which a library is taken in must not go without a model. */
function moneyAlone({ reserve, correct }: ModelSpending): ModelSpending {
  return {
    reserve: (at, { money }, limits) =>
      reserve(at, { tokens: 0, money }, { ...limits, allTokens: Number.MAX_SAFE_INTEGER }),
    correct: (at, { money }) => correct(at, { tokens: 0, money }),
  }
}
