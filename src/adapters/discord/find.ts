import { type APIMessage, RESTJSONErrorCodes } from 'discord.js'
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

/** What of a delivery stands on Discord. */
export interface Standing {
  /** Its last message, where it is there, and so are all before it. */
  readonly whole?: Receipt
  /** How many messages stand of one that is not whole. */
  readonly parts: number
}

/**
 * Looks what of a delivery stands on Discord: nonces are forgotten within minutes, the marks in its messages stay. Every
 * place that it could stand in is read.
 */
export async function findDelivery(
  api: Api,
  to: Address,
  key: DeliveryKey,
  since: Instant,
  self: string | undefined,
): Promise<Standing> {
  const tag = tagOf(key)
  const said: APIMessage[] = []
  for (const channel of await channelsOf(api, to)) {
    try {
      for await (const message of api.history(channel, since - clocksApart)) {
        const ours = self === undefined ? message.author.bot === true : message.author.id === self
        if (!ours) continue
        if (carriesTag(message, tag))
          return { whole: { messageId: message.id, at: instantOf(message.id) }, parts: 0 }
        said.push(message)
      }
    } catch (thrown) {
      // No such channel: the thread was never started, so nothing stands in it.
      if (codeOf(thrown) !== RESTJSONErrorCodes.UnknownChannel || to.thread === undefined) throw thrown
    }
  }
  let parts = 0
  while (said.some((it) => carriesTag(it, tagOf(key, parts)))) parts += 1
  return { parts }
}

/** The thread, and the channel in which the answer stands where no thread could be started. */
async function channelsOf(api: Api, { channel, thread }: Address): Promise<readonly string[]> {
  const own = channel.startsWith('@') ? (await api.openDirect(channel.slice(1))).id : channel
  return thread === undefined ? [own] : [thread, own]
}
