// What a language model costs beside its own time: our milliseconds an answer, and the tokens of a thousand questions,
// counted with OpenAI's o200k vocabulary: `npm run bench:model`. The model is a counterpart on this machine that quotes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { getEncoding } from 'js-tiktoken'
import { makeAnswering } from '../src/app/answering.ts'
import { seedZones } from '../src/skills/zones/load-register.ts'
import { openStore } from '../src/store/index.ts'

const asked = 150
const warming = 5
const encoding = getEncoding('o200k_base')
const counted = { requests: 0, input: 0, output: 0 }

const mock = new LLMock({ port: 0, logLevel: 'silent' })
mock.on(
  {},
  ({ messages }) => {
    const words = messages.map((it) => String(it.content)).join('\n')
    const said = JSON.stringify({ sentences: quotes(words), unclear: [] })
    counted.requests += 1
    counted.input += encoding.encode(words).length
    counted.output += encoding.encode(said).length
    return { content: said }
  },
  { chunkSize: 8 },
)
await mock.start()

const folder = mkdtempSync(join(tmpdir(), 'alliance-model-'))
const store = await openStore(join(folder, 'alliance.db'))
const policies = join('data', 'policies')
const answering = makeAnswering(
  {
    data: 'data',
    prompts: 'prompts',
    llm: {
      apiKey: 'none',
      baseUrl: `${mock.url}/v1`,
      model: 'quoting',
      judge: false,
      budget: { memberTokens: 1e9, allTokens: 1e9 },
    },
  },
  store,
  { now: () => Date.now() },
)
await answering.ingest([policies], { manifest: join(policies, 'manifest.json') })
await seedZones(join('data', 'register'), store.zones)
const worded = await answering.worded()
const questions = ['annual-report', 'other-documents', 'near-misses'].flatMap((name) =>
  readFileSync(join('test', 'eval', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { question: string }).question),
)
// Spread over all the sets; the first few warm up.
const step = Math.max(1, Math.floor(questions.length / asked))
const first: number[] = []
for (const question of questions.slice(0, warming)) await worded?.answer({ question })
const before = (await store.modelTraces.latest(1e6)).length
for (let at = 0; at < questions.length; at += step) {
  const question = questions[at] ?? ''
  first.push((await answering.answerer.answer({ question })).ms)
  await worded?.answer({ question })
}
const traces = (await store.modelTraces.latest(1e6)).slice(0, -before)
const own = traces.map((it) => it.ownMs)
const kept = traces.flatMap((it) => it.checks)
console.log(`questions ${first.length}, put to the model ${traces.length}`)
console.log(`our own ms an answer: p50 ${at(own, 0.5)}, p95 ${at(own, 0.95)}`)
console.log(
  `ms until the first text stands (the documents' words): p50 ${at(first, 0.5)}, p95 ${at(first, 0.95)}`,
)
console.log(`sentences said ${kept.length}, kept ${kept.filter((it) => it.fault === undefined).length}`)
// A question may take two requests: the weakly answered ones are put into other words first.
const perThousand = (tokens: number) => Math.round((tokens / (first.length + warming)) * 1000)
console.log(`tokens of 1000 questions: in ${perThousand(counted.input)}, out ${perThousand(counted.output)}`)
await store.close()
await mock.stop()
rmSync(folder, { recursive: true })

/** The first sentence of the first three passages. */
function quotes(words: string): { text: string; passage: number }[] {
  return [...words.matchAll(/<passage id="(\d+)"[^>]*>\n([^。\n]{10,80}。)/gu)]
    .slice(0, 3)
    .map(([, id, text = '']) => ({ text, passage: Number(id) }))
}

function at(all: readonly number[], part: number): string {
  const sorted = [...all].sort((one, other) => one - other)
  return (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
}
