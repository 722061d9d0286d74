import type { Log } from '../../core/log.ts'
import type { Author, Message } from '../../core/message.ts'
import type { SlackClient } from './client.ts'
import { failureOf } from './failure.ts'
import { limits } from './limits.ts'

/** People's names and languages, which events do not carry. */
export interface People {
  /** Adds the author's name and language. Never throws; returns the message unchanged if Slack does not answer in time. */
  introduced(message: Message): Promise<Message>
}

/** How long a profile is cached, and how long a message waits for it, milliseconds. */
const FRESH = 60 * 60_000
const PATIENCE = 800
const MINUTE = 60_000
const REMEMBERED = 5_000

/** Looks up each person at most once an hour, within Slack's rate limit, without delaying answers. */
export function makePeople(client: SlackClient, log: Log): People {
  const known = new Map<string, { readonly author: Promise<Partial<Author>>; readonly until: number }>()
  let asked: number[] = []
  let restUntil = 0

  async function look(id: string): Promise<Partial<Author>> {
    try {
      const { user } = await client.users.info({ user: id, include_locale: true })
      const name = user?.profile?.display_name || user?.real_name || user?.name
      return {
        ...(name ? { name } : {}),
        ...(user?.locale ? { locale: user.locale } : {}),
        ...(user?.is_bot ? { bot: true } : {}),
      }
    } catch (thrown) {
      const failure = failureOf(thrown)
      // Missing scope or hidden profile: cached as unknown, since asking again would not help.
      restUntil = performance.now() + (failure.kind === 'wait' ? failure.ms : 0)
      known.delete(id)
      log.debug({ err: thrown }, 'Slack did not tell who somebody is')
      return {}
    }
  }

  function mayAsk(now: number): boolean {
    asked = asked.filter((at) => now - at < MINUTE)
    return now >= restUntil && asked.length < limits.userLooksAMinute
  }

  function authorOf(id: string): Promise<Partial<Author>> {
    const now = performance.now()
    const it = known.get(id)
    if (it && it.until > now) return it.author
    if (!mayAsk(now)) return Promise.resolve({})
    asked.push(now)
    const author = look(id)
    known.set(id, { author, until: now + FRESH })
    const oldest = known.size > REMEMBERED ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    return author
  }

  return {
    async introduced(message) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<Partial<Author>>((resolve) => {
        timer = setTimeout(() => resolve({}), PATIENCE)
      })
      const author = await Promise.race([authorOf(message.author.id), late])
      clearTimeout(timer)
      return { ...message, author: { ...message.author, ...author } }
    },
  }
}
