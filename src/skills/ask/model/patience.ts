/** How long somebody who asks waits for a model, milliseconds: each call that comes before the answer, and all together. */
export const patience = {
  question: 20_000,
  readEnglish: 5_000,
  plan: 8_000,
  rewrite: 5_000,
  rerank: 5_000,
}

/** Whose question it is, under which id its trace is kept, and when nobody waits any more. */
export interface Asking {
  readonly id: string
  readonly payer: string
  readonly signal?: AbortSignal
}
