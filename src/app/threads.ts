import type { Adapter } from '../core/adapter.ts'
import { messageOf } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Message, Overheard } from '../core/message.ts'

/**
 * Reads the thread in which somebody speaks, where its platform shows it to the bot.
 * @param adapters asked each time: skills are made before the platforms are
 */
export function makeThreadReader(
  adapters: () => readonly Pick<Adapter, 'platform' | 'thread'>[],
  log: Log,
): (message: Pick<Message, 'from'>) => Promise<readonly Overheard[] | undefined> {
  return async ({ from }) => {
    if (from.thread === undefined) return undefined
    const adapter = adapters().find((it) => it.platform === from.platform)
    try {
      return await adapter?.thread?.(from)
    } catch (thrown) {
      log.warn({ err: thrown, platform: from.platform }, `a thread could not be read: ${messageOf(thrown)}`)
      return undefined
    }
  }
}
