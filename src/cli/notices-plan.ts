import { type Command, InvalidArgumentError } from 'commander'
import { dayAt } from '../core/local-date.ts'
import { readLocalDate } from '../core/local-time.ts'
import type { Locale } from '../core/locale.ts'
import { reply, table } from '../core/reply.ts'
import { tell } from './deadlines.ts'
import type { Run } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { deadlineWords } from './words-deadlines.ts'

/** A rehearsal longer than this is a mistake. */
const mostDays = 3660

/** `alliance notices plan`: which notices some days will bring; nothing is written. */
export function addPlan(notices: Command, run: Run, common: CliWords, locale: Locale): void {
  const say = deadlineWords[locale]
  notices
    .command('plan')
    .description(say.notices.plan)
    .option('--from <date>', say.notices.from, (text) => {
      const date = readLocalDate(text)
      if (date === undefined) throw new InvalidArgumentError(say.notices.badDate)
      return date
    })
    .option(
      '--days <number>',
      say.notices.days,
      (text) => {
        const days = Number(text)
        if (!Number.isInteger(days) || days < 1 || days > mostDays)
          throw new InvalidArgumentError(say.notices.badDays)
        return days
      },
      30,
    )
    .action(({ from, days }: { from?: string; days: number }, command: Command) =>
      run(
        command,
        withInitialData(common, async (context) => {
          const { deadlines, clock } = await context.services()
          const planned = await deadlines.rehearse({ from: from ?? dayAt(clock.now()), days })
          if (planned.length === 0) context.tell(say.notices.none)
          const rows = planned.map((it) => [
            it.at.slice(0, 16).replace('T', ' '),
            it.step,
            it.title,
            it.zone,
            it.due,
            it.recipients.join(' '),
            it.copied.join(' '),
          ])
          const shown = rows.length === 0 ? { blocks: [] } : reply(table(say.notices.columns, rows))
          return tell(context, shown, planned)
        }),
      ),
    )
}
