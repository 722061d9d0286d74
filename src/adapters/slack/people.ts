import type { Log } from '../../core/log.ts'
import type { Author, Message } from '../../core/message.ts'
import type { SlackClient } from './client.ts'
import { failureOf } from './failure.ts'
import { limits } from './limits.ts'

/** What Slack tells of people that an event does not: their name and their language. */
export interface People {
  /** The message with what is known of its author. Never throws and never takes long: without an answer it goes as it is. */
  introduced(message: Message): Promise<Message>
}

/** How long somebody's name is believed, and how long an event waits for it, in milliseconds. */
const FRESH = 60 * 60_000
const PATIENCE = 800
const MINUTE = 60_000
const REMEMBERED = 5_000

/** Asks Slack once an hour a person, within Slack's rate, and never holds up an answer for it. */
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
      // Missing scope or a hidden person: asking again within the minute would not help.
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
