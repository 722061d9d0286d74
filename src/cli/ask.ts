import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { messageOf, Problem } from '../core/errors.ts'
import { readLocalDate } from '../core/local-time.ts'
import { cleanText, whyUnreadable } from '../core/message-text.ts'
import { plainText } from '../core/plain-text.ts'
import type { Answer, Asked } from '../skills/ask/answer/answer.ts'
import { type AddCommand, type Context, done, failed } from './host.ts'
import { readLines } from './read-jsonl.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'

interface AskOptions {
  readonly batch?: string
  readonly asOf?: string
  readonly json?: boolean
}

const batchLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).optional(),
})

/** `alliance ask "问题"` and `alliance ask --batch FILE.jsonl`. */
export function askCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('ask')
      .description(say.ask.about)
      .argument('[question...]', say.ask.question)
      .option('--as-of <date>', say.ask.asOf, dateOption(say))
      .option('--batch <file>', say.batch)
      .action((question: readonly string[], options: AskOptions, command: Command) =>
        run(
          command,
          withInitialData(say, (context) =>
            options.batch === undefined
              ? askOnce(question.join(' '), options, context)
              : askAll(options.batch, options, context, say),
          ),
        ),
      )
  }
}

async function askOnce(question: string, { asOf }: AskOptions, context: Context): Promise<number> {
  const asked = { question, ...(asOf === undefined ? {} : { asOf }) }
  const services = await context.services()
  const answer = await answerOf(asked, context)
  await context.out(context.flags.json ? JSON.stringify(answer) : plainText(services.drawAnswer(answer)))
  return done
}

async function askAll(file: string, { asOf }: AskOptions, context: Context, say: CliWords): Promise<number> {
  let bad = 0
  await (await context.services()).warmUp()
  for await (const line of readLines(file, batchLine, context.host)) {
    if ('problem' in line) {
      bad += 1
      context.tell(say.badLine(file, line.number, line.problem))
      continue
    }
    const { id, question, history } = line.value
    try {
      const asked = { question, ...(history ? { history } : {}), ...(asOf === undefined ? {} : { asOf }) }
      await context.out(JSON.stringify({ id, ...(await answerOf(asked, context)) }))
    } catch (thrown) {
      bad += 1
      context.tell(say.badLine(file, line.number, sentenceOf(thrown)))
    }
  }
  if (bad > 0) context.tell(say.badLines(bad))
  return bad > 0 ? failed : done
}

/** The answer; for a text that is no question, the sentence that says so, in the same shape. */
async function answerOf(asked: Asked, context: Context): Promise<Answer> {
  const question = cleanText(asked.question)
  const unreadable = whyUnreadable(question, context.host.locale)
  if (unreadable === undefined) {
    const services = await context.services()
    const answerer = (await services.worded()) ?? services.answerer
    return answerer.answer({ ...asked, question })
  }
  return { kind: 'clarify', text: unreadable, claims: [], citations: [], confidence: 0, ms: 0 }
}

function sentenceOf(thrown: unknown): string {
  return thrown instanceof Problem ? `${thrown.message} ${thrown.remedy}` : messageOf(thrown)
}

function dateOption(say: CliWords): (text: string) => string {
  return (text) => {
    const date = readLocalDate(text)
    if (date === undefined) throw new InvalidArgumentError(say.notADate)
    return date
  }
}
