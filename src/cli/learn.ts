import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { type AddCommand, type Context, done, failed } from './host.ts'
import { readLines } from './read-jsonl.ts'
import type { CliWords } from './words.ts'

const confirmed = z.object({ question: z.string().min(1), cites: z.array(z.string().min(1)) })

/** `alliance learn FILE.jsonl`: makes confirmed questions searchable at the passages that answer them. */
export function learnCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('learn')
      .description(say.learn.about)
      .argument('<file>', say.learn.file)
      .action((file: string, _options: object, command: Command) =>
        run(command, (context) => learn(file, context, say)),
      )
  }
}

async function learn(file: string, context: Context, say: CliWords): Promise<number> {
  const { host, flags, out, tell } = context
  const services = await context.services()
  const count = { learned: 0, known: 0, notFound: 0, bad: 0 }
  for await (const line of readLines(file, confirmed, host)) {
    if ('problem' in line) {
      count.bad += 1
      tell(say.badLine(file, line.number, line.problem))
      continue
    }
    const outcome = await services.learner.learn(line.value, { source: 'import', who: basename(file) })
    count.learned += outcome.learned
    count.known += outcome.known
    count.notFound += outcome.notFound.length
    for (const citation of outcome.notFound) tell(say.learn.citation(line.number, citation))
  }
  const { learned, known, notFound, bad } = count
  if (flags.json) await out(JSON.stringify(count))
  else {
    await out(say.learn.learned(learned, known))
    if (notFound > 0) await out(say.learn.notFound(notFound))
  }
  if (bad > 0) tell(say.badLines(bad))
  return bad > 0 ? failed : done
}
