import type { Answer, Answerer, Asked } from './answer.ts'

export interface KeptAnswersParts {
  /** Another text whenever something changes on which an answer may rest. */
  readonly knowledge: () => Promise<string>
  /** Answers kept at once; the ones asked for longest ago go first. About 10 kB each. */
  readonly most?: number
}

/** Longer ones are hardly asked twice. In characters, with what was said before. */
const longest = 1_000

/**
 * The same answerer, which says again what it said to the very same question in the very same context: after a notice a
 * hundred people ask one thing. Nothing is kept beyond a change of what answers rest on: that is looked up for every
 * question, before anything else.
 */
export function withKeptAnswers(answerer: Answerer, { knowledge, most = 2_000 }: KeptAnswersParts): Answerer {
  const kept = new Map<string, Promise<Answer>>()
  let keptOf: string | undefined

  return {
    async answer(asked) {
      const begun = performance.now()
      const state = await knowledge()
      if (state !== keptOf) {
        kept.clear()
        keptOf = state
      }
      const key = keyOf(asked)
      const known = kept.get(key)
      if (!known) {
        const answer = answerer.answer(asked)
        if (key.length <= longest) keep(key, answer)
        return answer
      }
      keep(key, known)
      return { ...(await known), ms: Math.round((performance.now() - begun) * 10) / 10 }
    },
  }

  function keep(key: string, answer: Promise<Answer>): void {
    kept.delete(key)
    kept.set(key, answer)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    // What failed may succeed the next time.
    answer.catch(() => {
      if (kept.get(key) === answer) kept.delete(key)
    })
  }
}

function keyOf({ question, history = [], asOf }: Asked): string {
  return JSON.stringify([question, asOf ?? '', ...history.map(({ role, content }) => [role, content])])
}
