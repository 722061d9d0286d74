import { RESTJSONErrorCodes } from 'discord.js'
import type { BoardEvent, EventBoard } from '../../core/event-board.ts'
import type { Locale } from '../../core/locale.ts'
import type { Api } from './api.ts'
import { nonceOf } from './custom-id.ts'
import { codeOf, deliveryError } from './failure.ts'
import { findDelivery } from './find-delivery.ts'
import { type Payload, render } from './render.ts'

/**
 * An event as a card in its channel: one message that is edited when the event changes, so that nobody is rung twice.
 * @param self the bot's own user id, once Discord has told it
 */
export function makeStandingCards(api: Api, locale: Locale, self: () => string | undefined): EventBoard {
  /** @returns whether the message is still there */
  async function edit(channel: string, id: string, event: BoardEvent): Promise<boolean> {
    try {
      await api.edit(channel, id, drawCard(event, locale))
      return true
    } catch (thrown) {
      if (codeOf(thrown) === RESTJSONErrorCodes.UnknownMessage) return false
      throw deliveryError(thrown)
    }
  }

  return {
    shows: 'channel',

    async put(to, event, id) {
      const { channel } = to
      if (id !== undefined && (await edit(channel, id, event))) return id
      try {
        const { whole } = await findDelivery(api, { to, key: event.key, since: event.since, self: self() })
        if (whole && (await edit(channel, whole.messageId, event))) return whole.messageId
        // A nonce counts for all channels together, and the same card stands in several.
        const nonce = nonceOf(`${event.key} ${channel}`, 0)
        return (await api.post(channel, drawCard(event, locale), { nonce })).id
      } catch (thrown) {
        throw deliveryError(thrown)
      }
    },

    async cancel({ channel }, event, id) {
      await edit(channel, id, event)
    },
  }
}

/** One message: a card that is longer keeps its beginning and its buttons, which show the rest. Pure. */
function drawCard({ card, key }: BoardEvent, locale: Locale): Payload {
  const pages = render(card, { locale, delivery: key })
  const [first, last] = [pages[0], pages.at(-1)]
  if (!first || !last) throw new Error(`the card of ${key} says nothing`)
  return { ...first, components: last.components }
}
