import { resolve } from 'node:path'
import { Presets, SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { type AddCommand, type Context, done, failed } from './host.ts'
import type { CliWords } from './words.ts'

/** `alliance ingest PATH…`: takes in documents; one bad file never stops the others. */
export function ingestCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('ingest')
      .description(say.ingest.about)
      .argument('<paths...>', say.ingest.paths)
      .option('--manifest <file>', say.ingest.manifest)
      .action((paths: readonly string[], options: { manifest?: string }, command: Command) =>
        run(command, (context) => ingest(paths, options, context, say)),
      )
  }
}

async function ingest(
  paths: readonly string[],
  { manifest }: { manifest?: string },
  context: Context,
  say: CliWords,
): Promise<number> {
  const { host, flags, out, tell } = context
  const at = (path: string) => resolve(host.cwd, path)
  const services = await context.services()
  const bar = progressBar(context)
  const summary = await services
    .ingest(paths.map(at), {
      ...(manifest === undefined ? {} : { manifest: at(manifest) }),
      onProgress: bar.show,
    })
    .finally(bar.stop)
  for (const { path, text } of summary.warnings) tell(say.ingest.warning(path, text))
  for (const { path, reason } of summary.failed) tell(say.ingest.failure(path, reason))
  if (flags.json) {
    await out(JSON.stringify(summary))
  } else {
    const table = new Table({ head: [...say.ingest.columns], style: { head: [], border: [], compact: true } })
    const { documents, added, newVersions, articles, passages, unchanged, failed: bad } = summary
    table.push([documents, added, newVersions, articles, passages, unchanged, bad.length].map(String))
    await out(table.toString())
  }
  return summary.failed.length > 0 ? failed : done
}

/** A bar where somebody looks on; nothing where the output is kept in a file. */
function progressBar({ host }: Context) {
  if (host.errors.isTTY !== true) return { show: () => {}, stop: () => {} }
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} {file}',
      stream: host.errors,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    show: (count: number, total: number, file: string) => {
      if (!started) bar.start(total, count, { file })
      else bar.update(count, { file })
      started = true
    },
    stop: () => bar.stop(),
  }
}
