import { type types, webApi } from '@slack/bolt'
import type { BoardEvent, EventBoard } from '../../core/event-board.ts'
import type { Log } from '../../core/log.ts'
import type { Address } from '../../core/message.ts'
import type { Reply } from '../../core/reply.ts'
import type { SlackClient } from './client.ts'
import type { Deliver, Posted } from './deliver.ts'
import { deliveryError } from './failure.ts'
import type { Draft } from './render.ts'

export interface PinnedParts {
  readonly client: SlackClient
  readonly deliver: Deliver
  readonly draw: (reply: Reply) => readonly Draft[]
  readonly log: Log
}

/** Already pinned or unpinned, or not permitted: the card is shown in the channel all the same. */
const harmless = new Set(['already_pinned', 'no_pin', 'not_pinned', 'message_not_found'])

/** An event as a card that is pinned in its channel and edited when it changes. */
export function makePinnedCards({ client, deliver, draw, log }: PinnedParts): EventBoard {
  async function post(to: Address, event: BoardEvent): Promise<Posted> {
    const found = (await deliver.find({ channel: to.channel }, event.key, event.since)).get(0)
    const posted =
      found ??
      (await deliver.post(
        { channel: to.channel },
        cardOf(event),
        { key: event.key, part: 0, parts: 1 },
        false,
      ))
    if (found) await edit(found, event)
    await pin('add', posted)
    return posted
  }

  /** @returns whether the card is still there */
  async function edit({ channel, ts }: Posted, event: BoardEvent): Promise<boolean> {
    const { text, blocks } = cardOf(event)
    try {
      await deliver.persist(
        channel,
        () => client.chat.update({ channel, ts, text, blocks: blocks as types.KnownBlock[] }),
        { patient: false },
      )
      return true
    } catch (thrown) {
      if (codeOf(thrown) === 'message_not_found') return false
      throw deliveryError(thrown)
    }
  }

  async function pin(verb: 'add' | 'remove', { channel, ts }: Posted): Promise<void> {
    try {
      await deliver.persist(channel, () => client.pins[verb]({ channel, timestamp: ts }), { patient: false })
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === undefined) throw deliveryError(thrown)
      if (!harmless.has(code)) log.warn({ channel, code }, 'a card could not be pinned; it stands unpinned')
    }
  }

  function cardOf({ card, key }: BoardEvent): Draft {
    const [draft] = draw(card)
    if (!draft) throw new Error(`the card of ${key} says nothing`)
    return draft
  }

  return {
    shows: 'channel',

    async put(to, event, id) {
      const known = id === undefined ? undefined : postedOf(id)
      if (known && (await edit(known, event))) return idOf(known)
      return idOf(await post(to, event))
    },

    async cancel(_to, event, id) {
      const known = postedOf(id)
      if (await edit(known, event)) await pin('remove', known)
    },
  }
}

const idOf = ({ channel, ts }: Posted) => `${channel}:${ts}`

function postedOf(id: string): Posted {
  const [channel = '', ts = ''] = id.split(':')
  return { channel, ts }
}

/** Slack's error code for a refused call; undefined if the outcome is unknown. */
function codeOf(thrown: unknown): string | undefined {
  const error = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown
  return error instanceof webApi.WebAPIPlatformError ? String(error.data.error) : undefined
}
