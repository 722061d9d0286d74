import { RESTJSONErrorCodes } from 'discord.js'
import type { DeliveryKey, Receipt } from '../../core/adapter.ts'
import type { Instant } from '../../core/clock.ts'
import type { Address } from '../../core/message.ts'
import type { Api } from './api.ts'
import { tagOf } from './custom-id.ts'
import { codeOf } from './faults.ts'
import { instantOf } from './parse.ts'
import { carriesTag } from './render.ts'

/** Discord's clock and ours may differ by that much, in milliseconds. */
const clocksApart = 5 * 60_000

/**
 * Looks whether a delivery stands on Discord: the nonce is forgotten within minutes, the mark in its last message stays.
 * @returns undefined where every place that it could stand in was read, and it is in none
 */
export async function findDelivery(
  api: Api,
  to: Address,
  key: DeliveryKey,
  since: Instant,
  self: string | undefined,
): Promise<Receipt | undefined> {
  const tag = tagOf(key)
  for (const channel of await channelsOf(api, to)) {
    try {
      for await (const message of api.history(channel, since - clocksApart)) {
        const ours = self === undefined ? message.author.bot === true : message.author.id === self
        if (ours && carriesTag(message, tag)) return { messageId: message.id, at: instantOf(message.id) }
      }
    } catch (thrown) {
      // No such channel: the thread was never started, so nothing stands in it.
      if (codeOf(thrown) !== RESTJSONErrorCodes.UnknownChannel || to.thread === undefined) throw thrown
    }
  }
  return undefined
}

/** The thread, and the channel in which the answer stands where no thread could be started. */
async function channelsOf(api: Api, { channel, thread }: Address): Promise<readonly string[]> {
  const own = channel.startsWith('@') ? (await api.openDirect(channel.slice(1))).id : channel
  return thread === undefined ? [own] : [thread, own]
}
