import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeIngest } from '../src/skills/ask/documents/ingest.ts'
import { type ConfirmedQuestion, makeLearner } from '../src/skills/ask/search/learn.ts'
import { makeSearcher, type Searcher } from '../src/skills/ask/search/search.ts'
import type { Words } from '../src/skills/ask/search/words.ts'
import { openStore, type Store } from '../src/store/index.ts'
import type { Engine } from './engine.ts'

export interface Ours extends Engine {
  /** From here on it searches in a fresh copy of the index that has learned these questions. */
  learn(confirmed: readonly ConfirmedQuestion[]): Promise<void>
}

/** This project: files are read, cut, and kept in a store on disk; what is measured is what a user gets. */
export function ours(words: Words): Ours {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-bench-'))
  const original = join(folder, 'documents.db')
  const copy = join(folder, 'learned.db')
  const clock = { now: () => Date.now() }
  let store: Store | undefined
  let searcher: Searcher | undefined

  async function open(file: string): Promise<Store> {
    await store?.close()
    const opened = await openStore(file)
    store = opened
    searcher = makeSearcher({
      documents: opened.documents,
      passages: opened.passages,
      learned: opened.learned,
      words,
    })
    return opened
  }

  return {
    async index({ paths, manifest }) {
      const { documents } = await open(original)
      const { failed } = await makeIngest({ documents, words, clock })(
        paths,
        manifest === undefined ? {} : { manifest },
      )
      for (const { path, reason } of failed) console.error(`${path}: ${reason}`)
    },

    async learn(confirmed) {
      await store?.close()
      store = undefined
      for (const file of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(file, { force: true })
      copyFileSync(original, copy)
      if (existsSync(`${original}-wal`)) copyFileSync(`${original}-wal`, `${copy}-wal`)
      const learner = makeLearner({ ...(await open(copy)), clock })
      const by = { source: 'import', who: 'bench' } as const
      for (const { notFound } of await learner.learnAll(confirmed, by))
        for (const cite of notFound) console.error(`not found: ${cite}`)
    },

    async search(question, k) {
      const hits = (await searcher?.search(question, { k })) ?? []
      return hits.map(({ passage }) => ({
        document: passage.document.name,
        title: passage.document.title,
        path: passage.path.join(' '),
        text: passage.text,
        ...(passage.articleKey === undefined ? {} : { articleKey: passage.articleKey }),
      }))
    },

    async close() {
      await store?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The questions of a file of confirmed questions. */
export function readConfirmed(file: string): ConfirmedQuestion[] {
  return linesOf(file) as ConfirmedQuestion[]
}

/** A JSONL file. */
export function linesOf(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((it) => it.trim() !== '')
    .map((it) => JSON.parse(it) as unknown)
}
