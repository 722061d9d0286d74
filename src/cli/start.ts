import type { Command } from 'commander'
import { type AddCommand, done } from './host.ts'
import type { CliWords } from './words.ts'

/** `alliance start`: loads what a new installation starts with, then talks. */
export function startCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('start')
      .description(say.start.about)
      .option('--console', say.start.console)
      .option('--speed <factor>', say.start.speed)
      .action((options: { console?: boolean }, command: Command) =>
        run(command, async ({ host, services, tell }) => {
          const it = await services()
          let first = false
          await it.loadData((name) => {
            first = true
            tell(say.start.loading[name] ?? name)
          })
          if (first) {
            const { documents, passages } = await it.store.passages.counts()
            tell(say.start.loaded(documents, passages))
          }
          const interactive = host.input.isTTY === true && host.output.isTTY === true
          const { input, output } = host
          const wanted = options.console ?? false
          const chat = await it.startChat({ input, output, interactive, color: interactive, wanted })
          host.onStop(() => void chat.stop())
          await chat.finished.finally(() => chat.stop())
          return done
        }),
      )
  }
}
