import type { LocalDate } from '../../../core/clock.ts'
import type { Derived } from '../../../store/derived.ts'
import type { Documents, StoredDocument } from '../../../store/documents.ts'
import type { LearnedQuestions } from '../../../store/learned.ts'
import type { Passages, StoredPassage } from '../../../store/passages.ts'
import { articleKeysIn } from './article-key.ts'
import { wasThere } from './as-of.ts'
import { countByWalking } from './count.ts'
import { heaviest, lendersOf, lentOf, wordsLent } from './expansion.ts'
import { fold } from './fold.ts'
import { joinedByPlace } from './fusion.ts'
import { type Memory, makeMemory } from './memory.ts'
import type { Confirmed } from './neighbours.ts'
import { type WeighedTerm, withinBudget, wordFeaturesOf } from './rank.ts'
import { type Features, scoreByWords, scoreOf } from './score.ts'
import type { Semantic } from './semantic.ts'
import { isStopWord } from './stop-words.ts'
import { termsOf } from './terms.ts'
import type { Words } from './words.ts'

export interface Hit {
  /** The passage with its document's facts. */
  readonly passage: StoredPassage
  /** Higher is better; comparable within one question only. */
  readonly score: number
  readonly features: Features
}

export interface SearchOptions {
  /** How many hits, 10 where left out. */
  readonly k?: number
  /** Leaves out what was published or came into force after that day. */
  readonly asOf?: LocalDate
  /** Only documents of these ids. */
  readonly documents?: readonly string[]
  /** So many more at the end, that the question's words alone would find: what nobody has asked about yet. None where left out. */
  readonly unlearned?: number
  /** How many passages the index proposes for ranking, {@link PROPOSED} where left out. */
  readonly candidates?: number
}

/** An article that a question asks for by its number. */
export interface ArticleLookup {
  /** As searched: 3 or 120-1. */
  readonly articles: readonly string[]
  readonly passages: readonly StoredPassage[]
  /** The documents that have such an article; more than one where the question does not say which is meant. */
  readonly documents: readonly StoredDocument[]
  /** The documents that the question names, whether they have the article or not. */
  readonly named: readonly StoredDocument[]
}

export interface Searcher {
  search(question: string, options?: SearchOptions): Promise<Hit[]>
  /** 「民法典第三条」 in its document, 「第三条是什么」 in every document that has one; undefined where no article is named. */
  lookUp(
    question: string,
    options?: Pick<SearchOptions, 'asOf' | 'documents'>,
  ): Promise<ArticleLookup | undefined>
  /** How much a word tells: high where few passages hold it; words that none holds are left out. */
  rarityOf(words: readonly string[]): Promise<ReadonlyMap<string, number>>
}

export interface SearchParts {
  readonly documents: Pick<Documents, 'list' | 'mentions'>
  readonly passages: Pick<Passages, 'index' | 'texts' | 'get' | 'ofArticle'>
  /** Confirmed questions; nothing is learned from where left out. */
  readonly learned?: Pick<LearnedQuestions, 'active'>
  readonly words: Words
  /** Where the words of confirmed questions are kept for the next start; nowhere where left out. */
  readonly derived?: Derived
  /** Proposes by meaning, where an embedding endpoint is configured. */
  readonly semantic?: Semantic
}

/** For choosing candidates only; ranking weighs them anew. */
const fieldWeights = { title: 0.5, path: 1, body: 3, pairs: 1.5 }

/** Postings that the index may read for one question: this bounds its time, however long the question is. */
const POSTINGS = 6_000
/** The same for what else may be written: rare synonyms must not crowd out the question's own words. */
const POSTINGS_OF_SYNONYMS = 1_500
/** Passages that the index proposes, and that confirmed questions propose. */
const PROPOSED = 300
const PROPOSED_BY_QUESTIONS = 100
/** Likeness below which no question is near. */
const NEAR = 0.1

