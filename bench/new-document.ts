/**
 * How a document answers that nobody has asked about yet, beside documents with thousands of confirmed questions:
 * each of the five is left without every question that cites it in turn and asked the developing questions that rest on it;
 * beside it the same questions where nothing at all is confirmed, and where everything is: `npm run bench:new-document`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeAnswering } from '../src/app/answering.ts'
import { judge } from '../src/cli/eval/judge.ts'
import { type EvalLine, isUnanswerable } from '../src/cli/eval/line.ts'
import { type Measures, tableOf } from '../src/cli/eval/measures.ts'
import { squeeze } from '../src/skills/ask/answer/quote.ts'
import { openStore } from '../src/store/index.ts'
import { developing } from './developing.ts'
import { readConfirmed } from './ours.ts'

const policies = join('data', 'policies')
const questionFiles = readdirSync(join('data', 'questions')).map((name) => join('data', 'questions', name))
/** Answered out of the register or several documents. */
const acrossAll = new Set(['structured', 'cross-document'])
const asked = developing().filter((it) => !isUnanswerable(it) && !acrossAll.has(it.kind))

console.log('| document | confirmed questions | asked | evidence first / five | right | refused by mistake |')
console.log('|---|---|---|---|---|---|')
for (const document of readdirSync(policies).filter((name) => name.endsWith('.txt'))) {
  const text = squeeze(readFileSync(join(policies, document), 'utf8'))
  const about = asked.filter((it) => text.includes(squeeze(it.evidence)))
  for (const [name, heard] of [
    ['none of any document', () => false],
    ['all but those that cite it', (cites: string) => !cites.includes(document)],
    ['all', () => true],
  ] as const) {
    console.log(`| ${document} | ${name} | ${about.length} | ${drawn(await measured(about, heard))} |`)
  }
}

async function measured(
  questions: readonly EvalLine[],
  heard: (cites: string) => boolean,
): Promise<Measures> {
  const store = await openStore(':memory:')
  const { answerer, ingest, learner } = makeAnswering({ data: 'data', prompts: 'prompts' }, store, {
    now: () => Date.now(),
  })
  await ingest([policies], { manifest: join(policies, 'manifest.json') })
  for (const file of questionFiles) {
    const known = readConfirmed(file).filter((line) => heard(line.cites.join('\n')))
    await learner.learnAll(known, { source: 'editor', who: basename(file) })
  }
  const verdicts = []
  for (const line of questions) {
    const { question, history } = line
    verdicts.push(judge(line, await answerer.answer({ question, ...(history ? { history } : {}) })))
  }
  await store.close()
  return tableOf(verdicts).all
}

function drawn({ evidence1, evidence5, right, falseRefusals }: Measures): string {
  const percent = (share = 0) => `${(share * 100).toFixed(1)}%`
  return `${percent(evidence1)} / ${percent(evidence5)} | ${percent(right)} | ${percent(falseRefusals)}`
}
