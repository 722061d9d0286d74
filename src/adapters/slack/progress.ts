import type { Log } from '../../core/log.ts'
import type { SlackClient } from './client.ts'
import { failureOf } from './failure.ts'
import type { ReplyTarget } from './reply-target.ts'
import { words } from './words.ts'

/** Shows that the bot is working, if the work takes long enough to be noticed. */
export interface ProgressIndicator {
  /** @returns stops it; call with whether something was posted. Resolves once the indicator is removed. */
  begin(target: ReplyTarget): (said: boolean) => Promise<void>
}

const REACTION = 'hourglass_flowing_sand'

/** No indicator beyond this many concurrent answers: the extra calls would only delay them. */
const BUSY = 30

/**
 * In a thread as a status ('联盟助手 正在查……', https://docs.slack.dev/reference/methods/assistant.threads.setStatus),
 * for a command as a note that the answer replaces, otherwise as a reaction. Nothing here is retried.
 * @param afterMs no indicator for work that is done sooner
 */
export function makeProgressIndicator(client: SlackClient, log: Log, afterMs: number): ProgressIndicator {
  let statusWorks = true
  let underWay = 0

  /** @returns removes it */
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
        // Posting a message clears the status; otherwise it has to be cleared explicitly.
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
