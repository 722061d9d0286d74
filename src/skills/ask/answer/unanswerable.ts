import { localDateOf } from '../../../core/clock.ts'
import type { Passages } from '../../../store/passages.ts'
import type { UnanswerableQuestion, UnanswerableQuestions } from '../../../store/unanswerable.ts'
import type { Answer, Answerer, Asked } from './answer.ts'
import { contextOf, meaning } from './follow-up.ts'
import { makeSameFinder, type SamenessParts } from './same-question.ts'
import { words } from './words.ts'

export interface UnanswerableParts extends SamenessParts {
  readonly unanswerable: Pick<UnanswerableQuestions, 'active'>
  readonly passages: Pick<Passages, 'get' | 'index'>
}

/**
 * The same answerer, which refuses a question of which somebody has said that no document answers it; unless what would
 * be quoted came later.
 */
export function withUnanswerable(answerer: Answerer, parts: UnanswerableParts): Answerer {
  let kept: { revision: number; find: ReturnType<typeof makeSameFinder<UnanswerableQuestion>> } | undefined

  async function confirmed(asked: Asked): Promise<UnanswerableQuestion | undefined> {
    const revision = await parts.passages.index.revision()
    if (kept?.revision !== revision)
      kept = { revision, find: makeSameFinder((await parts.unanswerable.active()).toReversed(), parts) }
    return kept.find(meaning(asked.question, contextOf(asked.question, asked.history)))
  }

  /** Whether all that is quoted was there when somebody looked. */
  async function wasLookedAt({ claims }: Answer, { at }: UnanswerableQuestion): Promise<boolean> {
    const quoted = new Set(claims.flatMap(({ citation }) => citation?.passageId ?? []))
    return (await parts.passages.get([...quoted])).every(({ document }) => document.addedAt <= at)
  }

  return {
    async answer(asked) {
      const answer = await answerer.answer(asked)
      if (answer.kind !== 'answer') return answer
      const known = await confirmed(asked)
      if (!known || !(await wasLookedAt(answer, known))) return answer
      const { citations, confidence, ms } = answer
      const text = words.confirmedSilent(localDateOf(known.at))
      return { kind: 'refusal', refusal: 'not-in-corpus', text, claims: [], citations, confidence, ms }
    },
  }
}
