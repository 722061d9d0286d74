import { resolve } from 'node:path'
import { type AddCommand, done } from './host.ts'
import type { CliWords } from './words.ts'

/** `alliance backup FILE` and `alliance restore FILE`. */
export function backupCommands(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('backup')
      .description(say.backup.about)
      .argument('<file>', say.backup.file)
      .action((file: string, _options, command) =>
        run(command, async ({ host, flags, out }) => {
          const to = resolve(host.cwd, file)
          await host.app.vault(flags).backUp(to)
          await out(say.backup.done(to))
          return done
        }),
      )
    program
      .command('restore')
      .description(say.restore.about)
      .argument('<file>', say.restore.file)
      .action((file: string, _options, command) =>
        run(command, async ({ host, flags, out }) => {
          const aside = await host.app.vault(flags).restore(resolve(host.cwd, file))
          await out(say.restore.done(aside))
          return done
        }),
      )
  }
}
