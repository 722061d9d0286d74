import type { Context } from './host.ts'
import type { CliWords } from './words.ts'

/**
 * The same action in a house with something in it: a store without a single document is first given what a new
 * installation starts with, so that a question asked before the first `alliance start` has its answer, too.
 */
export function stocked(
  say: CliWords,
  action: (context: Context) => Promise<number>,
): (context: Context) => Promise<number> {
  return async (context) => {
    const house = await context.house()
    const { documents } = await house.store.passages.counts()
    if (documents === 0) await house.loadData((name) => context.tell(say.start.loading[name] ?? name))
    return action(context)
  }
}
