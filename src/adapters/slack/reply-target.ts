import type { RespondArguments, RespondFn } from '@slack/bolt'
import type { Instant } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import type { Message } from '../../core/message.ts'
import type { Place } from './deliver.ts'
import { limits } from './limits.ts'

/** Where and to whom one message is answered, and what Slack allows there. */
export interface ReplyTarget {
  readonly place: Place
  readonly user: string
  readonly locale: Locale
  /** Nobody else reads there. */
  readonly direct: boolean
  /** Names the answer's messages. */
  readonly key: string
  /** Answered for the asker's eyes first, with a button to share it: slash commands and the message shortcut. */
  readonly discreet: boolean
  /** Slack's own way back to an interaction; works where the bot is no member. Undefined after a restart. */
  readonly responses?: Responses
  /** The message whose button was pressed. */
  readonly on?: { readonly ts: string; readonly ephemeral: boolean }
  /** The message that is being answered, to be marked while we work. */
  readonly said?: string
  /** Set where an earlier run took the message, and may have answered since then. */
  readonly owedSince?: Instant
}

/** A response URL with what is left of it: five uses within half an hour. */
export interface Responses {
  usable(): boolean
  send(message: RespondArguments): Promise<void>
  /** Says for the time being what the next message takes the place of. */
  hold(text: string): Promise<void>
}

/** @param respond Bolt's function for one interaction's response URL */
export function makeResponses(respond: RespondFn): Responses {
  const until = performance.now() + limits.responsesWithinMs
  let left: number = limits.responses
  let held = false
  let last: Promise<unknown> = Promise.resolve()

  function send(message: RespondArguments): Promise<void> {
    left -= 1
    // One after the other: what is held for the time being must be there before it is replaced.
    const done = last.then(async () => {
      // Said each time: what Slack does where it is left out depends on the interaction.
      const answer = await respond({
        replace_original: false,
        ...message,
        ...(held ? { replace_original: true } : {}),
      })
      held = false
      if (!answer.ok) throw new Error(`Slack refused a response: ${answer.status}`)
    })
    last = done.catch(() => {})
    return done
  }

  return {
    usable: () => left > 0 && performance.now() < until,
    send,
    async hold(text) {
      if (left < limits.responses) return
      await send({ text, response_type: 'ephemeral' })
      held = true
    },
  }
}

/** The key of the answer to a message. */
export const answerKey = (message: Message): string => `answer:${message.id}`
