import type { Log } from '../../core/log.ts'
import type { SlackClient } from './client.ts'
import { failureOf } from './failure.ts'
import type { Spot } from './spot.ts'
import { words } from './words.ts'

/** Shows that we are at work, where the work takes long enough to be noticed. */
export interface Working {
  /** @returns ends it, told whether something was said; resolves when nothing of it is left on the screen */
  begin(spot: Spot): (said: boolean) => Promise<void>
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
export function makeWorking(client: SlackClient, log: Log, afterMs: number): Working {
  let statusWorks = true
  let underWay = 0

  /** @returns how to take it away */
  async function show(spot: Spot): Promise<(said: boolean) => Promise<unknown>> {
    const { channel, thread } = spot.place
    if (spot.discreet) {
      await spot.responses?.hold(words[spot.locale].working)
      return async () => {}
    }
    if (thread !== undefined && statusWorks) {
      const status = { channel_id: channel, thread_ts: thread }
      try {
        await client.assistant.threads.setStatus({ ...status, status: words[spot.locale].status })
        // A message of ours ends the status by itself; silence does not.
        return async (said) => said || client.assistant.threads.setStatus({ ...status, status: '' })
      } catch (thrown) {
        statusWorks = failureOf(thrown).kind !== 'permanent'
      }
    }
    if (spot.said === undefined) return async () => {}
    const reaction = { channel, timestamp: spot.said, name: REACTION }
    await client.reactions.add(reaction)
    return () => client.reactions.remove(reaction)
  }

  return {
    begin(spot) {
      underWay += 1
      let shown: Promise<((said: boolean) => Promise<unknown>) | undefined> = Promise.resolve(undefined)
      const timer = setTimeout(() => {
        if (underWay > BUSY) return
        shown = show(spot).catch((thrown: unknown) => {
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
