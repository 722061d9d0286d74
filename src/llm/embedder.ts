import type { Clock } from '../core/clock.ts'
import type { Embedded, Embedder } from '../core/embedding.ts'
import { ModelAway, type ModelSpending, type Usage } from '../core/llm.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import { estimateTokens } from '../core/tokens.ts'
import { withBreaker } from './breaker.ts'
import { type Budget, withBudget } from './budget.ts'
import { type Attempt, awayOf, clientOf, type Endpoint } from './openai.ts'
import { type Patience, pause, withRetries } from './retries.ts'

/** A question is answered by the words alone where its vector has not come in time, so nobody waits for a second try. */
export const forQuestions: Patience = { together: 1_500, tries: 2, firstPause: 100 }
/** Nobody waits for passages; endpoints that count requests a minute ask for patience. Milliseconds. */
export const forPassages: Patience = { together: 180_000, tries: 8, firstPause: 1_000 }

export interface EmbedderParts {
  readonly endpoint: Pick<Endpoint, 'apiKey' | 'baseUrl' | 'model'>
  readonly patience: Patience
  readonly budget: Budget
  /** Under which name it is spent. */
  readonly payer: string
  readonly spending: ModelSpending
  readonly clock: Clock
}

interface EmbeddingRequest {
  readonly texts: readonly string[]
  readonly payer: string
}

interface EmbeddingResult extends Embedded {
  readonly usage: Usage
}

/** Vectors from an OpenAI-compatible endpoint. Telephone and identity numbers are masked before anything is sent. */
export function makeEmbedder({
  endpoint,
  budget,
  payer,
  spending,
  clock,
  ...parts
}: EmbedderParts): Embedder {
  const tried = withRetries(embeddingAttempt(endpoint), pause, parts.patience)
  const ask = withBudget(withBreaker(tried, clock), {
    spending,
    budget,
    clock,
    upperLimit: ({ texts }) => usageOf(texts),
  })
  const never = new AbortController().signal
  return {
    model: endpoint.model,
    async embed(texts, signal = never) {
      const step = await ask({ texts: texts.map(maskPersonal), payer }, signal).next()
      if (!step.done) throw new ModelAway('malformed', 'vectors do not come in parts')
      return step.value
    },
  }
}

const usageOf = (texts: readonly string[]): Usage => ({
  input: texts.reduce((sum, it) => sum + estimateTokens(it), 0),
  output: 0,
})

function embeddingAttempt({
  model,
  ...endpoint
}: EmbedderParts['endpoint']): Attempt<EmbeddingRequest, never, EmbeddingResult> {
  const client = clientOf(endpoint)
  return async function* attempt({ texts }, signal) {
    const answer = await client.embeddings
      // Left out, the SDK asks for base64, which not every endpoint understands and some ignore.
      .create({ model, input: [...texts], encoding_format: 'float' }, { signal })
      .catch((thrown: unknown) => {
        throw awayOf(thrown, signal, false)
      })
    const vectors = vectorsIn(answer, texts.length)
    const counted = answer.usage?.prompt_tokens
    const usage = Number.isFinite(counted) ? { input: counted, output: 0 } : usageOf(texts)
    return { vectors, tokens: usage.input, usage }
  }
}

/** The vectors of an answer in the order of its texts. @throws ModelAway where they are no vectors, or not all of them */
function vectorsIn(
  { data }: { readonly data?: readonly { readonly index?: number; readonly embedding: readonly number[] }[] },
  count: number,
): readonly Float32Array[] {
  const vectors = new Array<Float32Array | undefined>(count)
  // A null would else become a zero.
  for (const [at, { index = at, embedding }] of (Array.isArray(data) ? data : []).entries())
    if (Array.isArray(embedding) && embedding.every(Number.isFinite))
      vectors[index] = Float32Array.from(embedding)
  const [first] = vectors
  const whole = vectors.filter(
    (it): it is Float32Array =>
      it !== undefined && it.length > 0 && it.length === first?.length && it.some((value) => value !== 0),
  )
  if (whole.length !== count || vectors.length !== count)
    throw new ModelAway('malformed', `${whole.length} of ${count} vectors are fit`)
  return whole
}
