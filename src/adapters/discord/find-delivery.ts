import { type APIMessage, RESTJSONErrorCodes } from 'discord.js'
import type { DeliveryKey, Receipt } from '../../core/adapter.ts'
import type { Instant } from '../../core/clock.ts'
import type { Address } from '../../core/message.ts'
import type { Api } from './api.ts'
import { tagOf } from './custom-id.ts'
import { codeOf } from './failure.ts'
import { instantOf } from './parse.ts'
import { carriesTag } from './render.ts'

/** Allowed difference between Discord's clock and ours, milliseconds. */
const clockSkew = 5 * 60_000

export interface DeliverySearch {
  readonly to: Address
  readonly key: DeliveryKey
  readonly since: Instant
  /** The bot's user id; where unknown, messages of any bot are considered. */
  readonly self?: string | undefined
}

/** How much of a delivery exists on Discord. */
export interface Standing {
  /** Its last message, if all of them exist. */
  readonly whole?: Receipt
  /** Otherwise, how many of its messages exist. */
  readonly parts: number
}

/**
 * Searches Discord for a delivery by the tag in its messages (nonces expire within minutes), in every channel that it could
 * have been posted to.
 */
export async function findDelivery(api: Api, { to, key, since, self }: DeliverySearch): Promise<Standing> {
  const tag = tagOf(key)
  const said: APIMessage[] = []
  for (const channel of await channelsOf(api, to)) {
    try {
      for await (const message of api.history(channel, since - clockSkew)) {
        const ours = self === undefined ? message.author.bot === true : message.author.id === self
        if (!ours) continue
        if (carriesTag(message, tag))
          return { whole: { messageId: message.id, at: instantOf(message.id) }, parts: 0 }
        said.push(message)
      }
    } catch (thrown) {
      // Unknown channel: the thread was never started.
      if (codeOf(thrown) !== RESTJSONErrorCodes.UnknownChannel || to.thread === undefined) throw thrown
    }
  }
  let parts = 0
  while (said.some((it) => carriesTag(it, tagOf(key, parts)))) parts += 1
  return { parts }
}

/** The thread, and its channel, where the message is posted if no thread could be started. */
async function channelsOf(api: Api, { channel, thread }: Address): Promise<readonly string[]> {
  const own = channel.startsWith('@') ? (await api.openDirect(channel.slice(1))).id : channel
  return thread === undefined ? [own] : [thread, own]
}
