import { LogLevel, webApi } from '@slack/bolt'
import type { Log } from '../../core/log.ts'

/** Milliseconds until a call counts as lost. */
const CALL_TIMEOUT = 10_000

/**
 * Options of every Web API client. The SDK's retries are off, because they post twice when a response is lost; `deliver.ts`
 * checks with Slack before it retries.
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

/** A base URL without a path gets Slack's usual `/api/`. */
function apiBase(url: string): string {
  return new URL(url).pathname === '/' ? new URL('/api/', url).href : url
}

/** Minimum interval between log lines about forged requests, of which anybody can send any number; milliseconds. */
const REFUSED_EVERY = 60_000

/**
 * A logger for the SDK at debug level, since we log its failures ourselves. A request with a bad signature is a warning, at
 * most once a minute.
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
