import type { Passages, StoredPassage } from '../../../store/passages.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { asForAnswers } from '../answer/search-once.ts'
import { fused } from '../search/fusion.ts'
import type { Searcher } from '../search/search.ts'
import type { Rewritten } from './rewrite.ts'

export interface GatherParts {
  readonly searcher: Pick<Searcher, 'search'>
  readonly passages: Pick<Passages, 'get'>
}

/** Passages that each search gives. */
const taken = 25

/** Passages that a model may cite; each may stand in both. */
export interface Gathered {
  /** What the embedded answer rests on: offered in any case. */
  readonly standing: readonly StoredPassage[]
  /** What else was found, best first. */
  readonly found: readonly StoredPassage[]
}

/**
 * The passages that a model may cite: those that the embedded answer rests on, the best for each wording, and by reciprocal
 * rank what the wordings find besides. A draft counts like a question: as well as its words meet a passage. Where the
 * embedded answer is a refusal, what is near to it comes after the best.
 */
export async function gather(
  question: string,
  asked: Asked,
  base: Answer,
  { questions, draft }: Pick<Rewritten, 'questions' | 'draft'>,
  { searcher, passages }: GatherParts,
): Promise<Gathered> {
  const found = await passages.get(base.citations.map((it) => it.passageId))
  const cited = base.citations.flatMap((it) => found.find(({ id }) => id === it.passageId) ?? [])
  const wordings = new Set([question, ...questions, ...(draft === undefined ? [] : [draft])])
  const hits = await Promise.all(
    [...wordings].map(async (it) =>
      (await searcher.search(it, asForAnswers(asked)))
        .slice(0, taken)
        .map(({ passage }) => passage)
        .filter(({ document }) => document.replacedAt === undefined),
    ),
  )
  const best = hits.flatMap(([first]) => first ?? [])
  const scores = fused(hits.map((its) => ({ ids: its.map(({ id }) => id), weight: 1 })))
  const all = hits.flat().sort((one, other) => (scores.get(other.id) ?? 0) - (scores.get(one.id) ?? 0))
  return base.kind === 'refusal'
    ? { standing: [], found: [...best, ...cited, ...all] }
    : { standing: cited, found: [...best, ...all] }
}
