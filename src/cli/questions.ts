import type { Command } from 'commander'
import { dayAt } from '../core/local-date.ts'
import { type AddCommand, done } from './host.ts'
import type { CliWords } from './words.ts'

/** `alliance questions --open`: what waits for an expert, and the replies that are due for review, oldest first. */
export function questionsCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('questions')
      .description(say.questions.about)
      .option('--open', say.questions.open)
      .action((_options: object, command: Command) =>
        run(command, async ({ services, flags, out, tell }) => {
          const { store } = await services()
          const open = await store.questions.open()
          const due = (await store.questions.replies()).filter((it) => it.dueSince !== undefined)
          if (open.length + due.length === 0) tell(say.questions.none)
          for (const it of open) {
            const { id, at, question, context, state, conversation } = it
            const shown = { id, at: dayAt(at), question, context, state, conversation }
            const after = context === undefined ? '' : say.questions.after(context)
            await out(flags.json ? JSON.stringify(shown) : `${shown.at}  ${id}  ${question}${after}`)
          }
          for (const { id, at, question, text, by, dueSince } of due) {
            const shown = {
              id,
              at: dayAt(at),
              question,
              state: 'due',
              text,
              by,
              due: dayAt(dueSince ?? at),
            }
            await out(
              flags.json
                ? JSON.stringify(shown)
                : `${shown.at}  ${id}  ${say.questions.due(shown.due)}  ${question}  ${by}：${text}`,
            )
          }
          return done
        }),
      )
  }
}
