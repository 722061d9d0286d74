/**
 * What a model's own draft of an answer is worth as a second query: the question alone, the draft alone, and both by
 * reciprocal rank, in one run, with plain bm25 over the same words beside it.
 *
 *   npm run bench:drafts -- --laws FOLDER --law-questions FILE --drafts FILE
 *
 * Laws and questions as in bench/search.ts; drafts are lines {text, draft}, the text that of a question. None of them is part of
 * this repository; docs/llm.md says how the drafts that were measured came about.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeIngest } from '../src/skills/ask/documents/ingest.ts'
import { fused } from '../src/skills/ask/search/fusion.ts'
import { makeSearcher } from '../src/skills/ask/search/search.ts'
import { openStore } from '../src/store/index.ts'
import { allPassages } from '../test/llm/corpus.ts'
import { bm25 } from './bm25.ts'
import type { Found } from './engine.ts'
import { foundOf, houseWords } from './house-search.ts'
import { measure } from './measure.ts'
import { linesOf } from './ours.ts'
import { lawQuestions } from './tasks.ts'

const { values } = parseArgs({
  options: {
    laws: { type: 'string' },
    'law-questions': { type: 'string' },
    drafts: { type: 'string' },
  },
})
if (!values.laws || !values['law-questions'] || !values.drafts)
  throw new Error('name --laws FOLDER --law-questions FILE --drafts FILE')

const drafts = new Map(
  (linesOf(resolve(values.drafts)) as { text: string; draft: string }[]).map((it) => [it.text, it.draft]),
)
const questions = lawQuestions(resolve(values['law-questions'])).filter((it) => drafts.has(it.text))

const words = houseWords()
const folder = mkdtempSync(join(tmpdir(), 'alliance-drafts-'))
const store = await openStore(join(folder, 'alliance.db'))
await makeIngest({ documents: store.documents, words, clock: { now: () => Date.now() } })([
  resolve(values.laws),
])
const searcher = makeSearcher({ ...store, words })
const passages = (await allPassages(store)).filter((it) => it.kind !== 'contents')
const byId = new Map(passages.map((it) => [it.id, foundOf(it)]))
const plain = bm25(passages.map((it) => [it.id, words.wordsOf(`${it.document.title} ${it.text}`)]))

/** Ids, best first, for one query. */
type Ranks = (query: string) => Promise<readonly string[]>

/** How much of each ranking is joined; the product takes the second. */
const depths = [8, 25, 100] as const
const deep = 100
const ours: Ranks = async (query) =>
  (await searcher.search(query, { k: deep })).map(({ passage }) => passage.id)
const peer: Ranks = async (query) => plain(words.wordsOf(query)).slice(0, deep)

const draftOf = (question: string) => drafts.get(question) ?? ''
const joining =
  (ranks: Ranks, weight: number, depth: number): Ranks =>
  async (question) => {
    const [one = [], other = []] = await Promise.all([question, draftOf(question)].map(ranks))
    const scores = fused([
      { ids: one.slice(0, depth), weight: 1 },
      { ids: other.slice(0, depth), weight },
    ])
    return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  }

console.log(`${questions.length} questions with drafts, ${passages.length} passages\n`)
console.log('| | question alone | draft alone | both in one query | both by rank |')
console.log('|---|---|---|---|---|')
for (const [name, ranks] of Object.entries({ 'this project': ours, 'plain bm25, our words': peer })) {
  const ways: Ranks[] = [
    ranks,
    (it) => ranks(draftOf(it)),
    (it) => ranks(`${it} ${draftOf(it)}`),
    joining(ranks, 1, deep),
  ]
  const cells: string[] = []
  for (const way of ways) cells.push(await shares(way))
  console.log(`| ${[name, ...cells].join(' | ')} |`)
}
console.log(
  '\nEach cell: any relevant article among the first ten / mean share of them among the first ten.\n',
)
console.log(`| the draft, beside 1 for the question | ${depths.map((it) => `each ${it} deep`).join(' | ')} |`)
console.log(`|---|${'---|'.repeat(depths.length)}`)
for (const weight of [0.3, 0.5, 0.7, 1, 1.5, 2]) {
  const cells: string[] = []
  for (const depth of depths) cells.push(await shares(joining(ours, weight, depth)))
  console.log(`| ${[weight, ...cells].join(' | ')} |`)
}
await store.close()
rmSync(folder, { recursive: true })

async function shares(ranks: Ranks): Promise<string> {
  const engine = {
    index: async () => {},
    close: async () => {},
    search: async (text: string, k: number): Promise<Found[]> =>
      (await ranks(text)).slice(0, k).flatMap((id) => byId.get(id) ?? []),
  }
  const { first10, share10 } = await measure(engine, questions, Number.POSITIVE_INFINITY)
  return `${(100 * first10).toFixed(1)} / ${(100 * share10).toFixed(1)}%`
}
