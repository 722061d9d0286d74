import type { Config } from '../config.ts'
import type { Adapter, Receive } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import { messageOf, Problem } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Skill } from '../core/skill.ts'
import type { Inbox } from '../store/inbox.ts'
import type { makeHome } from './home.ts'
import type { Metrics } from './metrics.ts'

/** The adapters of the configured platforms. Each SDK is imported only if needed, which saves most of a second. */
export async function makePlatforms(
  { slack, discord, language }: Config,
  parts: { readonly clock: Clock; readonly log: Log },
  metrics: Metrics,
  home: ReturnType<typeof makeHome>,
): Promise<readonly Adapter[]> {
  const platforms: Adapter[] = []
  if (slack) {
    const { makeSlack } = await import('../adapters/slack/adapter.ts')
    platforms.push(makeSlack({ ...slack, ...parts, home, watch: metrics.watchPlatform('slack') }))
  }
  if (discord) {
    const { makeDiscord } = await import('../adapters/discord/adapter.ts')
    platforms.push(
      makeDiscord({ ...discord, ...parts, locale: language, watch: metrics.watchPlatform('discord') }),
    )
  }
  return platforms
}

export interface JoinParts {
  readonly receive: Receive
  readonly skills: readonly Skill[]
  readonly inbox: Pick<Inbox, 'owed'>
  readonly log: Log
}

/**
 * Starts the adapters concurrently, so that an unreachable platform does not delay the others. A failure is logged.
 * @returns for each adapter, whether it has started
 */
export function joinPlatforms(
  adapters: readonly Adapter[],
  { receive, skills, inbox, log }: JoinParts,
): Promise<readonly boolean[]> {
  return Promise.all(
    adapters.map(async (adapter) => {
      try {
        await adapter.start(receive, skills, await inbox.owed(adapter.platform))
        return true
      } catch (thrown) {
        log.error({ err: thrown, platform: adapter.platform }, `could not join: ${messageOf(thrown)}`)
        return false
      }
    }),
  )
}

/** Rejects with a Problem if no platform could be joined; otherwise never settles. */
export async function failIfNoneJoined(joining: Promise<readonly boolean[]>): Promise<never> {
  if (!(await joining).includes(true)) {
    throw new Problem(
      '一个平台也没有连上，原因见上面的日志。',
      '请用 alliance doctor 检查令牌，或去掉令牌在终端里对话。',
    )
  }
  return new Promise(() => {})
}
