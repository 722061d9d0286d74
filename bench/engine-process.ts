import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeWords } from '../src/skills/ask/search/words.ts'
import { joined, type Measured, measure } from './measure.ts'
import { langChain, miniSearch, orama } from './others.ts'
import { ours, readConfirmed } from './ours.ts'
import { corpusOf, evalQuestions, lawQuestions, type Question } from './tasks.ts'

/** What a process of its own measures, so that memory is that of one engine. */
export interface Task {
  readonly engine: string
  readonly data: string
  readonly corpus: 'policies' | 'laws'
  readonly paths: readonly string[]
  readonly manifest?: string
  readonly questions: readonly string[]
  readonly seconds: number
}

export interface Row extends Measured {
  readonly name: string
  readonly indexSeconds: number
  /** Peak of the whole process. */
  readonly megabytes: number
}

export const engineNames = [
  'this project',
  'MiniSearch',
  'MiniSearch + our words',
  'Orama',
  'Orama + our words',
  'LangChain BM25Retriever',
  'LangChain BM25Retriever + our words',
]

const FOLDS = 5

async function run(task: Task): Promise<Row[]> {
  const lexicon = (file: string) => readFileSync(join(task.data, 'lexicon', file), 'utf8')
  const words = makeWords({ lexicon: lexicon('words.txt'), synonyms: lexicon('synonyms.txt') })
  const corpus = corpusOf(task.paths, task.manifest)
  const questions =
    task.corpus === 'laws' ? task.questions.flatMap(lawQuestions) : evalQuestions(task.questions)
  const mixed = shuffled(questions)
  const rows: Row[] = []
  const row = (name: string, indexSeconds: number, measured: Measured) => {
    rows.push({ name, indexSeconds, megabytes: process.resourceUsage().maxRSS / 1024, ...measured })
  }

  const base = task.engine.replace(' + our words', '')
  const cut = task.engine === base ? undefined : words.wordsOf
  if (base !== 'this project') {
    const make = { MiniSearch: miniSearch, Orama: orama }[base] ?? langChain
    const engine = make(cut)
    const passages = await corpus.passages()
    const seconds = await timed(() => engine.index({ ...corpus, passages: async () => passages }))
    row(task.engine, seconds, await measure(engine, mixed, task.seconds))
    return rows
  }

  const engine = ours(words)
  const seconds = await timed(() => engine.index(corpus))
  row('this project, nothing learned', seconds, await measure(engine, mixed, Number.POSITIVE_INFINITY))
  if (task.corpus === 'laws') {
    const parts: Measured[] = []
    for (let fold = 0; fold < FOLDS; fold++) {
      const isAsked = (at: number) => at % FOLDS === fold
      await engine.learn(mixed.filter((_, at) => !isAsked(at)).flatMap((it) => it.confirmed ?? []))
      const asked = mixed.filter((_, at) => isAsked(at))
      parts.push(await measure(engine, asked, Number.POSITIVE_INFINITY))
    }
    row(`this project, other questions learned (${FOLDS}-fold)`, seconds, joined(parts))
  } else {
    const folder = join(task.data, 'questions')
    await engine.learn(readdirSync(folder).flatMap((it) => readConfirmed(join(folder, it))))
    row(
      'this project, data/questions learned',
      seconds,
      await measure(engine, mixed, Number.POSITIVE_INFINITY),
    )
  }
  await engine.close?.()
  return rows
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** The same order in every process, so that engines that are out of time were asked the same questions. */
function shuffled(questions: readonly Question[]): Question[] {
  let seed = 20141231
  const next = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed
  }
  return questions
    .map((it) => ({ it, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ it }) => it)
}

const task = process.env.BENCH_TASK
if (task !== undefined) console.log(JSON.stringify(await run(JSON.parse(task) as Task)))
