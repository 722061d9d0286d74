import type { Embedder } from '../../../core/embedding.ts'
import { messageOf, Problem } from '../../../core/errors.ts'
import { ModelAway } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { Vectors } from '../../../store/vectors.ts'

/** What proposes passages by their meaning, beside their words. */
export interface Semantic {
  /**
   * Passages near a question in meaning, nearest first, of the documents that `may`; none where the endpoint is away or too
   * slow: the words alone answer then; never rejects.
   */
  near(question: string, may: (documentId: string) => boolean): Promise<readonly string[]>
}

export interface SemanticParts {
  readonly embedder: () => Promise<Embedder>
  readonly vectors: Pick<Vectors, 'nearest'>
  readonly log: Log
}

/** Passages that are proposed for one question. */
const PROPOSED = 100
/** Questions whose vectors are kept, those asked for longest ago go first: 4 kB each. */
const KEPT = 1_000
/** A pasted page is no question: what is asked stands in its first lines. Characters. */
const LONGEST = 400

export function makeSemantic({ embedder, vectors, log }: SemanticParts): Semantic {
  const kept = new Map<string, Promise<Float32Array | undefined>>()

  async function vectorOf(question: string): Promise<Float32Array | undefined> {
    const known = kept.get(question)
    const vector = known ?? (await embedder()).embed([question]).then(({ vectors: [it] }) => it)
    kept.delete(question)
    kept.set(question, vector)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    try {
      return await vector
    } catch (thrown) {
      // What failed may succeed the next time.
      if (kept.get(question) === vector) kept.delete(question)
      throw thrown
    }
  }

  return {
    async near(question, may) {
      const asked = question.trim().slice(0, LONGEST)
      if (asked.length < 2) return []
      try {
        const { model } = await embedder()
        const vector = await vectorOf(asked)
        if (vector === undefined) return []
        return (await vectors.nearest(model, vector, may, PROPOSED)).map((it) => it.passageId)
      } catch (thrown) {
        const isKnown = thrown instanceof ModelAway || thrown instanceof Problem
        // Whatever it is, it must not take the words away, too.
        log[isKnown ? 'warn' : 'error']({ err: thrown }, `searched by words alone: ${messageOf(thrown)}`)
        return []
      }
    },
  }
}