export function makeSearcher(parts: SearchParts): Searcher {
  const { passages, words } = parts
  const { index } = passages
  const remembered = makeMemory({ ...parts, index })

  async function lookUp(question: string, options: SearchOptions = {}): Promise<ArticleLookup | undefined> {
    const articles = articleKeysIn(question)
    if (articles.length === 0) return undefined
    const memory = await remembered()
    const may = allowed(memory, options)
    const named = memory.namedIn(question).filter((it) => may(it.id))
    const within = named.length > 0 ? named.map((it) => it.id) : undefined
    const found = await Promise.all(articles.map((it) => passages.ofArticle(it, within)))
    const those = found.flat().filter((it) => may(it.document.id))
    const documents = new Map(those.map((it) => [it.document.id, it.document]))
    return { articles, passages: those, documents: [...documents.values()], named }
  }

  /** What confirmed questions near this one say: of passages, and the words of their answers. */
  async function learnedFor(question: string, asked: readonly WeighedTerm[], memory: Memory) {
    const neighbours = memory.learned.neighboursOf(question)
    const lenders = lendersOf(neighbours.filter((it) => it.likeness >= NEAR))
    const texts = lenders.size === 0 ? [] : await passages.texts([...lenders.keys()])
    const lent = await memory.weigh(
      wordsLent(lenders, texts, new Set(asked.map((it) => it.text)), memory.cut),
    )
    return { confirmed: memory.learned.confirmedOf(question, neighbours), lent: heaviest(lent) }
  }

  async function proposedFor(asked: readonly WeighedTerm[], most: number): Promise<string[]> {
    const own = asked.filter((it) => it.weight === 1)
    const synonyms = asked.filter((it) => it.weight < 1)
    const terms = [...withinBudget(own, POSTINGS), ...withinBudget(synonyms, POSTINGS_OF_SYNONYMS)]
    return (await index.search(terms, fieldWeights, most)).map((it) => it.passageId)
  }

  /** The passages that may answer, counted so that they can be weighed, each with its place there. */
  async function weighable(
    ids: ReadonlySet<string>,
    terms: readonly string[],
    memory: Memory,
    options: SearchOptions,
  ) {
    const may = allowed(memory, options)
    const { whole } = memory
    if (whole) {
      const places = [...ids].flatMap((id) => whole.placeOf(id) ?? [])
      const candidates = places.flatMap((at) => {
        const text = whole.textAt(at)
        return text && may(text.documentId) ? [{ at, text }] : []
      })
      return { counted: whole, candidates }
    }
    const texts = (await passages.texts([...ids])).filter((it) => may(it.documentId))
    const counted = countByWalking(texts.map(memory.rankable), terms)
    return { counted, candidates: texts.map((text, at) => ({ at, text })) }
  }

  return {
    lookUp,

    async rarityOf(terms) {
      const memory = await remembered()
      const weighed = await memory.weigh(terms.map((text) => ({ text, kind: 'word', weight: 1 })))
      return new Map(weighed.map((it) => [it.text, it.bodyRarity]))
    },

    async search(question, options = {}) {
      const memory = await remembered()
      // Asked first: the endpoint works while the words are looked up.
      const nearing = parts.semantic?.near(question, allowed(memory, options)) ?? []
      const known = await memory.weigh(termsOf(question, words))
      // A character that is no word by itself (年) stands in words only: it is looked for in the texts.
      const single = known.length === 0 ? singleCharacter(question) : undefined
      const asked = single === undefined ? known : [asWord(single)]
      const article = await lookUp(question, options)
      const named = new Set((article?.named ?? memory.namedIn(question)).map((it) => it.id))
      const exact = new Set(article?.passages.map((it) => it.id))
      const { confirmed, lent } = await learnedFor(question, asked, memory)
      const proposed = memory.whole
        ? memory.whole.holding(asked.map((it) => it.text))
        : await proposedFor(asked, options.candidates ?? PROPOSED)
      const holding = single === undefined ? [] : await index.holding(single, PROPOSED)
      const near = await nearing
      const ids = new Set([...holding, ...exact, ...spokenFor(confirmed), ...proposed, ...near])

      const total = asked.reduce(
        (sum, it) => {
          sum[it.kind] += it.bodyRarity
          return sum
        },
        { word: 0, pair: 0 },
      )
      const terms = [...asked, ...lent].map((it) => it.text)
      const { counted, candidates } = await weighable(ids, terms, memory, options)
      const wordFeaturesAt = wordFeaturesOf(asked, counted, memory.meanLength)
      const lentAt = lentOf(lent, counted, memory.meanLength)
      const featuresOf = ({ at, text: { id, documentId } }: (typeof candidates)[number]): Features => {
        const { words, pairs, head, coverage } = wordFeaturesAt(at)
        const learned = confirmed.get(id)
        // Written out: spread into an object of so many parts, hundreds of times a question, takes a tenth of its time.
        return {
          words,
          pairs,
          head,
          coverage,
          fieldWords: (learned?.fieldWords ?? 0) / (total.word * 2.2 || 1),
          fieldPairs: (learned?.fieldPairs ?? 0) / (total.pair * 2.2 || 1),
          votes: learned?.votes ?? 0,
          lent: lentAt(at),
          answered: memory.answered.get(documentId) ?? 0,
          force: memory.force.get(documentId) ?? 1,
          named: named.has(documentId),
          exact: exact.has(id),
        }
      }
      const byWords = candidates
        .map((it) => {
          const features = featuresOf(it)
          return { id: it.text.id, features, score: scoreOf(features) }
        })
        .sort((a, b) => b.score - a.score)
      const best = (near.length === 0 ? byWords : joinedByPlace(byWords, near)).slice(0, options.k ?? 10)
      const ranked = [...best, ...unlearned(byWords, best, options.unlearned ?? 0)]
      const stored = new Map((await passages.get(ranked.map((it) => it.id))).map((it) => [it.id, it]))
      return ranked.flatMap(({ id, ...rest }) => {
        const passage = stored.get(id)
        return passage ? [{ passage, ...rest }] : []
      })
    },
  }
}

