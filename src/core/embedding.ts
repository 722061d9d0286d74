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
