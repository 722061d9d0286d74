import type { RESTOptions } from 'discord.js'

/** discord.js' own retries are off, because they double messages; and a rate limit comes back to us instead of being slept out. */
export function restOptions(apiUrl: string | undefined, timeout: number): Partial<RESTOptions> {
  return {
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/(v\d+\/?)?$/, '') }),
    retries: 0,
    timeout,
    rejectOnRateLimit: () => true,
    // discord.js sends by a library of its own and through a pool that the whole process shares. Where Slack's Socket Mode
    // is loaded, too, that pool is of another version, and no file gets through it.
    makeRequest: (url, init) => fetch(url, init as RequestInit) as ReturnType<RESTOptions['makeRequest']>,
  }
}
