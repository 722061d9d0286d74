import { LogLevel, webApi } from '@slack/bolt'
import type { Log } from '../../core/log.ts'

/** How long a call may take before we stop waiting for its answer, in milliseconds. */
const CALL_TIMEOUT = 10_000

/**
 * The options of every Web API client here: the SDK never tries again by itself, because it would post twice where an
 * answer was lost; `deliver.ts` asks Slack first.
 */
export function clientOptions(apiUrl: string | undefined, log: Log, timeout = CALL_TIMEOUT) {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: quietLogger(log),
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiBase(apiUrl) }),
  }
}

export type SlackClient = webApi.WebClient

export function makeClient(
  token: string,
  apiUrl: string | undefined,
  log: Log,
  timeout?: number,
): SlackClient {
  return new webApi.WebClient(token, clientOptions(apiUrl, log, timeout))
}

/** A base address without a path means Slack's own path below it. */
function apiBase(url: string): string {
  return new URL(url).pathname === '/' ? new URL('/api/', url).href : url
}

/** How often a refused request is told of, in milliseconds: anybody can send forged ones, as many as they like. */
const REFUSED_EVERY = 60_000

/**
 * The SDK's log: nearly all of it repeats what we log ourselves, once and in our words. A request that failed its
 * signature is told of, at most once a minute.
 */
export function quietLogger(log: Log) {
  let told = Number.NEGATIVE_INFINITY
  const note = (...parts: readonly unknown[]) => log.debug({ sdk: 'slack' }, parts.map(String).join(' '))
  return {
    debug() {},
    info() {},
    warn(...parts: readonly unknown[]) {
      if (!String(parts[0]).includes('verify the request')) return note(...parts)
      if (performance.now() - told < REFUSED_EVERY) return
      told = performance.now()
      log.warn({ why: parts.map(String).join(' ') }, 'a request that claims to come from Slack was refused')
    },
    error: note,
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  }
}
