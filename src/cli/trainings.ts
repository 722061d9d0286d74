import type { Command } from 'commander'
import type { Locale } from '../core/locale.ts'
import { tell } from './deadlines.ts'
import type { AddCommand } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { trainingWords } from './words-trainings.ts'

/** `alliance trainings …`: what is announced and who comes, for whoever runs the bot. */
export function trainingCommands(common: CliWords, locale: Locale): AddCommand {
  const say = trainingWords[locale]
  return (program, run) => {
    const trainings = program
      .command('trainings')
      .description(say.about)
      .option('--coming', say.coming)
      .option('--past', say.past)
      .action(({ coming, past }: { coming?: boolean; past?: boolean }, command: Command) =>
        run(
          command,
          withInitialData(common, async (context) => {
            const which = coming === past ? undefined : coming ? 'coming' : 'past'
            const { trainings, reply } = await (await context.services()).trainings.list(which)
            return tell(context, reply, trainings)
          }),
        ),
      )
    trainings
      .command('show')
      .description(say.show)
      .argument('<id>', say.training)
      .action((id: string, _options: object, command: Command) =>
        run(
          command,
          withInitialData(common, async (context) => {
            const { hall, reply } = await (await context.services()).trainings.show(id)
            return tell(context, reply, [hall])
          }),
        ),
      )
  }
}
