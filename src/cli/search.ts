import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { cleanText } from '../core/message-text.ts'
import type { Hit } from '../skills/ask/search/search.ts'
import { type AddCommand, type Context, done, failed } from './host.ts'
import { readLines } from './read-jsonl.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'

interface SearchOptions {
  readonly batch?: string
  readonly k: number
}

const batchLine = z
  .object({
    id: z.union([z.string(), z.number()]),
    question: z.string().optional(),
    text: z.string().optional(),
  })
  .refine((it) => (it.question ?? it.text) !== undefined, 'question')
  .transform(({ id, question, text }) => ({ id, question: question ?? text ?? '' }))

/** `alliance search "词"` and `alliance search --batch FILE.jsonl`. */
export function searchCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('search')
      .description(say.search.about)
      .argument('[words...]', say.search.words)
      .option('--k <number>', say.search.k, positive(say), 10)
      .option('--batch <file>', say.batch)
      .action((words: readonly string[], options: SearchOptions, command: Command) =>
        run(
          command,
          withInitialData(say, (context) =>
            options.batch === undefined
              ? searchOnce(words.join(' '), options.k, context, say)
              : searchAll(options.batch, options.k, context, say),
          ),
        ),
      )
  }
}

async function searchOnce(question: string, k: number, context: Context, say: CliWords): Promise<number> {
  const { searcher } = await context.services()
  const hits = await searcher.search(cleanText(question), { k })
  if (context.flags.json) {
    await context.out(JSON.stringify({ hits: hits.map(hitOf) }))
    return done
  }
  if (hits.length === 0) context.tell(say.search.nothing)
  for (const [at, { passage, score }] of hits.entries()) {
    const place = [passage.document.title, ...passage.path, passage.article ?? ''].filter((it) => it !== '')
    const start = passage.text.replace(/\s+/g, ' ').slice(0, 100)
    await context.out(`${at + 1}. ${score.toFixed(2)}  ${[...new Set(place)].join(' > ')}\n   ${start}`)
  }
  return done
}

async function searchAll(file: string, k: number, context: Context, say: CliWords): Promise<number> {
  const { searcher } = await context.services()
  let bad = 0
  for await (const line of readLines(file, batchLine, context.host)) {
    if ('problem' in line) {
      bad += 1
      context.tell(say.badLine(file, line.number, line.problem))
      continue
    }
    const begun = performance.now()
    const hits = await searcher.search(cleanText(line.value.question), { k })
    const ms = Math.round((performance.now() - begun) * 100) / 100
    await context.out(JSON.stringify({ id: line.value.id, hits: hits.map(hitOf), ms }))
  }
  if (bad > 0) context.tell(say.badLines(bad))
  return bad > 0 ? failed : done
}

function hitOf({ passage, score }: Hit) {
  const { document, path, article, id } = passage
  return {
    document: document.name,
    title: document.title,
    path,
    ...(article === undefined ? {} : { article }),
    score,
    passageId: id,
  }
}

function positive(say: CliWords): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1 || value > 1000) throw new InvalidArgumentError(say.search.badK)
    return value
  }
}
