/**
 * What a language model costs beside its own time: our milliseconds an answer and the tokens of a thousand questions. The
 * model is a counterpart on this machine that quotes; it is a process of its own.
 *
 *   npm run bench:model                                              the documents in data/, questions of test/eval
 *   npm run bench:model -- --documents FOLDER --questions FILE       also with these documents, 50,000 passages or more
 *
 * FOLDER holds documents as `alliance ingest` takes them, FILE a JSON object a line with the question as `text`; what was
 * measured is named in docs/llm.md. `--store FILE` keeps the store of the second part for the next run.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeAnswering } from '../src/app/answering.ts'
import { seedZones } from '../src/skills/zones/load-register.ts'
import { openStore } from '../src/store/index.ts'
import { quantile } from './measure.ts'
import { type Counted, startQuotingModel } from './model-counterpart.ts'
import { linesOf, readConfirmed } from './ours.ts'

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    questions: { type: 'string' },
    store: { type: 'string' },
    /** How many of the questions are asked, spread over all of them. */
    asked: { type: 'string', default: '150' },
  },
})
const asked = Number(values.asked)
const warming = 20
const policies = join('data', 'policies')

const own = ['annual-report', 'other-documents', 'near-misses'].flatMap((name) =>
  (linesOf(join('test', 'eval', `${name}.jsonl`)) as { question: string }[]).map((it) => it.question),
)
await measureOverhead('The documents in data/', own, { paths: [], counting: true })
if (values.documents !== undefined && values.questions !== undefined) {
  const theirs = (linesOf(resolve(values.questions)) as { text: string }[]).map((it) => it.text)
  const place = { paths: [resolve(values.documents)], ...(values.store && { file: resolve(values.store) }) }
  await measureOverhead('With the documents of the folder', theirs, { ...place, counting: false })
}

interface Corpus {
  /** Beside the documents in data/. */
  readonly paths: readonly string[]
  readonly file?: string
  readonly counting: boolean
}

async function measureOverhead(title: string, all: readonly string[], corpus: Corpus): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-model-'))
  const file = corpus.file ?? join(folder, 'alliance.db')
  const isKept = existsSync(file)
  const store = await openStore(file)
  const model = await startQuotingModel(corpus)
  const answering = makeAnswering(
    {
      data: 'data',
      prompts: 'prompts',
      llm: {
        apiKey: 'none',
        baseUrl: model.baseUrl,
        // A kept store has the answers of the run before.
        model: `quoting-${Date.now()}`,
        judge: false,
        rerank: false,
        budget: { memberTokens: 1e9, allTokens: 1e9 },
      },
    },
    store,
    { now: () => Date.now() },
  )
  if (!isKept) {
    await answering.ingest([policies], { manifest: join(policies, 'manifest.json') })
    await seedZones(join('data', 'register'), store.zones)
    const by = { source: 'import', who: 'bench' } as const
    for (const name of readdirSync(join('data', 'questions')))
      for (const it of readConfirmed(join('data', 'questions', name))) await answering.learner.learn(it, by)
    if (corpus.paths.length > 0) await answering.ingest(corpus.paths)
  }
  const wording = await answering.wording()
  if (!wording) throw new Error('no model was configured')

  const step = Math.max(1, Math.floor(all.length / asked))
  const questions = all.filter((_, at) => at % step === 0)
  const warm = all.filter((_, at) => at % step === 1).slice(0, warming)
  const first: number[] = []
  const after: number[] = []
  const together: number[] = []
  const firstCpu: number[] = []
  const togetherCpu: number[] = []
  let [said, kept] = [0, 0]
  for (const [at, question] of [...warm, ...questions].entries()) {
    const before = process.cpuUsage()
    const base = await answering.answerer.answer({ question })
    const id = `${process.pid}-${at}`
    if (at >= warm.length) {
      first.push(base.ms)
      firstCpu.push(cpuSince(before))
    }
    if (!wording.takes(base)) continue
    const growing = wording.improve({ question }, base, { id, payer: 'bench' })
    while (!(await growing.next()).done);
    const spent = cpuSince(before)
    const trace = await store.modelTraces.find(id)
    if (!trace || at < warm.length) continue
    after.push(trace.ownMs)
    together.push(base.ms + trace.ownMs)
    togetherCpu.push(spent)
    said += trace.checks.length
    kept += trace.checks.filter((it) => it.fault === undefined).length
  }
  const { passages } = await store.passages.index.state()
  console.log(`## ${title}: ${passages} passages\n`)
  console.log(
    `${questions.length} questions, ${together.length} put to the model; sentences said ${said}, kept ${kept}\n`,
  )
  console.log('| ms an answer | p50 | p95 |\n|---|---|---|')
  printTimes("until the documents' words stand", first)
  printTimes('after that, without what the model takes', after)
  printTimes('both together', together)
  printTimes("CPU until the documents' words stand", firstCpu)
  printTimes('CPU together, reading the stream included', togetherCpu)
  if (corpus.counting) printTokens(await model.counted(), questions.length + warm.length)
  console.log('')
  await store.close()
  model.stop()
  rmSync(folder, { recursive: true })
}

/** Milliseconds of all threads of this process. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function printTimes(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((one, other) => one - other)
  console.log(`| ${name} | ${[0.5, 0.95].map((part) => quantile(sorted, part).toFixed(1)).join(' | ')} |`)
}

/** A question may take two requests: the weakly answered ones are put into other words first. */
function printTokens({ input, output }: Counted, questions: number): void {
  const perThousand = (tokens: number) => Math.round((tokens / questions) * 1000)
  console.log(`\nTokens of 1000 questions: in ${perThousand(input)}, out ${perThousand(output)}`)
}
