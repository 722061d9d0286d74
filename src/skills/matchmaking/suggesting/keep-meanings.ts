import type { Profile } from '../../../core/profile.ts'
import { type Meanings, makeMeanings } from '../fitting/meanings.ts'
import type { MatchParts } from '../parts.ts'

/** What the store knows of meanings, kept in memory beside the pool. */
export interface KeptMeanings {
  /** Undefined where no embedding model is configured. */
  readonly meanings: Meanings | undefined
  /** Takes over what has come since. @param changed profiles that changed since: what they no longer mean is forgotten */
  refresh(changed: readonly Profile[]): Promise<void>
}

export function keepMeanings({
  profileVectors,
  alliance,
}: Pick<MatchParts, 'profileVectors' | 'alliance'>): KeptMeanings {
  const model = alliance().embeddingModel
  if (model === undefined) return { meanings: undefined, async refresh() {} }
  const meanings = makeMeanings()
  let mark = 0
  return {
    meanings,
    async refresh(changed) {
      const ids = changed.map((it) => it.id)
      const having = await profileVectors.having(model, ids)
      for (const id of ids) if (!having.has(id)) meanings.set(id, undefined)
      const found = await profileVectors.since(model, mark)
      mark = found.mark
      for (const [id, vector] of found.vectors) meanings.set(id, vector)
    },
  }
}
