import type { RespondArguments, RespondFn } from '@slack/bolt'
import type { Instant } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import type { Message } from '../../core/message.ts'
import type { Place } from './deliver.ts'
import { limits } from './limits.ts'

/** Where and to whom a message is answered, and by which means. */
export interface ReplyTarget {
  readonly place: Place
  readonly user: string
  readonly locale: Locale
  /** A direct message. */
  readonly direct: boolean
  /** Key of the answer, stored in its messages' metadata. */
  readonly key: string
  /** Answered privately with a button to share: slash commands and the message shortcut. */
  readonly discreet: boolean
  /** The interaction's response URL; works even where the bot is not a member. Undefined after a restart. */
  readonly responses?: Responses
  /** The message whose button was pressed. */
  readonly on?: { readonly ts: string; readonly ephemeral: boolean }
  /** The message being answered, for the progress reaction. */
  readonly said?: string
  /** Set for a message that an earlier run accepted: it may have been answered since then. */
  readonly owedSince?: Instant
}

/** A response URL with its remaining budget: five uses within half an hour. */
export interface Responses {
  usable(): boolean
  send(message: RespondArguments): Promise<void>
  /** Posts a placeholder that the next message replaces. */
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
    // Sequential, because a placeholder must exist before it is replaced.
    const done = last.then(async () => {
      // Always explicit, because Slack's default depends on the interaction.
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
