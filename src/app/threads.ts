import type { Adapter } from '../core/adapter.ts'
import { messageOf } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Message, Overheard } from '../core/message.ts'

/**
 * Reads the thread that a message belongs to, where the platform allows it.
 * @param adapters a getter, because the skills are created before the adapters
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
