import { type Embedder, embedEach, type Sent } from '../../../core/embedding.ts'
import { estimateTokens } from '../../../core/tokens.ts'
import type { ProfileVectors } from '../../../store/profile-vectors.ts'
import { textOf } from '../fitting/study.ts'

export interface EmbedProfilesParts {
  readonly profileVectors: ProfileVectors
  readonly embedder: Pick<Embedder, 'model'> & Partial<Pick<Embedder, 'embed'>>
  /** Profiles that are sent in one request. */
  readonly batch: number
}

/** The profiles that have no vector of that model yet, so many at a time, each with the text that the score reads, too. */
async function* missing({ profileVectors, embedder, batch }: EmbedProfilesParts) {
  for (let after = ''; ; ) {
    const found = await profileVectors.missing(embedder.model, after, batch)
    if (found.length === 0) return
    yield found.map(({ profile, change }) => ({ profile: profile.id, change, text: textOf(profile) }))
    after = found.at(-1)?.profile.id ?? after
  }
}

/** Counts what {@link embedProfiles} would send; asks nobody. */
export async function estimateProfiles(
  parts: EmbedProfilesParts,
): Promise<{ readonly profiles: number; readonly requests: number; readonly tokens: number }> {
  const sum = { profiles: 0, requests: 0, tokens: 0 }
  for await (const texts of missing(parts)) {
    sum.profiles += texts.length
    sum.requests += 1
    for (const { text } of texts) sum.tokens += estimateTokens(text)
  }
  return sum
}

/** Gives every profile that the whole alliance may see its vector; goes on where it was as {@link embedEach} does. */
export function embedProfiles(
  parts: EmbedProfilesParts & { readonly embedder: Embedder },
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Sent> {
  const { profileVectors, embedder } = parts
  return embedEach(missing(parts), embedder, (them) => profileVectors.put(embedder.model, them), signal)
}
