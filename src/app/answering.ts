import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { type Log, silentLog } from '../core/log.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import type { ReadingParts } from '../skills/ask/answer/answer-from-documents.ts'
import { readDocumentNames } from '../skills/ask/answer/document-names.ts'
import { withExpertReplies } from '../skills/ask/answer/expert.ts'
import { makeAnswerer } from '../skills/ask/answer/make-answerer.ts'
import { makePlaceFinder, type Place, placeNames, placesOfZones } from '../skills/ask/answer/places.ts'
import { readRequiredWords } from '../skills/ask/answer/required.ts'
import { withUnanswerable } from '../skills/ask/answer/unanswerable.ts'
import { type Ingest, makeIngest } from '../skills/ask/documents/ingest.ts'
import { type Ground, makeGround } from '../skills/ask/model/ground.ts'
import { readRewordings } from '../skills/ask/model/rewordings.ts'
import type { Wording } from '../skills/ask/model/word-answer.ts'
import { keepPassages } from '../skills/ask/search/keep-passages.ts'
import { type Learner, makeLearner } from '../skills/ask/search/learn.ts'
import { makeCorpusRepair } from '../skills/ask/search/repair.ts'
import { makeSearcher, type Searcher } from '../skills/ask/search/search.ts'
import { searchedLately } from '../skills/ask/search/searched-lately.ts'
import { makeWords, type Words } from '../skills/ask/search/words.ts'
import { proposeDeadlines } from '../skills/deadlines/reading/propose-deadlines.ts'
import { loadRegister } from '../skills/zones/load-register.ts'
import { makeRegister } from '../skills/zones/register.ts'
import type { Store } from '../store/index.ts'
import type { ActiveQuestion } from '../store/learned.ts'
import { type Embedding, makeEmbedding } from './embedding.ts'
import { loadWording, wordedToTheEnd } from './wording.ts'

/** Search, answers, ingestion and learning over one store. */
export interface Answering {
  readonly answerer: Answerer
  readonly searcher: Searcher
  readonly learner: Learner
  readonly ingest: Ingest
  /** The Chinese tokenizer. */
  readonly language: Words
  /**
   * Answers a sample of the confirmed questions and discards the answers, to fill caches and let the JIT compile before
   * anybody waits. Yields to the event loop between questions.
   */
  warmUp(signal?: AbortSignal): Promise<void>
  /** Phrases answers with a language model; loaded on first use, undefined where none is configured. */
  wording(): Promise<Wording | undefined>
  /** Embeddings; undefined where no endpoint is configured. */
  readonly embedding: Embedding | undefined
  /** The answerer with the language model's final wording; undefined where none is configured. */
  worded(): Promise<Answerer | undefined>
}

export interface AnsweringOptions {
  readonly log?: Log
  /** Called with every set of passages that was considered for an answer; used to fit the support model. */
  readonly observe?: ReadingParts['observe']
}

/**
 * Wires documents, search, register and the answer engine over one store. Each is created on first use: a command that
 * only lists documents must not load a dictionary.
 */
export function makeAnswering(
  config: Pick<Config, 'data' | 'prompts' | 'llm' | 'embedding'>,
  store: Store,
  clock: Clock,
  { log = silentLog, observe }: AnsweringOptions = {},
): Answering {
  const { data } = config
  const lexicon = (file: string) => textOf(join(data, 'lexicon', file))
  const { documents } = store
  const passages = keepPassages(store.passages)
  const learned = { ...store.learned, active: keepActive(store) }

  const words = once(() => makeWords({ lexicon: lexicon('words.txt'), synonyms: lexicon('synonyms.txt') }))
  const embedding = makeEmbedding(config, store, clock, log)
  const searcher = once(() =>
    makeSearcher({
      documents,
      passages,
      learned,
      words: words(),
      derived: store.derived,
      ...(embedding ? { semantic: embedding.semantic } : {}),
    }),
  )
  const lately = once(() => searchedLately(searcher(), store.knowledge, clock))
  const learner = once(() => makeLearner({ ...store, passages, learned, clock }))
  const ingest = once(() =>
    makeIngest({
      documents,
      words: words(),
      clock,
      kept: (document) => proposeDeadlines(document, { ...store, clock }),
    }),
  )

  // Questions name places of the register, which an import may change at any time.
  let placesIn = makePlaceFinder([])
  let places: readonly Place[] = []
  let ground: Ground | undefined
  let placesOf: unknown
  async function keepPlaces(): Promise<void> {
    const snapshot = await store.zones.snapshot()
    if (placesOf === snapshot) return
    placesOf = snapshot
    places = placesOfZones(snapshot.zones)
    placesIn = makePlaceFinder(places)
    ground = undefined
  }

  const inDocuments = once(() =>
    makeAnswerer({
      searcher: { ...searcher(), ...lately() },
      passages,
      documents,
      confirmed: { revision: () => passages.index.revision(), all: () => learned.active() },
      derived: store.derived,
      register: makeRegister({
        zones: () => store.zones.snapshot(),
        data: loadRegister(join(data, 'register')),
      }),
      language: words(),
      repair: makeCorpusRepair(passages.index, words()),
      placesIn: (text) => placesIn(text),
      documentNames: readDocumentNames(lexicon('documents.txt')),
      required: readRequiredWords(lexicon('required.txt')),
      unloaded: readDocumentNames(lexicon('unloaded.txt')),
      ...(observe === undefined ? {} : { observe }),
    }),
  )

  const sameness = () => ({
    passages,
    language: words(),
    placesIn: (text: string) => placesIn(text),
  })
  const answerer = once(() =>
    withExpertReplies(withUnanswerable(inDocuments(), { ...store, ...sameness() }), {
      experts: store.questions,
      ...sameness(),
    }),
  )

  const wording = once(() =>
    loadWording(config, {
      ...store,
      passages,
      clock,
      log,
      searcher: lately(),
      required: readRequiredWords(lexicon('required.txt')),
      checking: async () => {
        await keepPlaces()
        ground ??= makeGround({
          rewordings: readRewordings(lexicon('rewordings.txt')),
          places: placeNames(places),
        })
        return { ground, placesIn: (text) => placesIn(text) }
      },
    }),
  )

  const inWords: Answering = {
    answerer: {
      async answer(asked) {
        await keepPlaces()
        return answerer().answer(asked)
      },
    },
    get searcher() {
      return searcher()
    },
    get learner() {
      return learner()
    },
    ingest: (paths, options) => ingest()(paths, options),
    get language() {
      return words()
    },
    embedding,
    async warmUp(signal) {
      await keepPlaces()
      const known = await learned.active()
      const step = Math.max(1, Math.floor(known.length / warmedBy))
      for (const { question } of known.filter((_, at) => at % step === 0)) {
        if (signal?.aborted) return
        await inDocuments().answer({ question })
        await setImmediate()
      }
    },
    wording: () => wording(),
    async worded() {
      const model = await wording()
      return model && wordedToTheEnd(inWords.answerer, model, randomUUID)
    },
  }
  return inWords
}

/** Warm-up questions; more of them gain little. */
const warmedBy = 60

/** Caches the thousands of confirmed questions, which search and answers share, until one of them changes. */
function keepActive({ passages, learned }: Store): Store['learned']['active'] {
  let kept: { readonly revision: number; readonly active: ActiveQuestion[] } | undefined
  return async () => {
    const revision = await passages.index.revision()
    if (kept?.revision !== revision) kept = { revision, active: await learned.active() }
    return kept.active
  }
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
