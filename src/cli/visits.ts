import type { Command } from 'commander'
import type { Locale } from '../core/locale.ts'
import { tell } from './deadlines.ts'
import type { AddCommand } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { trainingWords } from './words-trainings.ts'

/** `alliance visits`: what zones offer one another and how far their visits are, for whoever runs the bot. */
export function visitCommands(common: CliWords, locale: Locale): AddCommand {
  return (program, run) => {
    program
      .command('visits')
      .description(trainingWords[locale].visits)
      .action((_options: object, command: Command) =>
        run(
          command,
          withInitialData(common, async (context) => {
            const { hostings, reply } = await (await context.services()).visits.list()
            return tell(context, reply, hostings)
          }),
        ),
      )
  }
}
