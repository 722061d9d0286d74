import { writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { messageOf, Problem } from '../core/errors.ts'
import { type AddCommand, type Context, done } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'

interface Options {
  readonly zone?: string
  readonly province?: string
}

/** `alliance deadlines export FILE.xlsx`: the board as a workbook. */
export function deadlinesExport(say: CliWords): AddCommand {
  return (program, run) => {
    const deadlines =
      program.commands.find((it) => it.name() === 'deadlines') ??
      program.command('deadlines').description(say.boardExport.group)
    deadlines
      .command('export')
      .description(say.boardExport.about)
      .argument('<file>', say.boardExport.file)
      .option('--zone <name>', say.boardExport.zone)
      .option('--province <name>', say.boardExport.province)
      .action((file: string, _options: Options, command: Command) =>
        // `deadlines` itself takes --zone, too, and the parser gives it to the first that does.
        run(
          command,
          withInitialData(say, (context) => exportTo(file, command.optsWithGlobals<Options>(), context, say)),
        ),
      )
  }
}

async function exportTo(
  file: string,
  { zone, province }: Options,
  context: Context,
  say: CliWords,
): Promise<number> {
  const { notAWorkbook, notBoth, notWritten } = say.boardExport
  if (extname(file).toLowerCase() !== '.xlsx') throw new Problem(...notAWorkbook(file))
  if (zone !== undefined && province !== undefined) throw new Problem(...notBoth)
  const { deadlines } = await context.services()
  const { bytes, rows } = await deadlines.workbook(zone ?? province)
  const path = resolve(context.host.cwd, file)
  try {
    writeFileSync(path, bytes)
  } catch (thrown) {
    throw new Problem(...notWritten(file, messageOf(thrown)), { cause: thrown })
  }
  if (context.flags.json) await context.out(JSON.stringify({ file: path, rows }))
  else context.tell(say.boardExport.done(file, rows))
  return done
}
