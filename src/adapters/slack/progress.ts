import type { Log } from '../../core/log.ts'
import type { SlackClient } from './client.ts'
import { failureOf } from './failure.ts'
import type { ReplyTarget } from './reply-target.ts'
import { words } from './words.ts'

/** Shows that we are at work, where the work takes long enough to be noticed. */
export interface ProgressIndicator {
  /** @returns ends it, told whether something was said; resolves when nothing of it is left on the screen */
  begin(target: ReplyTarget): (said: boolean) => Promise<void>
}

const REACTION = 'hourglass_flowing_sand'

/** Beyond this many answers under way, showing work would only make it longer. */
const BUSY = 30

/**
 * In a thread as a status ('联盟助手 正在查……', https://docs.slack.dev/reference/methods/assistant.threads.setStatus),
 * for a command as a note that the answer takes the place of, else as a reaction to the message. None of it matters
 * enough to be tried twice.
 * @param afterMs work that is done sooner is not shown
 */
export function makeProgressIndicator(client: SlackClient, log: Log, afterMs: number): ProgressIndicator {
  let statusWorks = true
  let underWay = 0

  /** @returns how to take it away */
  async function show(target: ReplyTarget): Promise<(said: boolean) => Promise<unknown>> {
    const { channel, thread } = target.place
    if (target.discreet) {
      await target.responses?.hold(words[target.locale].working)
      return async () => {}
    }
    if (thread !== undefined && statusWorks) {
      const status = { channel_id: channel, thread_ts: thread }
      try {
        await client.assistant.threads.setStatus({ ...status, status: words[target.locale].status })
        // A message of ours ends the status by itself; silence does not.
        return async (said) => said || client.assistant.threads.setStatus({ ...status, status: '' })
      } catch (thrown) {
        statusWorks = failureOf(thrown).kind !== 'permanent'
      }
    }
    if (target.said === undefined) return async () => {}
    const reaction = { channel, timestamp: target.said, name: REACTION }
    await client.reactions.add(reaction)
    return () => client.reactions.remove(reaction)
  }

  return {
    begin(target) {
      underWay += 1
      let shown: Promise<((said: boolean) => Promise<unknown>) | undefined> = Promise.resolve(undefined)
      const timer = setTimeout(() => {
        if (underWay > BUSY) return
        shown = show(target).catch((thrown: unknown) => {
          log.debug({ err: thrown }, 'could not show that we are at work')
          return undefined
        })
      }, afterMs)
      return async (said) => {
        underWay -= 1
        clearTimeout(timer)
        const hide = await shown
        await hide?.(said).catch((thrown: unknown) =>
          log.debug({ err: thrown }, 'could not hide that we are at work'),
        )
      }
    },
  }
}
