import { ModelAway } from './llm.ts'

/** An embedding model: maps texts of similar meaning to nearby vectors. */
export interface Embedder {
  /** The model's name at its endpoint. */
  readonly model: string
  /**
   * One vector per text, in order, all of the same dimension.
   * @throws ModelAway on any failure; callers fall back to lexical search
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedded>
}

export interface Embedded {
  readonly vectors: readonly Float32Array[]
  /** As reported by the endpoint, otherwise estimated. */
  readonly tokens: number
}

/** What was sent, and why it stopped early, if it did. */
export interface Sent {
  readonly texts: number
  readonly tokens: number
  readonly away?: ModelAway
}

/**
 * Embeds texts batch by batch, saving each batch before the next is sent, so that an interrupted run resumes where it
 * stopped and pays at most one batch twice.
 * @returns normally also when the endpoint fails or `signal` aborts; batches saved so far stay
 */
export async function embedEach<T extends { readonly text: string }>(
  batches: AsyncIterable<readonly T[]>,
  embedder: Embedder,
  keep: (embedded: readonly (T & { readonly vector: Float32Array })[]) => Promise<void>,
  signal?: AbortSignal,
): Promise<Sent> {
  let texts = 0
  let tokens = 0
  try {
    for await (const batch of batches) {
      if (signal?.aborted) throw new ModelAway('cancelled', 'stopped')
      const embedded = await embedder.embed(
        batch.map((it) => it.text),
        signal,
      )
      await keep(
        batch.flatMap((it, at) => {
          const vector = embedded.vectors[at]
          return vector ? [{ ...it, vector }] : []
        }),
      )
      texts += batch.length
      tokens += embedded.tokens
    }
  } catch (thrown) {
    if (!(thrown instanceof ModelAway)) throw thrown
    return { texts, tokens, away: thrown }
  }
  return { texts, tokens }
}