interface Ranked {
  readonly id: string
  readonly features: Features
  readonly score: number
}

/** What is best by the words of the question alone and not among those found. */
function unlearned(all: readonly Ranked[], found: readonly Ranked[], most: number): Ranked[] {
  if (most === 0) return []
  const ids = new Set(found.map((it) => it.id))
  return all
    .filter((it) => !ids.has(it.id))
    .map((it) => ({ ...it, score: scoreByWords(it.features) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

function singleCharacter(question: string): string | undefined {
  const [only, ...more] = fold(question).match(/[\p{L}\p{N}]/gu) ?? []
  return only === undefined || more.length > 0 || isStopWord(only) ? undefined : only
}

const asWord = (text: string): WeighedTerm => ({
  text,
  kind: 'word',
  weight: 1,
  bodyRarity: 1,
  headRarity: 1,
  postings: 0,
})

/** The passages for which confirmed questions speak loudest. */
function spokenFor(confirmed: ReadonlyMap<string, Confirmed>): string[] {
  const loudness = ({ fieldWords, fieldPairs, votes }: Confirmed) => 0.05 * (fieldWords + fieldPairs) + votes
  return [...confirmed]
    .sort((a, b) => loudness(b[1]) - loudness(a[1]))
    .slice(0, PROPOSED_BY_QUESTIONS)
    .map(([id]) => id)
}

function allowed(memory: Memory, { documents, asOf }: SearchOptions): (documentId: string) => boolean {
  const only = documents && new Set(documents)
  return (id) => {
    const document = memory.documents.get(id)
    if (!document || (only && !only.has(id))) return false
    return wasThere(document, asOf)
  }
}
