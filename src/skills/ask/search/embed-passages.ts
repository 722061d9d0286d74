import { createHash } from 'node:crypto'
import { type Embedder, embedEach, type Sent } from '../../../core/embedding.ts'
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

/** What was done in this run: a text that stands twice is sent once. */
export type EmbedSummary = EmbedProgress & Sent

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
 * Gives every passage its vector; what has one keeps it. Stopped, killed or left by the endpoint, it goes on as
 * {@link embedEach} does.
 * @throws Problem where vectors cannot be compared on this machine: nothing is paid for then
 */
export async function embedPassages(
  { vectors, embedder, batch }: EmbedParts & { readonly embedder: Embedder },
  { signal, show = () => {} }: { signal?: AbortSignal; show?: (progress: EmbedProgress) => void } = {},
): Promise<EmbedSummary> {
  await vectors.ready()
  await keepKeys(vectors)
  const { model } = embedder
  const before = await vectors.counts(model)
  show(before)
  let { embedded } = before
  const sent = await embedEach(
    missing(vectors, model, batch),
    embedder,
    async (them) => {
      await vectors.put(model, them)
      // A text that stands twice counts once here: near enough for a bar, and counting all takes a tenth of a second.
      embedded += them.length
      show({ ...before, embedded })
    },
    signal,
  )
  const counts = await vectors.counts(model)
  const whole = counts.embedded >= counts.passages
  await vectors.publish(model, { sweep: whole })
  return { ...counts, ...sent }
}
