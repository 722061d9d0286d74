import type { Command } from 'commander'
import { Problem } from '../core/errors.ts'
import type { ModelTrace } from '../core/llm.ts'
import type { Locale } from '../core/locale.ts'
import type { StoredPassage } from '../store/passages.ts'
import { type AddCommand, done } from './host.ts'
import { modelWords } from './words-model.ts'

const listed = '20'

/** `alliance trace [ID]`: how an answer of the language model came about. */
export function traceCommand(locale: Locale): AddCommand {
  const say = modelWords[locale].trace
  return (program, run) => {
    program
      .command('trace')
      .description(say.about)
      .argument('[id]', say.id)
      .option('--last <count>', say.last, listed)
      .action((id: string | undefined, { last }: { last: string }, command: Command) =>
        run(command, async ({ services, flags, out, tell }) => {
          const { modelTraces, passages } = (await services()).store
          if (id === undefined) {
            const latest = await modelTraces.latest(Number(last))
            if (latest.length === 0) tell(say.none)
            for (const it of latest)
              await out(
                flags.json ? JSON.stringify(it) : `${it.id}  ${say.outcome[it.outcome]}  ${it.question}`,
              )
            return done
          }
          const trace = await modelTraces.find(id)
          if (!trace) throw new Problem(...say.unknown(id))
          if (flags.json) await out(JSON.stringify(trace))
          else {
            const first = trace.first === undefined ? undefined : await modelTraces.find(trace.first)
            for (const it of first ? [trace, first] : [trace])
              for (const line of linesOf(it, await passages.get(it.passages), locale)) await out(line)
          }
          return done
        }),
      )
  }
}

function linesOf(trace: ModelTrace, passages: readonly StoredPassage[], locale: Locale): readonly string[] {
  const say = modelWords[locale].trace
  const place = (id: string, at: number) => {
    const it = passages.find((passage) => passage.id === id)
    return `  [${at + 1}] ${it ? `《${it.document.title}》 ${it.path.join(' > ')}` : id}`
  }
  return [
    `${say.outcome[trace.outcome]}${trace.reason === undefined ? '' : `（${trace.reason}）`}`,
    ...(trace.first === undefined ? [] : [say.first(trace.first)]),
    `${say.question}：${trace.question}`,
    ...(trace.rewritten === undefined ? [] : [`${say.rewritten}：${trace.rewritten}`]),
    ...(trace.searched ?? []).map((it) => `${say.searched}：${it}`),
    ...(trace.draft === undefined ? [] : [`${say.draft}：${trace.draft}`]),
    ...(trace.reranked === undefined
      ? []
      : [
          `${say.reranked}：${trace.reranked.map((it) => trace.passages.indexOf(it) + 1).filter((it) => it > 0)}`,
        ]),
    `${say.by}：${trace.model}，${trace.prompt}`,
    say.spent(trace.usage.input, trace.usage.output, trace.ms, trace.ownMs),
    `${say.passages}：`,
    ...trace.passages.map(place),
    ...trace.checks.map(
      ({ text, passages: cited, fault }) =>
        `${fault === undefined ? `✓ ${say.kept}` : `✗ ${say.dropped}`} [${cited.join(',')}] ${text}${fault === undefined ? '' : `  —— ${fault}`}`,
    ),
  ]
}
