import { createHash } from 'node:crypto'
import type { Embedder } from '../../../core/embedding.ts'
import { ModelAway } from '../../../core/llm.ts'
import { estimateTokens } from '../../../core/tokens.ts'
import type { MeaningOf, Vectors } from '../../../store/vectors.ts'

export interface EmbedParts {
  readonly vectors: Vectors
  readonly embedder: Pick<Embedder, 'model'> & Partial<Pick<Embedder, 'embed'>>
  /** Passages that are sent in one request. */
  readonly batch: number
}

/** What embedding the passages that have no vector yet will take. */
export interface EmbedEstimate {
  readonly passages: number
  /** Requests to the endpoint. */
  readonly requests: number
  /** Hardly more than this. */
  readonly tokens: number
}

export interface EmbedProgress {
  /** Passages with a vector now, and all that are to have one. */
  readonly embedded: number
  readonly passages: number
}

export interface EmbedSummary extends EmbedProgress {
  /** Texts that were paid for in this run: a text that stands twice is paid for once. */
  readonly texts: number
  readonly tokens: number
  /** Why it ended before all was done. */
  readonly away?: ModelAway
}

/** Characters: models read no more than some hundred to some thousand tokens, and what stands first says what it is about. */
const longest = 2_000
/** Passages that are read at once. */
const page = 500

/** What stands for a passage: where it stands and what it says. */
export function meaningOf({ title, path, text }: Omit<MeaningOf, 'passageId'>): string {
  return `${[title, ...path].join(' > ')}\n${text}`.slice(0, longest)
}

const keyOf = (meaning: string) => createHash('sha256').update(meaning).digest('hex')

/** Says which passages have the same words: only words that no vector stands for are paid for. */
async function keepKeys(vectors: Vectors): Promise<void> {
  for (;;) {
    const passages = await vectors.unkeyed(page)
    if (passages.length === 0) return
    await vectors.keep(passages.map((it) => ({ passageId: it.passageId, key: keyOf(meaningOf(it)) })))
  }
}

/** The texts that have no vector of that model yet, each once, so many at a time. */
async function* missing(vectors: Vectors, model: string, batch: number) {
  const seen = new Set<string>()
  for (let after = '0'; ; ) {
    const passages = await vectors.missing(model, after, page)
    if (passages.length === 0) return
    const fresh = passages.filter(({ key }) => !seen.has(key) && seen.add(key))
    for (let at = 0; at < fresh.length; at += batch)
      yield fresh.slice(at, at + batch).map((it) => ({ key: it.key, text: meaningOf(it) }))
    after = passages.at(-1)?.passageId ?? after
  }
}

/** Counts what {@link embedPassages} would send; asks nobody. */
export async function estimateEmbedding({ vectors, embedder, batch }: EmbedParts): Promise<EmbedEstimate> {
  await keepKeys(vectors)
  const sum = { passages: 0, requests: 0, tokens: 0 }
  for await (const texts of missing(vectors, embedder.model, batch)) {
    sum.passages += texts.length
    sum.requests += 1
    for (const { text } of texts) sum.tokens += estimateTokens(text)
  }
  return sum
}

/**
 * Gives every passage its vector. What has one keeps it, and each batch is kept as it comes: whoever is stopped or killed
 * goes on where it was, and at most the batch that was under way is paid for twice.
 * @returns also where the endpoint is away: what was done until then stays
 * @throws Problem where vectors cannot be compared on this machine: nothing is paid for then
 */
export async function embedPassages(
  { vectors, embedder, batch }: EmbedParts & { readonly embedder: Embedder },
  { signal, show = () => {} }: { signal?: AbortSignal; show?: (progress: EmbedProgress) => void } = {},
): Promise<EmbedSummary> {
  await vectors.ready()
  await keepKeys(vectors)
  const { model } = embedder
  let texts = 0
  let tokens = 0
  let away: ModelAway | undefined
  const before = await vectors.counts(model)
  show(before)
  try {
    for await (const wanted of missing(vectors, model, batch)) {
      if (signal?.aborted) throw new ModelAway('cancelled', 'stopped')
      const embedded = await embedder.embed(
        wanted.map((it) => it.text),
        signal,
      )
      await vectors.put(
        model,
        wanted.flatMap(({ key }, at) => {
          const vector = embedded.vectors[at]
          return vector ? [{ key, vector }] : []
        }),
      )
      texts += wanted.length
      tokens += embedded.tokens
      // A text that stands twice counts once here: near enough for a bar, and counting all takes a tenth of a second.
      show({ ...before, embedded: before.embedded + texts })
    }
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    away = thrown
  }
  const counts = await vectors.counts(model)
  const whole = counts.embedded >= counts.passages
  await vectors.publish(model, { sweep: whole })
  return { ...counts, texts, tokens, ...(away === undefined ? {} : { away }) }
}
