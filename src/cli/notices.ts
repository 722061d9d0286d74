import { type Command, InvalidArgumentError } from 'commander'
import { Problem } from '../core/errors.ts'
import { dayAt } from '../core/local-date.ts'
import type { Locale } from '../core/locale.ts'
import { plainText } from '../core/plain-text.ts'
import { reply, table } from '../core/reply.ts'
import type { OutboxState } from '../store/outbox.ts'
import { type AddCommand, done } from './host.ts'
import { addPlan } from './notices-plan.ts'
import type { CliWords } from './words.ts'

const states: readonly OutboxState[] = ['waiting', 'sending', 'sent', 'cancelled', 'expired', 'parked']

/** `alliance notices outbox` and `release`: what the bot says unasked, for whoever runs it. */
export function noticeCommands(say: CliWords, locale: Locale): AddCommand {
  const stateOf = (text: string) => {
    const state = states.find((it) => it === text)
    if (!state) throw new InvalidArgumentError(say.notices.notAState(states.join('、')))
    return state
  }
  return (program, run) => {
    const notices = program.command('notices').description(say.notices.about)
    addPlan(notices, run, say, locale)
    notices
      .command('outbox')
      .description(say.notices.outbox)
      .option('--state <state>', say.notices.state, stateOf)
      .action(({ state }: { state?: OutboxState }, command: Command) =>
        run(command, async ({ services, flags, out, tell }) => {
          const { store } = await services()
          const rows = await store.outbox.list(state === undefined ? {} : { state })
          if (flags.json) for (const row of rows) await out(JSON.stringify(row))
          else if (rows.length === 0) tell(say.notices.none)
          else {
            const cells = rows.map(({ state, dueAt, kind, to, attempts, key, why }) => [
              state,
              dayAt(dueAt),
              kind,
              `${to.platform}/${to.channel}`,
              String(attempts),
              key,
              why ?? '',
            ])
            await out(plainText(reply(table(say.notices.columns, cells))))
          }
          return done
        }),
      )
    notices
      .command('release')
      .description(say.notices.release)
      .argument('<key>', say.notices.key)
      .action((key: string, _options: object, command: Command) =>
        run(command, async ({ services, out }) => {
          const { store, clock } = await services()
          if (!(await store.outbox.release(key, { who: 'operator', at: clock.now() })))
            throw new Problem(say.notices.notParked(key), say.notices.notParkedRemedy)
          await out(say.notices.released(key))
          return done
        }),
      )
  }
}
