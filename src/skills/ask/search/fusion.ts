/**
 * The smaller, the more the first places count over the next ones. Cormack, Clarke and Büttcher (2009) take 60, for rankings
 * that are equally good. Here words rank well (nine of ten questions have their evidence among the first five), and with 60 a
 * weak embedding model took one of ten of those away; `npm run bench:hybrid` and decision 0016 have the figures.
 */
const K = 5

export interface Ranking {
  /** Ids, best first; each once. */
  readonly ids: readonly string[]
  /** What its word counts beside the others'. */
  readonly weight: number
}

/**
 * Reciprocal rank fusion: what several rankings place high comes first, whatever their scores are made of. Pure.
 * @returns the score of each id that any of them names: the sum of weight / (5 + its place, from 1)
 */
export function fused(rankings: readonly Ranking[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const { ids, weight } of rankings)
    for (const [at, id] of ids.entries()) scores.set(id, (scores.get(id) ?? 0) + weight / (K + at + 1))
  return scores
}

/** What a place by meaning counts beside a place by words: enough for a good model to lead, too little for a bad one to mislead. */
const MEANING = 0.3
/** More than all places together: an article asked for by its number stays before what merely speaks of it. */
const EXACT = 1

/** What words have ranked, ranked by words and meaning together; each has its new score. Pure. */
export function joinedByPlace<
  Ranked extends { readonly id: string; readonly features: { readonly exact: boolean } },
>(byWords: readonly Ranked[], near: readonly string[]): (Ranked & { readonly score: number })[] {
  const scores = fused([
    { ids: byWords.map((it) => it.id), weight: 1 },
    { ids: near, weight: MEANING },
  ])
  return byWords
    .map((it) => ({ ...it, score: (scores.get(it.id) ?? 0) + (it.features.exact ? EXACT : 0) }))
    .sort((one, other) => other.score - one.score)
}
