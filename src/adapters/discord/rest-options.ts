import type { RESTOptions } from 'discord.js'

/** discord.js' own retries are off, because they double messages; and a rate limit comes back to us instead of being slept out. */
export function restOptions(apiUrl: string | undefined, timeout: number): Partial<RESTOptions> {
  return {
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/(v\d+\/?)?$/, '') }),
    retries: 0,
    timeout,
    rejectOnRateLimit: () => true,
  }
}
