import type { Derived } from '../../../store/derived.ts'
import type { Passages, StoredPassage } from '../../../store/passages.ts'
import type { ForwardIndex } from '../search/forward.ts'
import { keepCut } from '../search/keep-cut.ts'
import { confirmedCut } from './confirmed-cut.ts'
import { type Known, makeNearest, type Nearest } from './nearest.ts'
import { type Studied, study } from './study.ts'
import { isAim, type Language, weightOf } from './terms.ts'

/** Confirmed questions as the answer engine needs them; `revision` grows with every change. */
export interface Confirmed {
  revision(): Promise<number>
  all(): Promise<readonly Known[]>
}

export interface Memory {
  readonly nearest: Nearest
  study(passage: StoredPassage): Studied
  /** How much a term tells; terms that were not asked for before are looked up in the index. */
  rarities(terms: Iterable<string>): Promise<(term: string) => number>
  /** Those of the terms that stand in a passage. */
  standing(terms: Iterable<string>): Promise<(term: string) => boolean>
}

/** Passages that stay taken apart; the least recently used go first. About 3 kB each. */
const studiedAtMost = 4000

/**
 * What is the same for every question until a document or a confirmed question changes.
 * @param derived where the terms of confirmed questions are kept for the next start; nowhere where left out
 */
export function makeMemory(
  passages: Pick<Passages, 'index'>,
  confirmed: Confirmed,
  language: Language,
  derived?: Derived,
): () => Promise<Memory> {
  const cut = keepCut(confirmedCut(language), derived)
  let kept: { key: string; memory: Memory } | undefined
  return async () => {
    const key = `${await passages.index.revision()}/${await confirmed.revision()}`
    if (kept?.key === key) return kept.memory
    const known = await confirmed.all()
    const memory = await remember(passages, known, await cut(known.map((it) => it.question)), language)
    kept = { key, memory }
    return memory
  }
}

async function remember(
  passages: Pick<Passages, 'index'>,
  known: readonly Known[],
  forward: ForwardIndex,
  language: Language,
): Promise<Memory> {
  const { passages: size } = await passages.index.state()
  const byPassage = new Map<string, Known[]>()
  for (const it of known) {
    const list = byPassage.get(it.passageId) ?? []
    list.push(it)
    byPassage.set(it.passageId, list)
  }
  const studied = new Map<string, Studied>()
  /** In how many passages a term stands. */
  const counts = new Map<string, number>()
  const count = async (terms: Iterable<string>) => {
    const unknown = [...new Set(terms)].filter((term) => !counts.has(term))
    const found = await passages.index.frequenciesOf([...new Set(unknown.map((term) => term.slice(2)))])
    for (const term of unknown) {
      const its = found.get(term.slice(2))
      const held = its === undefined ? 0 : term.startsWith('p:') ? its.pairs : Math.max(its.body, its.path)
      counts.set(term, held)
    }
  }
  const termsOfQuestion = (question: string) =>
    [...forward.termsAt(forward.rowOf(question))]
      .map((it) => forward.terms[it] ?? '')
      .filter((it) => !isAim(it))

  return {
    nearest: makeNearest(known, forward, weightOf),

    study(passage) {
      const before = studied.get(passage.id)
      const it = before ?? study(passage, byPassage.get(passage.id) ?? [], language, termsOfQuestion)
      studied.delete(passage.id)
      studied.set(passage.id, it)
      if (studied.size > studiedAtMost) {
        const [oldest] = studied.keys()
        if (oldest !== undefined) studied.delete(oldest)
      }
      return it
    },

    async rarities(terms) {
      await count(terms)
      return (term) => {
        const count = counts.get(term)
        return count === undefined ? 0 : Math.log(1 + size / (count + 0.5))
      }
    },

    async standing(terms) {
      await count(terms)
      return (term) => (counts.get(term) ?? 0) > 0
    },
  }
}
