import type { Context } from './host.ts'
import type { CliWords } from './words.ts'

/**
 * Loads the initial data before an action if the store holds no document yet, so that `alliance ask` works before the
 * first `alliance start`.
 */
export function withInitialData(
  say: CliWords,
  action: (context: Context) => Promise<number>,
): (context: Context) => Promise<number> {
  return async (context) => {
    const services = await context.services()
    const { documents } = await services.store.passages.counts()
    if (documents === 0) await services.loadData((name) => context.tell(say.start.loading[name] ?? name))
    return action(context)
  }
}
