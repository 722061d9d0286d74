import type { EmbedCommands } from '../cli/services.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Embedder, Sent } from '../core/embedding.ts'
import type { ModelSpending } from '../core/llm.ts'
import type { Log } from '../core/log.ts'
import { type EmbedProgress, embedPassages, estimateEmbedding } from '../skills/ask/search/embed-passages.ts'
import { makeSemantic, type Semantic } from '../skills/ask/search/semantic.ts'
import { embedProfiles, estimateProfiles } from '../skills/matchmaking/suggesting/embed-profiles.ts'
import type { Store } from '../store/index.ts'

/** Embedding of passages, profiles and questions. */
export interface Embedding extends EmbedCommands {
  readonly semantic: Semantic
  embedPassages(options: EmbedOptions): Promise<Sent>
  embedProfiles(options: EmbedOptions): Promise<Sent>
}

interface EmbedOptions {
  readonly signal?: AbortSignal
  readonly show?: (progress: EmbedProgress) => void
}

/** Wires the embedding endpoint to the store; undefined where none is configured. The SDK is loaded on first use. */
export function makeEmbedding(
  { embedding }: Pick<Config, 'embedding'>,
  { vectors, profileVectors, modelSpending }: Pick<Store, 'vectors' | 'profileVectors' | 'modelSpending'>,
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
  const load = async (payer: 'questions' | 'passages' | 'profiles'): Promise<Embedder> => {
    const { makeEmbedder, forQuestions, forPassages } = await import('../llm/embedder.ts')
    const [patience, spending] =
      payer === 'questions' ? [forQuestions, modelSpending] : [forPassages, moneyAlone(modelSpending)]
    return makeEmbedder({ endpoint: embedding, patience, budget, payer, spending, clock })
  }
  const ofPassages = async (options: EmbedOptions) =>
    embedPassages({ vectors, embedder: await load('passages'), batch }, options)
  const ofProfiles = async (options: EmbedOptions) =>
    embedProfiles({ profileVectors, embedder: await load('profiles'), batch }, options)
  let ofQuestions: Promise<Embedder> | undefined
  return {
    model,
    semantic: makeSemantic({
      vectors,
      log,
      embedder: () => {
        ofQuestions ??= load('questions')
        return ofQuestions
      },
    }),
    embedPassages: ofPassages,
    embedProfiles: ofProfiles,
    async estimate() {
      const embedder = { model }
      const { passages, ...of } = await estimateEmbedding({ vectors, embedder, batch })
      const { profiles, ...more } = await estimateProfiles({ profileVectors, embedder, batch })
      const tokens = of.tokens + more.tokens
      return {
        passages,
        profiles,
        requests: of.requests + more.requests,
        tokens,
        ...(price === undefined ? {} : { money: (tokens * price) / 1_000_000 }),
      }
    },
    async embed(options = {}) {
      const { texts, tokens, away, ...passages } = await ofPassages(options)
      // If the endpoint failed for passages, it is not tried for profiles.
      const more: Sent = away ? { texts: 0, tokens: 0, away } : await ofProfiles(options)
      return {
        ...passages,
        ...(await countProfiles()),
        texts: texts + more.texts,
        tokens: tokens + more.tokens,
        ...(more.away === undefined ? {} : { away: more.away }),
      }
    },
  }

  async function countProfiles() {
    const { profiles, embedded } = await profileVectors.counts(model)
    return { profiles, profilesEmbedded: embedded }
  }
}

/** Counts money only: ingesting a library must not use up the day's tokens, which people need for their questions. */
function moneyAlone({ reserve, correct }: ModelSpending): ModelSpending {
  return {
    reserve: (at, { money }, limits) =>
      reserve(at, { tokens: 0, money }, { ...limits, allTokens: Number.MAX_SAFE_INTEGER }),
    correct: (at, { money }) => correct(at, { tokens: 0, money }),
  }
}
