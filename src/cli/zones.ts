import { resolve } from 'node:path'
import Table from 'cli-table3'
import type { Command } from 'commander'
import type { Locale } from '../core/locale.ts'
import { plainText } from '../core/plain-text.ts'
import type { Told } from '../skills/zones/commands.ts'
import type { ZoneFilter } from '../store/zones.ts'
import { type AddCommand, type Context, done } from './host.ts'
import { withInitialData } from './with-initial-data.ts'
import type { CliWords } from './words.ts'
import { trainingWords } from './words-trainings.ts'
import { ensureDocx, writeTo } from './write-file.ts'

/** `alliance zones list|show|report|import`. */
export function zoneCommands(say: CliWords, locale: Locale): AddCommand {
  const drafts = trainingWords[locale]
  return (program, run) => {
    const zones = program.command('zones').description(say.zones.about)
    zones
      .command('list')
      .description(say.zones.list)
      .option('--province <name>', say.zones.filters.province)
      .option('--region <name>', say.zones.filters.region)
      .option('--type <name>', say.zones.filters.type)
      .option('--cohort <name>', say.zones.filters.cohort)
      .action((filter: ZoneFilter, command: Command) => run(command, (context) => list(filter, context, say)))
    zones
      .command('show')
      .description(say.zones.show)
      .argument('<zone>', say.zones.name)
      .action((name: string, _options: object, command: Command) =>
        run(command, (context) => show(name, context)),
      )
    zones
      .command('report')
      .description(drafts.report)
      .argument('<zone>', drafts.reportZone)
      .option('--year <year>', drafts.reportYear)
      .requiredOption('--out <file>', drafts.draftFile)
      .action((zone: string, { year, out }: { year?: string; out: string }, command: Command) =>
        run(
          command,
          withInitialData(say, async (context) => {
            const { reports } = await context.services()
            await writeTo(context, ensureDocx(out, drafts), await reports.outline(zone, year), drafts)
            return done
          }),
        ),
      )
    zones
      .command('import')
      .description(say.zones.import)
      .argument('<file>', say.zones.file)
      .option('--dry-run', say.zones.dryRun)
      .action((file: string, options: { dryRun?: boolean }, command: Command) =>
        run(command, (context) => importFile(file, options.dryRun ?? false, context)),
      )
  }
}

async function list(options: ZoneFilter, context: Context, say: CliWords): Promise<number> {
  const { zones: register } = await context.services()
  const { province, region, type, cohort } = options
  const filter = Object.fromEntries(
    Object.entries({ province, region, type, cohort }).filter(([, value]) => value !== undefined),
  )
  const { data: zones } = await register.listZones(filter)
  if (context.flags.json) {
    for (const zone of zones) await context.out(JSON.stringify(zone))
    return done
  }
  const table = new Table({ head: [...say.zones.columns], style: { head: [], border: [], compact: true } })
  for (const it of zones) {
    table.push([it.id, it.name, it.province, it.region, it.type ?? '', it.cohort ?? '', it.theme ?? ''])
  }
  if (zones.length > 0) await context.out(table.toString())
  context.tell(say.zones.count(zones.length))
  return done
}

async function show(name: string, context: Context): Promise<number> {
  const { zones } = await context.services()
  return tell(await zones.showZone(name), context)
}

async function importFile(file: string, dryRun: boolean, context: Context): Promise<number> {
  const { zones, readSource } = await context.services()
  return tell(await zones.importZones(await readSource(resolve(context.host.cwd, file)), { dryRun }), context)
}

async function tell({ data, reply }: Told<unknown>, { flags, out }: Context): Promise<number> {
  await out(flags.json ? JSON.stringify(data) : plainText(reply))
  return done
}
