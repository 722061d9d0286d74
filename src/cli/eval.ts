import Table from 'cli-table3'
import type { Command } from 'commander'
import { Problem } from '../core/errors.ts'
import { dayAt } from '../core/local-date.ts'
import type { Locale } from '../core/locale.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import { evaluatePlans } from './eval/evaluate-plans.ts'
import { failedGates, readGate } from './eval/gates.ts'
import { judge, type Verdict } from './eval/judge.ts'
import { type EvalLine, evalLine } from './eval/line.ts'
import { type Measures, type Table as MeasureTable, tableOf } from './eval/measures.ts'
import { ownSets, qualityFile, writeQuality } from './eval/own-sets.ts'
import { type AddCommand, type Context, done, failed } from './host.ts'
import { readLines } from './read-jsonl.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { type ModelWords, modelWords } from './words-model.ts'

interface EvalOptions {
  readonly failUnder: readonly string[]
  readonly failures?: boolean
  readonly heldOut?: boolean
  readonly developing?: boolean
  readonly llm?: boolean
  readonly plans?: boolean
}

type Asking = Context & { readonly answerer: Answerer }

interface Tried {
  readonly line: EvalLine
  readonly verdict: Verdict
  readonly text: string
}

/**
 * `alliance eval FILE.jsonl`: asks every question of a set and prints the measures by kind. With `--llm` and no file it asks the
 * held-out questions that come with the program, and writes what it measured into `docs/quality.md`.
 */
export function evalCommand(say: CliWords, locale: Locale): AddCommand {
  const model = modelWords[locale].eval
  return (program, run) => {
    program
      .command('eval')
      .description(say.eval.about)
      .argument('[file...]', say.eval.file)
      .option('--fail-under <name=value>', say.eval.failUnder, (it, all: string[]) => [...all, it], [])
      .option('--failures', say.eval.failures)
      .option('--held-out', say.eval.heldOut)
      .option('--developing', say.eval.developing)
      .option('--llm', model.llm)
      .option('--plans', model.plansOption)
      .action((files: readonly string[], options: EvalOptions, command: Command) => {
        const byItself = options.llm === true && options.plans !== true
        if (files.length === 0 && !byItself) command.error("error: missing required argument 'file'")
        return run(command, async (context) => {
          if (byItself && !(await context.services()).config.llm) {
            context.tell(model.skipped)
            return done
          }
          return withInitialData(say, async () => {
            if (options.plans) return evaluatePlans(files, options, context, say, model)
            const services = await context.services()
            const answerer = (options.llm ? await services.worded() : undefined) ?? services.answerer
            await services.warmUp()
            const asking = { ...context, answerer }
            return files.length > 0
              ? (await evaluate(files, options, asking, say)).code
              : evaluateOwn(options, asking, say, model)
          })(context)
        })
      })
  }
}

/** The sets that come with the program, their held-out half: what is measured stands in docs/quality.md afterwards. */
async function evaluateOwn(
  options: EvalOptions,
  context: Asking,
  say: CliWords,
  words: ModelWords['eval'],
): Promise<number> {
  const { root } = context.host.app
  const { config, clock } = await context.services()
  const sets = ownSets(root)
  if (sets.length === 0) throw new Problem(...words.noSets)
  const model = config.llm?.model ?? ''
  context.tell(words.asking(model))
  const { code, table } = await evaluate(
    sets,
    { ...options, heldOut: options.developing !== true },
    context,
    say,
  )
  if (options.developing) return code
  const written = writeQuality(root, table, { model, on: dayAt(clock.now()) })
  context.tell(written ? words.written(qualityFile) : words.notWritten(qualityFile))
  return code
}

async function evaluate(
  files: readonly string[],
  options: EvalOptions,
  context: Asking,
  say: CliWords,
): Promise<{ readonly code: number; readonly table: MeasureTable }> {
  const gates = options.failUnder.map(readGate)
  const tried: Tried[] = []
  for (const file of files) {
    for (const line of await readSet(file, context, say)) {
      if (options.heldOut && !line.held_out) continue
      if (options.developing && line.held_out) continue
      tried.push(await tryOne(line, context))
    }
  }
  if (tried.length === 0) throw new Problem(say.eval.nothing, say.eval.nothingRemedy)
  const table = tableOf(tried.map((it) => it.verdict))
  const broken = failedGates(gates, table.all)
  const failures = tried.filter((it) => !it.verdict.right || it.verdict.five === false)
  if (context.flags.json) {
    const shown = options.failures ? { failures: failures.map(failureOf) } : {}
    await context.out(JSON.stringify({ ...table, ...shown, failedGates: broken }))
  } else {
    await context.out(draw(table, say))
    if (options.failures) for (const it of failures) await context.out(sentenceOfFailure(it, say))
  }
  for (const it of broken) context.tell(say.eval.gate(it))
  return { code: broken.length > 0 ? failed : done, table }
}

async function readSet(file: string, context: Context, say: CliWords): Promise<readonly EvalLine[]> {
  const lines: EvalLine[] = []
  for await (const line of readLines(file, evalLine, context.host)) {
    if ('problem' in line) throw new Problem(say.badLine(file, line.number, line.problem), say.eval.badSet)
    lines.push(line.value)
  }
  return lines
}

async function tryOne(line: EvalLine, { answerer }: Asking): Promise<Tried> {
  const { question, history } = line
  const answer = await answerer.answer({ question, ...(history ? { history } : {}) })
  return { line, verdict: judge(line, answer), text: answer.text }
}

function failureOf({ line, verdict, text }: Tried) {
  const { id, complaints, first, five } = verdict
  return { id, question: line.question, kind: line.kind, complaints, evidence1: first, evidence5: five, text }
}

function sentenceOfFailure({ line, verdict, text }: Tried, say: CliWords): string {
  const complaints = [...verdict.complaints, ...(verdict.five === false ? [say.eval.noEvidence] : [])]
  return `\n${verdict.id} [${verdict.kind}] ${line.question}\n  ${complaints.join('；')}\n  > ${text.replace(/\s+/g, ' ')}`
}

function draw({ kinds, all }: MeasureTable, say: CliWords): string {
  const table = new Table({ head: [...say.eval.columns], style: { head: [], border: [], compact: true } })
  for (const [kind, measures] of Object.entries(kinds)) table.push(rowOf(kind, measures))
  table.push(rowOf(say.eval.all, all))
  return table.toString()
}

function rowOf(name: string, it: Measures): string[] {
  const percent = (value: number | undefined) => (value === undefined ? '-' : `${(value * 100).toFixed(1)}%`)
  return [
    name,
    String(it.questions),
    percent(it.evidence1),
    percent(it.evidence5),
    percent(it.right),
    percent(it.refused),
    percent(it.falseRefusals),
    it.length === undefined ? '-' : String(it.length),
    it.p50.toFixed(1),
    it.p95.toFixed(1),
  ]
}
