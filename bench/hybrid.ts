/**
 * Words alone, vectors alone, and both joined by reciprocal rank, in one run over the same questions; then what a search by
 * vectors costs at 50,000 passages: `npm run bench:hybrid`.
 *
 *   npm run bench:hybrid -- --laws FOLDER --law-questions FILE   also laws as Markdown, see bench/search.ts
 *   npm run bench:hybrid -- --passages 0                         without the second part
 *
 * No embedding model runs here. The counterpart of test/support/counterpart-vectors.ts knows characters, not meanings: what
 * is measured is that joining does no harm where the vectors know no more than the words, and what it costs.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Embedder } from '../src/core/embedding.ts'
import { silentLog } from '../src/core/log.ts'
import { makeIngest } from '../src/skills/ask/documents/ingest.ts'
import { embedPassages } from '../src/skills/ask/search/embed-passages.ts'
import { makeSearcher } from '../src/skills/ask/search/search.ts'
import { makeSemantic } from '../src/skills/ask/search/semantic.ts'
import { openStore } from '../src/store/index.ts'
import type { StoredPassage } from '../src/store/passages.ts'
import { counterpartVector } from '../test/support/counterpart-vectors.ts'
import { foundOf, houseWords } from './house-search.ts'
import { measure, quantile } from './measure.ts'
import { evalQuestions, lawQuestions, type Question } from './tasks.ts'
import { timeVectors } from './vector-times.ts'

const { values } = parseArgs({
  options: {
    laws: { type: 'string' },
    'law-questions': { type: 'string' },
    passages: { type: 'string', default: '50000' },
    dimension: { type: 'string', default: '1024' },
    /** Asking time of each way to search, in seconds. */
    seconds: { type: 'string', default: '60' },
  },
})
const dimension = Number(values.dimension)
const words = houseWords()
const embedder: Embedder = {
  model: 'counterpart',
  embed: async (texts) => ({
    vectors: texts.map((it) => Float32Array.from(counterpartVector(it, dimension))),
    tokens: 0,
  }),
}

const policies = join('data', 'policies')
const own = readdirSync(join('test', 'eval'))
  .filter((it) => it.endsWith('.jsonl'))
  .map((it) => join('test', 'eval', it))
await compare(
  'Policy documents, questions of test/eval',
  evalQuestions(own),
  [policies],
  join(policies, 'manifest.json'),
)
if (values.laws !== undefined && values['law-questions'] !== undefined)
  await compare("National laws, laypersons' questions", lawQuestions(resolve(values['law-questions'])), [
    resolve(values.laws),
  ])
if (Number(values.passages) > 0) await timeVectors(Number(values.passages), dimension)

async function compare(
  title: string,
  questions: readonly Question[],
  paths: readonly string[],
  manifest?: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-hybrid-'))
  const store = await openStore(join(folder, 'alliance.db'))
  await makeIngest({ documents: store.documents, words, clock: { now: () => Date.now() } })(
    paths,
    manifest === undefined ? {} : { manifest },
  )
  await embedPassages({ vectors: store.vectors, embedder, batch: 100 })
  const semantic = makeSemantic({ embedder: async () => embedder, vectors: store.vectors, log: silentLog })
  const parts = { ...store, words }
  const [byWords, both] = [makeSearcher(parts), makeSearcher({ ...parts, semantic })]
  const ways: Record<string, (text: string, k: number) => Promise<readonly StoredPassage[]>> = {
    'words alone': async (text, k) => (await byWords.search(text, { k })).map((it) => it.passage),
    'counterpart vectors alone': async (text, k) =>
      store.passages.get((await semantic.near(text, () => true)).slice(0, k)),
    'both, by reciprocal rank': async (text, k) => (await both.search(text, { k })).map((it) => it.passage),
  }
  console.log(
    `## ${title}\n\n| | questions | first 1 | first 5 | first 10 | share in 10 | ms median | ms p95 |`,
  )
  console.log('|---|---|---|---|---|---|---|---|')
  for (const [name, search] of Object.entries(ways)) {
    const engine = {
      index: async () => {},
      close: async () => {},
      search: async (text: string, k: number) => (await search(text, k)).map(foundOf),
    }
    const it = await measure(engine, questions, Number(values.seconds))
    const shares = [it.first1, it.first5, it.first10, it.share10].map(
      (share) => `${(100 * share).toFixed(1)}%`,
    )
    const times = [0.5, 0.95].map((part) => quantile(it.times, part).toFixed(1))
    console.log(`| ${[name, it.questions, ...shares, ...times].join(' | ')} |`)
  }
  console.log('')
  await store.close()
  rmSync(folder, { recursive: true })
}
