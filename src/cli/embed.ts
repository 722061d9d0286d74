import { Presets, SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { Problem } from '../core/errors.ts'
import type { Locale } from '../core/locale.ts'
import { type AddCommand, type Context, done, failed } from './host.ts'
import type { EmbedCommands } from './services.ts'
import { embedWords } from './words-embed.ts'

/** `alliance embed [--estimate]`: says what vectors of passages and profiles will cost, and gives them, or leaves it at that. */
export function embedCommand(locale: Locale): AddCommand {
  const say = embedWords[locale]
  return (program, run) => {
    program
      .command('embed')
      .description(say.about)
      .option('--estimate', say.estimate)
      .action((options: { estimate?: boolean }, command: Command) =>
        run(command, async (context) => {
          const { embedding } = await context.services()
          if (!embedding) throw new Problem(...say.notConfigured)
          return options.estimate ? estimate(embedding, context, locale) : embed(embedding, context, locale)
        }),
      )
  }
}

async function estimate(embedding: EmbedCommands, { flags, out }: Context, locale: Locale): Promise<number> {
  const estimated = await embedding.estimate()
  await out(
    flags.json
      ? JSON.stringify({ model: embedding.model, ...estimated })
      : embedWords[locale].estimated(embedding.model, estimated),
  )
  return done
}

async function embed(embedding: EmbedCommands, context: Context, locale: Locale): Promise<number> {
  const { flags, out, tell } = context
  const say = embedWords[locale]
  tell(say.estimated(embedding.model, await embedding.estimate()))
  const bar = progressBar(context)
  const summary = await embedding.embed({ show: bar.show }).finally(bar.stop)
  const { away, ...counts } = summary
  if (away) tell(say.away(away.reason, away.message))
  await out(
    flags.json
      ? JSON.stringify({ model: embedding.model, ...counts, ...(away ? { away: away.reason } : {}) })
      : say.embedded(counts),
  )
  return away ? failed : done
}

/** A bar where somebody looks on; nothing where the output is kept in a file. */
function progressBar({ host }: Context) {
  if (host.errors.isTTY !== true) return { show: () => {}, stop: () => {} }
  const bar = new SingleBar(
    { format: '{bar} {value}/{total}', stream: host.errors, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  let started = false
  return {
    show: ({ embedded, passages }: { embedded: number; passages: number }) => {
      if (!started) bar.start(passages, embedded)
      else bar.update(embedded)
      started = true
    },
    stop: () => bar.stop(),
  }
}
