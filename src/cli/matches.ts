import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Problem } from '../core/errors.ts'
import { dateIfReal } from '../core/local-date.ts'
import type { Locale } from '../core/locale.ts'
import { plainText } from '../core/plain-text.ts'
import type { DayTold } from '../skills/matchmaking/commands.ts'
import { type AddCommand, type Context, done } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { matchWords } from './words-matches.ts'
import { ensureEnding, writeBeside, writeTo } from './write-file.ts'

interface PlanOptions {
  readonly rounds: string
  readonly tables: string
  readonly only?: string
  readonly away?: string
  readonly apart?: string
  readonly together?: string
  readonly name?: string
  readonly on?: string
  readonly out?: string
}

interface RepairOptions {
  readonly from: string
  readonly gone?: string
  readonly late?: string
  readonly on?: string
  readonly out?: string
}

/** `alliance match`, `profiles import`, `network` and `exchange-day …`: matchmaking, for whoever runs the bot. */
export function matchCommands(common: CliWords, locale: Locale): AddCommand {
  const say = matchWords[locale]

  function number(typed: string): number {
    const read = Number(typed)
    if (!Number.isInteger(read) || read < 1) throw new Problem(...say.notANumber(typed))
    return read
  }

  function dayTyped(typed: string): string {
    const [y, m, d] = typed.split('-').map(Number)
    const read = dateIfReal(y ?? 0, m ?? 0, d ?? 0)
    if (read !== typed) throw new Problem(...say.notADay(typed))
    return read
  }

  /** 宜兴市:2,3、贵溪市:1 */
  function awayIn(typed: string) {
    return partsOf(typed, /[、;；]/).map((it) => {
      const [, name = '', rounds = ''] = /^(.+)[:：]([\d,，]+)$/.exec(it) ?? []
      const numbers = partsOf(rounds, /[,，]/).map(Number)
      if (name === '' || numbers.some((round) => round < 1)) throw new Problem(...say.badAway(it))
      return { name, rounds: numbers }
    })
  }

  /** 宜兴市×贵溪市、宁海县×丰顺县 */
  function pairsIn(typed: string): readonly (readonly [string, string])[] {
    return namesIn(typed).map((it) => {
      const [one, other, ...rest] = partsOf(it, /[×xX+]/)
      if (one === undefined || other === undefined || rest.length > 0) throw new Problem(...say.badPair(it))
      return [one, other]
    })
  }

  /** Before anything is planned: a day that was kept beside a file that was refused would surprise. */
  function ensureDayFile(out: string | undefined): void {
    if (out !== undefined) ensureEnding(out, ['.xlsx', '.pdf'], say)
  }

  async function tellDay(context: Context, told: DayTold, out: string | undefined): Promise<number> {
    if (out !== undefined) {
      const bytes = await (/\.pdf$/i.test(out) ? told.papers() : told.workbook())
      writeBeside(context, out, bytes, say)
    }
    await context.out(
      context.flags.json
        ? JSON.stringify({ ...shown(told), measures: told.measures })
        : plainText(told.reply),
    )
    return done
  }

  return (program, run) => {
    const within = (command: Command, action: (context: Context) => Promise<number>) =>
      run(command, withInitialData(common, action))

    program
      .command('match')
      .description(say.match)
      .option('--for <organization>', say.for)
      .action((options: { for?: string }, command: Command) =>
        within(command, async (context) => {
          const { rows, reply } = await (await context.services()).matches.match(options.for)
          if (context.flags.json) for (const row of rows) await context.out(JSON.stringify(row))
          else await context.out(plainText(reply))
          return done
        }),
      )

    program
      .command('profiles')
      .description(say.profiles)
      .command('import')
      .description(say.import)
      .argument('<file>', say.file)
      .option('--dry-run', common.zones.dryRun)
      .action((file: string, options: { dryRun?: boolean }, command: Command) =>
        within(command, async (context) => {
          const { matches, readGrid, readSource } = await context.services()
          const grid = await readGrid(await readSource(resolve(context.host.cwd, file)))
          const { count, told } = await matches.importProfiles(grid, options.dryRun ?? false)
          await context.out(context.flags.json ? JSON.stringify({ count }) : told)
          return done
        }),
      )

    program
      .command('network')
      .description(say.network)
      .requiredOption('--out <file>', say.out)
      .option('--map', say.map)
      .action(({ out, map }: { out: string; map?: boolean }, command: Command) =>
        within(command, async (context) => {
          ensureEnding(out, ['.svg', '.png'], say)
          const as = /\.png$/i.test(out) ? 'png' : 'svg'
          await writeTo(
            context,
            out,
            await (await context.services()).matches.picture(map ? 'map' : 'network', as),
            say,
          )
          return done
        }),
      )

    program
      .command('assistance')
      .description(say.assistance)
      .option('--capacity <n>', say.capacity, '2')
      .action(({ capacity }: { capacity: string }, command: Command) =>
        within(command, async (context) => {
          const { assigned, reply } = await (await context.services()).matches.assist(number(capacity))
          await context.out(context.flags.json ? JSON.stringify(assigned) : plainText(reply))
          return done
        }),
      )

    const day = program.command('exchange-day').description(say.day)
    day
      .command('plan')
      .description(say.plan)
      .requiredOption('--rounds <n>', say.rounds)
      .requiredOption('--tables <n>', say.tables)
      .option('--only <names>', say.only)
      .option('--away <names:rounds>', say.away)
      .option('--apart <pairs>', say.apart)
      .option('--together <pairs>', say.together)
      .option('--name <name>', say.name)
      .option('--on <date>', say.on)
      .option('--out <file>', say.workbook)
      .action(
        (
          { rounds, tables, only, away = '', apart = '', together = '', ...more }: PlanOptions,
          command: Command,
        ) =>
          within(command, async (context) => {
            const { name, on, out } = more
            ensureDayFile(out)
            const asked = {
              rounds: number(rounds),
              tables: number(tables),
              away: awayIn(away),
              apart: pairsIn(apart),
              together: pairsIn(together),
            }
            const told = await (await context.services()).matches.planDay({
              ...asked,
              ...(only === undefined ? {} : { only: namesIn(only) }),
              ...(name === undefined ? {} : { id: name }),
              ...(on === undefined ? {} : { on: dayTyped(on) }),
            })
            return tellDay(context, told, out)
          }),
      )
    day
      .command('repair')
      .description(say.repair)
      .requiredOption('--from <round>', say.from)
      .option('--gone <names>', say.gone)
      .option('--late <names>', say.late)
      .option('--on <date>', say.onRepaired)
      .option('--out <file>', say.workbook)
      .action(({ from, gone = '', late = '', on, out }: RepairOptions, command: Command) =>
        within(command, async (context) => {
          ensureDayFile(out)
          const told = await (await context.services()).matches.repairDay({
            from: number(from),
            ...(on === undefined ? {} : { on: dayTyped(on) }),
            gone: namesIn(gone),
            late: namesIn(late).map((it) => {
              const [, who = '', round = ''] = /^(.+)[:：](\d+)$/.exec(it) ?? []
              if (who === '') throw new Problem(...say.badLate(it))
              return [who, number(round)] as const
            }),
          })
          return tellDay(context, told, out)
        }),
      )
  }
}

/** Whom somebody does not want to meet goes into no file. */
function shown({ planned: { preferences: _, day, ...planned } }: DayTold) {
  const { vetoes: __, ...open } = day
  return { ...planned, day: open }
}

function namesIn(typed: string): readonly string[] {
  return partsOf(typed, /[、,，]/)
}

function partsOf(typed: string, between: RegExp): readonly string[] {
  return typed
    .split(between)
    .map((it) => it.trim())
    .filter((it) => it !== '')
}
