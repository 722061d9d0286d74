import { Command, CommanderError } from 'commander'
import { messageOf, Problem } from '../core/errors.ts'
import { commands } from './commands.ts'
import { type Context, failed, type Host, misused, type Run } from './host.ts'
import type { Flags, Services } from './services.ts'
import { words } from './words.ts'

/**
 * Runs one command line.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 done, 1 something failed, 2 the command line itself is wrong
 */
export async function runCommandLine(argv: readonly string[], host: Host): Promise<number> {
  const say = words[host.locale]
  let code = 0
  const run: Run = async (command, action) => {
    code = await runAction(command.optsWithGlobals<Flags>(), host, action)
  }
  const program = makeProgram(host, run)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : misused
    const problem = thrown instanceof Problem ? thrown : host.app.explain(thrown)
    host.errors.write(`${problem ? `${problem.message} ${problem.remedy}` : say.defect(messageOf(thrown))}\n`)
    if (!problem && thrown instanceof Error) host.errors.write(`${thrown.stack ?? ''}\n`)
    return failed
  }
}

function makeProgram(host: Host, run: Run): Command {
  const say = words[host.locale]
  const program = new Command('alliance')
    .description(say.about)
    .option('--db <file>', say.db)
    .option('--now <iso>', say.now)
    .option('--json', say.json)
    .helpOption('-h, --help', say.help)
    .helpCommand(false)
    .showHelpAfterError(false)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => say.titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => host.output.write(text),
      writeErr: (text) => host.errors.write(text),
      outputError: (text, write) =>
        write(
          say.misused(
            say.usage(
              text
                .trim()
                .replace(/^error: /, '')
                .replace(/\.$/, ''),
            ),
          ),
        ),
    })
    .exitOverride()
  for (const add of commands(host.locale)) add(program, run)
  for (const command of everyCommandOf(program)) command.helpOption('-h, --help', say.help).helpCommand(false)
  return program
}

function everyCommandOf(program: Command): readonly Command[] {
  return program.commands.flatMap((it) => [it, ...everyCommandOf(it)])
}

async function runAction(
  flags: Flags,
  host: Host,
  action: (context: Context) => Promise<number>,
): Promise<number> {
  let services: Promise<Services> | undefined
  const context: Context = {
    host,
    flags,
    services: () => {
      services ??= host.app.open(flags)
      return services
    },
    out: (line) =>
      new Promise((resolve) => {
        if (host.output.write(`${line}\n`)) resolve()
        else host.output.once('drain', resolve)
      }),
    tell: (line) => {
      host.errors.write(`${line}\n`)
    },
  }
  try {
    return await action(context)
  } finally {
    await (await services?.catch(() => undefined))?.close()
  }
}
