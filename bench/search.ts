/**
 * Compares search with what people would pick instead, in one run, and prints Markdown for docs/performance.md.
 *
 *   npm run bench:search                                          the documents in data/, the questions in test/eval
 *   npm run bench:search -- --questions FILE.jsonl                further questions in the form of test/eval
 *   npm run bench:search -- --laws FOLDER --law-questions FILE    laws as Markdown, lines {text, gold: ["title 第N条"]}
 *
 * Laws and their questions are no part of this repository: the laws are those of LawRefBook/Laws, the questions those of
 * STARD (oneal2000/STARD, MIT; arXiv 2406.15313).
 */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { engineNames, type Row, type Task } from './engine-process.ts'
import { quantile } from './measure.ts'

const { values } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true, default: [] },
    laws: { type: 'string' },
    'law-questions': { type: 'string' },
    engine: { type: 'string', multiple: true, default: engineNames },
    /** Asking time of another engine, in seconds. */
    seconds: { type: 'string', default: '60' },
  },
})

const root = process.cwd()
const data = join(root, 'data')
const seconds = Number(values.seconds)

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}\n`)

const evalFolder = join(root, 'test', 'eval')
await compare('Policy documents of data/, questions of test/eval', {
  data,
  corpus: 'policies',
  paths: [join(data, 'policies')],
  manifest: join(data, 'policies', 'manifest.json'),
  questions: [
    ...readdirSync(evalFolder)
      .filter((it) => it.endsWith('.jsonl'))
      .map((it) => join(evalFolder, it)),
    ...values.questions.map((it) => resolve(it)),
  ],
  seconds,
})
if (values.laws !== undefined && values['law-questions'] !== undefined) {
  await compare("National laws, laypersons' questions", {
    data,
    corpus: 'laws',
    paths: [resolve(values.laws)],
    questions: [resolve(values['law-questions'])],
    seconds,
  })
}

async function compare(title: string, task: Omit<Task, 'engine'>): Promise<void> {
  console.log(`## ${title}\n`)
  console.log(
    '| engine | questions | first 1 | first 5 | first 10 | share in 10 | ms median | ms p95 | index s | MB |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const engine of values.engine)
    for (const row of await runApart({ ...task, engine })) console.log(line(row))
  console.log(
    '\n"first n": any evidence among the first n. "index s" of this project holds reading, cutting and keeping.\n',
  )
}

/** Each engine in its own process: memory is its own, and one that fails does not end the run. */
async function runApart(task: Task): Promise<Row[]> {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=6144', join(import.meta.dirname, 'engine-process.js')],
      { env: { ...process.env, BENCH_TASK: JSON.stringify(task) }, maxBuffer: 1 << 26 },
    )
    return JSON.parse(stdout) as Row[]
  } catch (thrown) {
    console.error(task.engine, thrown)
    return []
  }
}

function line(it: Row): string {
  const share = (value: number) => `${(100 * value).toFixed(1)}%`
  const cells = [
    it.name,
    it.questions,
    share(it.first1),
    share(it.first5),
    share(it.first10),
    share(it.share10),
    quantile(it.times, 0.5).toFixed(1),
    quantile(it.times, 0.95).toFixed(1),
    it.indexSeconds.toFixed(1),
    it.megabytes.toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}
