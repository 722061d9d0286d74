import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { Problem } from '../core/errors.ts'
import type { Locale } from '../core/locale.ts'
import { tell } from './deadlines.ts'
import { type AddCommand, type Context, done } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { trainingWords } from './words-trainings.ts'
import { ensureDocx, writeTo } from './write-file.ts'

const kinds = ['roster', 'badges', 'sign-in', 'summary', 'certificates'] as const

type Wanted = Readonly<
  Partial<Record<'roster' | 'badges' | 'signIn' | 'summary' | 'certificates', boolean>>
> & {
  readonly out: string
}

/** `alliance trainings export|read|template|notice|certificate`: what organizers need on paper and out of files. */
export function trainingsOrganizing(common: CliWords, locale: Locale): AddCommand {
  const say = trainingWords[locale]
  return (program, run) => {
    const trainings = program.commands.find((it) => it.name() === 'trainings') ?? program.command('trainings')
    const within = (command: Command, action: (context: Context) => Promise<number>) =>
      run(command, withInitialData(common, action))

    const exporting = trainings.command('export').description(say.export).argument('<id>', say.training)
    for (const kind of kinds) exporting.option(`--${kind}`, say.papers[kind])
    exporting
      .requiredOption('--out <folder>', say.out)
      .action((id: string, { out, signIn, ...flags }: Wanted, command: Command) =>
        within(command, async (context) => {
          const wanted = kinds.filter((it) => (it === 'sign-in' ? signIn : flags[it]))
          if (wanted.length === 0) throw new Problem(...say.nothingWanted)
          const files = await (await context.services()).organizing.papers(id, wanted)
          for (const { name, bytes } of files) await writeTo(context, join(out, safe(name)), bytes, say)
          return done
        }),
      )

    trainings
      .command('read')
      .description(say.read)
      .argument('<file>', say.notice)
      .option('--save', say.save)
      .action((file: string, { save = false }: { save?: boolean }, command: Command) =>
        within(command, async (context) => {
          const { organizing, printedText, readSource } = await context.services()
          const printed = await printedText(await readSource(resolve(context.host.cwd, file)))
          const { reply, ...read } = await organizing.read(printed, save)
          return tell(context, reply, [read])
        }),
      )

    trainings
      .command('template')
      .description(say.template)
      .requiredOption('--out <file>', say.templateFile)
      .action(({ out }: { out: string }, command: Command) =>
        run(command, async (context) => {
          await writeTo(context, out, await (await context.services()).organizing.template(), say)
          return done
        }),
      )

    trainings
      .command('notice')
      .description(say.draftNotice)
      .argument('<id>', say.training)
      .requiredOption('--out <file>', say.draftFile)
      .action((id: string, { out }: { out: string }, command: Command) =>
        within(command, async (context) => {
          const bytes = await (await context.services()).organizing.notice(id)
          await writeTo(context, ensureDocx(out, say), bytes, say)
          return done
        }),
      )

    trainings
      .command('certificate')
      .description(say.certificate)
      .argument('<number>', say.number)
      .action((number: string, _options: object, command: Command) =>
        within(command, async (context) => {
          const reply = await (await context.services()).organizing.certificate(number)
          return tell(context, reply, [{ number, certified: true }])
        }),
      )
  }
}

/** A title as a part of a file name. Pure. */
function safe(name: string): string {
  return name.replace(/[/\\:*?"<>|\u0000-\u001f]/gu, '_')
}
