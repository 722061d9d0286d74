import type { Documents, StoredDocument } from '../../../store/documents.ts'
import type { LearnedQuestions } from '../../../store/learned.ts'
import type { Frequency, IndexTerm, PassageIndex } from '../../../store/passage-index.ts'
import type { PassageText } from '../../../store/passages.ts'
import { answeredOf } from './answered.ts'
import { type Authority, authorityOf } from './authority.ts'
import { calledName, type NamedDocument, namesOf } from './named.ts'
import { type LearnedIndex, makeLearnedIndex } from './neighbours.ts'
import { makeCutter } from './prepare.ts'
import { rarity, type WeighedTerm } from './rank.ts'
import type { Words } from './words.ts'

/** What is the same for every question until the store changes. */
export interface Memory {
  readonly revision: number
  /** Mean length of a passage, in characters. */
  readonly meanLength: number
  readonly documents: ReadonlyMap<string, StoredDocument>
  readonly named: readonly NamedDocument[]
  /** What a document's force counts for, around 1, by id. */
  readonly force: ReadonlyMap<string, number>
  /** How far confirmed questions speak for a document, by id. */
  readonly answered: ReadonlyMap<string, number>
  readonly learned: LearnedIndex
  /** The words of a passage; cut once for the passages that answer most. */
  cut(passage: PassageText): readonly string[]
  /** Terms that no passage holds are left out. */
  weigh(terms: readonly (IndexTerm & { readonly weight: number })[]): Promise<WeighedTerm[]>
}

export interface MemoryParts {
  readonly documents: Pick<Documents, 'list' | 'mentions'>
  readonly index: PassageIndex
  readonly learned?: Pick<LearnedQuestions, 'active'>
  readonly words: Words
}

const forceOf: Readonly<Record<Authority, number>> = {
  law: 0.2,
  interpretation: 0,
  regulation: 0,
  rule: -0.08,
}
/** Per natural logarithm of how many other documents name a text: what many build on is general law. */
const forceOfMention = 0.08

/** Passages whose words are remembered: some megabytes. */
const CUTS = 2_000

/** Gives the memory of the store as it is now; it is made anew only when the index's revision has changed. */
export function makeMemory(parts: MemoryParts): () => Promise<Memory> {
  let current: Memory | undefined
  return async () => {
    const revision = await parts.index.revision()
    if (current?.revision === revision) return current
    // Somebody has edited the lexicon: passages and questions must be cut alike, or they never meet.
    const edition = await parts.index.edition()
    if (edition !== undefined && edition !== parts.words.edition) {
      await parts.index.remake(parts.words.edition, makeCutter(parts.words))
    }
    current = await remember(parts, await parts.index.revision())
    return current
  }
}

async function remember(
  { documents, index, learned, words }: MemoryParts,
  revision: number,
): Promise<Memory> {
  const [all, mentions, { passages, meanLength }, confirmed] = await Promise.all([
    documents.list(),
    documents.mentions(),
    index.state(),
    learned?.active() ?? [],
  ])
  const frequencies = new Map<string, Frequency>()
  const cuts = new Map<string, readonly string[]>()
  return {
    revision,
    meanLength,
    documents: new Map(all.map((it) => [it.id, it])),
    named: all.map(namesOf),
    force: new Map(
      all.map((it) => {
        const mentioned = Math.log(1 + (mentions.get(calledName(it.title)) ?? 0))
        return [it.id, 1 + forceOf[authorityOf(it.title)] + forceOfMention * mentioned]
      }),
    ),
    answered: answeredOf(all, confirmed),
    learned: makeLearnedIndex(confirmed, words),

    cut({ id, text }) {
      const known = cuts.get(id)
      if (known) return known
      const cut = words.wordsOf(text)
      if (cuts.size >= CUTS) cuts.clear()
      cuts.set(id, cut)
      return cut
    },

    async weigh(terms) {
      const unknown = [...new Set(terms.map((it) => it.text))].filter((it) => !frequencies.has(it))
      const found = await index.frequenciesOf(unknown)
      for (const it of unknown) frequencies.set(it, found.get(it) ?? none)
      return terms.flatMap((term) => {
        const its = frequencies.get(term.text) ?? none
        const inBody = term.kind === 'pair' ? its.pairs : its.body
        const inHead = term.kind === 'pair' ? 0 : Math.max(its.path, its.title)
        if (inBody + inHead === 0) return []
        return {
          ...term,
          bodyRarity: rarity(inBody, passages),
          headRarity: rarity(inHead, passages),
          postings: Math.max(inBody, inHead),
        }
      })
    },
  }
}

const none: Frequency = { title: 0, path: 0, body: 0, pairs: 0 }
