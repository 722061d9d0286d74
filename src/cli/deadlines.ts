import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Locale } from '../core/locale.ts'
import { plainText } from '../core/plain-text.ts'
import { type Reply, reply } from '../core/reply.ts'
import { type AddCommand, type Context, done } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { deadlineWords } from './words-deadlines.ts'

/** `alliance deadlines` and `alliance duties …`: what is owed, for whoever runs the bot. */
export function deadlineCommands(common: CliWords, locale: Locale): AddCommand {
  const say = deadlineWords[locale]
  return (program, run) => {
    const within = (command: Command, action: (context: Context) => Promise<number>) =>
      run(command, withInitialData(common, action))

    program
      .command('deadlines')
      .description(say.deadlines)
      .option('--zone <name>', say.zone)
      .action(({ zone }: { zone?: string }, command: Command) =>
        within(command, async (context) => {
          const { entries, reply } = await (await context.services()).deadlines.owed(zone)
          return tell(
            context,
            reply,
            entries.map(({ obligation, duty, organization }) => ({
              ...obligation,
              title: duty.title,
              zone: organization.name,
            })),
          )
        }),
      )

    const duties = program.command('duties').description(say.duties.about)
    duties
      .command('list')
      .description(say.duties.list)
      .action((_options: object, command: Command) =>
        within(command, async (context) => {
          const { duties, reply } = await (await context.services()).deadlines.duties()
          return tell(context, reply, duties)
        }),
      )
    for (const name of ['show', 'preview'] as const)
      duties
        .command(name)
        .description(say.duties[name])
        .argument('<duty>', say.duties.duty)
        .action((typed: string, _options: object, command: Command) =>
          within(command, async (context) => {
            const { duty, owed, reply } = await (await context.services()).deadlines.duty(typed)
            return tell(context, reply, [name === 'show' ? duty : { duty: duty.id, ...owed }])
          }),
        )
    for (const name of ['publish', 'retire'] as const)
      duties
        .command(name)
        .description(say.duties[name])
        .argument('<duty>', say.duties.duty)
        .action((typed: string, _options: object, command: Command) =>
          within(command, async (context) => {
            const reply = await (await context.services()).deadlines.decide(typed, name)
            return tell(context, reply, [{ duty: typed, done: plainText(reply) }])
          }),
        )
    duties
      .command('import')
      .description(say.duties.import)
      .argument('<file>', say.duties.file)
      .option('--dry-run', common.zones.dryRun)
      .action((file: string, options: { dryRun?: boolean }, command: Command) =>
        within(command, async (context) => {
          const { deadlines, readSource } = await context.services()
          const { kept, told } = await deadlines.importDuties(
            await readSource(resolve(context.host.cwd, file)),
            options,
          )
          return tell(context, reply(told), [kept])
        }),
      )
    duties
      .command('proposals')
      .description(say.duties.proposals)
      .action((_options: object, command: Command) =>
        within(command, async (context) => {
          const { deadlines } = await context.services()
          return tell(context, await deadlines.view('proposals'), await deadlines.proposals())
        }),
      )
    duties
      .command('propose')
      .description(say.duties.propose)
      .argument('[document]', say.duties.document)
      .action((document: string | undefined, _options: object, command: Command) =>
        within(command, async (context) => {
          const { deadlines } = await context.services()
          const { told, ...looked } = await deadlines.propose(document)
          return tell(context, reply(told), [looked])
        }),
      )
    duties
      .command('years')
      .description(say.duties.years)
      .action((_options: object, command: Command) =>
        within(command, async (context) => {
          const { deadlines } = await context.services()
          const [unknown, conflicts] = [await deadlines.view('years'), await deadlines.view('conflicts')]
          return tell(context, { blocks: [...unknown.blocks, ...conflicts.blocks] }, [
            await deadlines.years(),
          ])
        }),
      )
  }
}

/** A reply for people, or one JSON object a line for programs. */
export async function tell({ flags, out }: Context, shown: Reply, data: readonly unknown[]): Promise<number> {
  if (flags.json) for (const it of data) await out(JSON.stringify(it))
  else if (shown.blocks.length > 0) await out(plainText(shown))
  return done
}
