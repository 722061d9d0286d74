import type { Derived } from '../../../store/derived.ts'
import type { Documents, StoredDocument } from '../../../store/documents.ts'
import type { LearnedQuestions } from '../../../store/learned.ts'
import type { Frequency, IndexTerm, PassageIndex } from '../../../store/passage-index.ts'
import type { Passages, PassageText } from '../../../store/passages.ts'
import { answeredOf } from './answered.ts'
import { type Authority, authorityOf } from './authority.ts'
import { keepCut } from './keep-cut.ts'
import { calledName, makeDocumentFinder } from './named.ts'
import { confirmedCut, type LearnedIndex, makeLearnedIndex } from './neighbours.ts'
import { makeCutter } from './prepare.ts'
import { type Rankable, rarity, type WeighedTerm } from './rank.ts'
import { WHOLE_AT_MOST, WholeCorpus } from './whole-corpus.ts'
import type { Words } from './words.ts'

/** What is the same for every question until the store changes. */
export interface Memory {
  readonly revision: number
  /** Mean length of a passage, in characters. */
  readonly meanLength: number
  readonly documents: ReadonlyMap<string, StoredDocument>
  /** The documents that a question names. */
  namedIn(question: string): readonly StoredDocument[]
  /** What a document's force counts for, around 1, by id. */
  readonly force: ReadonlyMap<string, number>
  /** How far confirmed questions speak for a document, by id. */
  readonly answered: ReadonlyMap<string, number>
  readonly learned: LearnedIndex
  /** The words of a passage; cut once for the passages that answer most. */
  cut(passage: PassageText): readonly string[]
  /** What ranking reads of a passage, folded once for the passages that are proposed most. */
  rankable(passage: PassageText): Rankable
  /** The corpus, where it is small enough to be known whole. */
  readonly whole?: WholeCorpus
  /** Terms that no passage holds are left out. */
  weigh(terms: readonly (IndexTerm & { readonly weight: number })[]): Promise<WeighedTerm[]>
}

export interface MemoryParts {
  readonly documents: Pick<Documents, 'list' | 'mentions'>
  readonly index: PassageIndex
  readonly passages: Pick<Passages, 'texts'>
  readonly learned?: Pick<LearnedQuestions, 'active'>
  readonly words: Words
  /** Where the words of confirmed questions are kept for the next start. */
  readonly derived?: Derived
}

const forceOf: Readonly<Record<Authority, number>> = {
  law: 0.2,
  interpretation: 0,
  regulation: 0,
  rule: -0.08,
}
/** Per natural logarithm of how many other documents name a text: what many build on is general law. */
const forceOfMention = 0.08

/** Passages whose words are remembered, and those whose folded text is: some megabytes each. */
const CUTS = 2_000
const FOLDED = 6_000

/** Gives the memory of the store as it is now; it is made anew only when the index's revision has changed. */
export function makeMemory(parts: MemoryParts): () => Promise<Memory> {
  const cut = keepCut(confirmedCut(parts.words), parts.derived)
  let current: Memory | undefined
  return async () => {
    const revision = await parts.index.revision()
    if (current?.revision === revision) return current
    // Somebody has edited the lexicon: passages and questions must be cut alike, or they never meet.
    const edition = await parts.index.edition()
    if (edition !== undefined && edition !== parts.words.edition) {
      await parts.index.remake(parts.words.edition, makeCutter(parts.words))
    }
    current = await remember(parts, cut, await parts.index.revision())
    return current
  }
}

async function remember(
  { documents, index, passages: stored, learned, words }: MemoryParts,
  cut: ReturnType<typeof keepCut>,
  revision: number,
): Promise<Memory> {
  const [all, mentions, { passages, meanLength }, confirmed] = await Promise.all([
    documents.list(),
    documents.mentions(),
    index.state(),
    learned?.active() ?? [],
  ])
  const forward = await cut(confirmed.map((it) => it.question))
  const rarities = new Map<string, ReturnType<typeof raritiesOf>>()
  const cuts = new Map<string, readonly string[]>()
  const byId = new Map(all.map((it) => [it.id, it]))
  const headOf = ({ documentId, path }: PassageText) =>
    `${byId.get(documentId)?.title ?? ''} ${path}`.toLowerCase()
  const folded = new Map<string, Rankable>()
  const rankable = (passage: PassageText): Rankable => {
    const known = folded.get(passage.id)
    if (known) return known
    const made = { body: passage.text.toLowerCase(), head: headOf(passage) }
    if (folded.size >= FOLDED) folded.clear()
    folded.set(passage.id, made)
    return made
  }
  const ids = await index.all(WHOLE_AT_MOST)
  const texts = ids && (await stored.texts(ids))
  return {
    ...(texts && { whole: new WholeCorpus(texts, rankable) }),
    revision,
    meanLength,
    documents: byId,
    namedIn: makeDocumentFinder(all),
    force: new Map(
      all.map((it) => {
        const mentioned = Math.log(1 + (mentions.get(calledName(it.title)) ?? 0))
        return [it.id, 1 + forceOf[authorityOf(it.title)] + forceOfMention * mentioned]
      }),
    ),
    answered: answeredOf(all, confirmed),
    learned: makeLearnedIndex(confirmed, forward, words),

    cut({ id, text }) {
      const known = cuts.get(id)
      if (known) return known
      const cut = words.wordsOf(text)
      if (cuts.size >= CUTS) cuts.clear()
      cuts.set(id, cut)
      return cut
    },

    rankable,

    async weigh(terms) {
      const unknown = new Set<string>()
      for (const { text } of terms) if (!rarities.has(text)) unknown.add(text)
      if (unknown.size > 0) {
        const found = await index.frequenciesOf([...unknown])
        for (const it of unknown) rarities.set(it, raritiesOf(found.get(it) ?? none, passages))
      }
      const weighed: WeighedTerm[] = []
      for (const { text, kind, weight } of terms) {
        const its = rarities.get(text)?.[kind]
        if (its) weighed.push({ text, kind, weight, ...its })
      }
      return weighed
    },
  }
}

type Rarities = Pick<WeighedTerm, 'bodyRarity' | 'headRarity' | 'postings'>

/** The rarities of a term as a word and as a pair; undefined where no passage holds it as that. */
function raritiesOf(
  its: Frequency,
  passages: number,
): Readonly<Record<IndexTerm['kind'], Rarities | undefined>> {
  const of = (inBody: number, inHead: number) =>
    inBody + inHead === 0
      ? undefined
      : {
          bodyRarity: rarity(inBody, passages),
          headRarity: rarity(inHead, passages),
          postings: Math.max(inBody, inHead),
        }
  return { word: of(its.body, Math.max(its.path, its.title)), pair: of(its.pairs, 0) }
}

const none: Frequency = { title: 0, path: 0, body: 0, pairs: 0 }
