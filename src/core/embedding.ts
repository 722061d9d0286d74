import { ModelAway } from './llm.ts'

/** What leads from words to their meaning, at whatever endpoint: texts that mean the same get vectors that are near. */
export interface Embedder {
  /** As it is named at its endpoint. */
  readonly model: string
  /**
   * A vector for each text, in their order, all of one dimension.
   * @throws ModelAway whatever goes wrong: the caller then does without
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedded>
}

export interface Embedded {
  readonly vectors: readonly Float32Array[]
  /** As the endpoint counted them; estimated where it does not say. */
  readonly tokens: number
}

/** What was sent, and why it ended before all was. */
export interface Sent {
  readonly texts: number
  readonly tokens: number
  readonly away?: ModelAway
}

/**
 * Sends texts batch by batch, and hands each batch with its vectors to `keep` before the next is sent: whoever is stopped or
 * killed goes on where it was, and at most the batch that was under way is paid for twice.
 * @returns also where the endpoint is away or `signal` says to stop: what was kept until then stays
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
