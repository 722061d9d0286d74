import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { dayAt } from '../core/local-date.ts'
import { plainText } from '../core/plain-text.ts'
import { reply, table } from '../core/reply.ts'
import { type AddCommand, done, failed } from './host.ts'
import type { CliWords } from './words.ts'

interface InviteOptions {
  readonly office?: boolean
  readonly uses?: number
  readonly days?: number
}

/** `alliance invite`, `alliance members import`, `alliance audit`: who is who, for whoever runs the bot. */
export function memberCommands(say: CliWords): AddCommand {
  const number = (text: string) => {
    if (!/^\d+$/.test(text)) throw new InvalidArgumentError(say.members.notANumber)
    return Number(text)
  }
  return (program, run) => {
    program
      .command('invite')
      .description(say.members.invite)
      .argument('[organization]', say.members.organization)
      .option('--office', say.members.office)
      .option('--uses <number>', say.members.uses, number)
      .option('--days <number>', say.members.days, number)
      .action((organization: string | undefined, { office, ...given }: InviteOptions, command: Command) =>
        run(command, async ({ services, flags, out }) => {
          const wanted = office || organization === undefined ? 'office' : organization
          const made = await (await services()).members.invite({ organization: wanted, ...given })
          const until = dayAt(made.expiresAt)
          const shown = { code: made.code, organization: made.organization.name, uses: made.uses, until }
          await out(flags.json ? JSON.stringify(shown) : say.members.invited(shown))
          return done
        }),
      )

    const members = program.command('members').description(say.members.about)
    members
      .command('import')
      .description(say.members.import)
      .argument('<file>', say.zones.file)
      .option('--dry-run', say.zones.dryRun)
      .action((file: string, options: { dryRun?: boolean }, command: Command) =>
        run(command, async ({ host, services, flags, out, tell }) => {
          const it = await services()
          const { bytes } = await it.readSource(resolve(host.cwd, file))
          const { added, known, problems, codes } = await it.members.import(bytes, options)
          for (const { line, name, what } of problems) tell(say.badLine(file, line, `${name} ${what}`.trim()))
          if (flags.json) await out(JSON.stringify({ added, known, problems, codes }))
          else {
            await out(say.members.imported(added, known))
            for (const { name, organization, code } of codes) await out(`${code}  ${organization}  ${name}`)
          }
          return problems.length > 0 ? failed : done
        }),
      )

    program
      .command('audit')
      .description(say.members.audit)
      .option('--most <number>', say.members.most, number, 50)
      .option('--action <name>', say.members.action)
      .action(({ most, action }: { most: number; action?: string }, command: Command) =>
        run(command, async ({ services, flags, out, tell }) => {
          const { store } = await services()
          const entries = await store.audit.list({ most, ...(action === undefined ? {} : { action }) })
          if (flags.json) {
            for (const entry of entries) await out(JSON.stringify(entry))
            return done
          }
          if (entries.length === 0) tell(say.members.noChanges)
          const rows = entries.map((it) => [dayAt(it.at), it.name ?? it.who, it.action, it.subject])
          if (rows.length > 0) await out(plainText(reply(table(say.members.columns, rows))))
          return done
        }),
      )
  }
}
