import { RESTJSONErrorCodes } from 'discord.js'
import type { DeliveryKey } from '../../core/adapter.ts'
import type { Instant } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import type { Address, Message } from '../../core/message.ts'
import { reply } from '../../core/reply.ts'
import type { Api } from './api.ts'
import { nonceOf } from './custom-id.ts'
import type { OpenPlace, Place } from './draw.ts'
import { codeOf, deliveryError, threadStands } from './failure.ts'
import { findDelivery } from './find-delivery.ts'
import { limits } from './limits.ts'
import { shortened } from './page.ts'
import { directSpace } from './parse.ts'
import { render } from './render.ts'
import { words } from './words.ts'

/** The channel to post in, and the message to reply to where there is no thread. */
export interface PostTarget {
  readonly channel: string
  readonly inReplyTo?: string
}

export interface PosterParts {
  readonly api: Api
  /** Whether the gateway's cache knows the channel or thread. */
  readonly knows: (channelId: string) => boolean
  readonly locale: Locale
}

export interface Poster {
  /** Resolves an address: the thread of the question (started if permitted), otherwise the channel. */
  targetOf(to: Address, threadName?: string): Promise<PostTarget>
  /**
   * The place for the answer to a message: its thread; a private one goes to the person's direct messages.
   * @param owed an earlier run may have posted the answer and died before it could note that
   */
  placeFor(message: Message, owed?: boolean): OpenPlace
}

/** Posts messages in channels, threads and direct messages. */
export function makePoster({ api, knows, locale }: PosterParts): Poster {
  async function targetOf(to: Address, threadName?: string): Promise<PostTarget> {
    if (to.space === directSpace) return { channel: await directOf(to.channel) }
    if (to.thread === undefined) return { channel: to.channel }
    if (knows(to.thread)) return { channel: to.thread }
    try {
      await api.startThread(to.channel, to.thread, threadName ?? words[locale].thread)
      return { channel: to.thread }
    } catch (thrown) {
      if (threadStands.has(codeOf(thrown))) return { channel: to.thread }
      // No permission, too many threads, or a channel without threads: reply to the question instead.
      if (deliveryError(thrown).permanent) return { channel: to.channel, inReplyTo: to.thread }
      throw thrown
    }
  }

  /** A channel written `@<user id>` means that person's direct messages. */
  async function directOf(channel: string): Promise<string> {
    return channel.startsWith('@') ? (await api.openDirect(channel.slice(1))).id : channel
  }

  function placeIn({ channel, inReplyTo }: PostTarget, key: DeliveryKey): Place {
    return {
      // The invisible tag lets the next run find the answer after a crash.
      render: (it) => render(it, { locale, delivery: key, quiet: true }),
      async post(payload, part) {
        const answers = part === 0 && inReplyTo !== undefined ? { inReplyTo } : {}
        return (await api.post(channel, payload, { nonce: nonceOf(key, part), ...answers })).id
      },
      edit: async (id, payload) => void (await api.edit(channel, id, payload)),
      remove: (id) => api.remove(channel, id),
    }
  }

  async function owedPlace(place: Place, at: Address, key: DeliveryKey, since: Instant): Promise<Place> {
    const { whole } = await findDelivery(api, { to: at, key, since })
    if (whole) return standing
    return {
      ...place,
      async post(payload, part) {
        const id = await place.post(payload, part)
        // The nonce may have returned an unfinished version posted by the earlier run.
        await place.edit(id, payload)
        return id
      },
    }
  }

  return {
    targetOf,

    placeFor: (message, owed) => async (it) => {
      const { from, author, addressed, at } = message
      const open = async (to: Address, key: DeliveryKey) => {
        const target = await targetOf(to, threadName(message, locale))
        const answers =
          to === from && from.thread === undefined && addressed !== 'direct' && isSpoken(message)
        const place = placeIn(answers ? { ...target, inReplyTo: message.id } : target, key)
        return owed ? owedPlace(place, to, key, at) : place
      }
      const publicly = () => open(from, `re:${message.id}`)
      if (addressed === 'direct' || !it.private) return publicly()
      const direct = () =>
        open({ platform: from.platform, space: directSpace, channel: `@${author.id}` }, `dm:${message.id}`)
      return orElse(direct, publicly, words[locale].directClosed)
    },
  }
}

/** A place whose answer is already posted: nothing is done. */
const standing: Place = {
  render: () => [],
  post: async () => '',
  edit: async () => {},
  remove: async () => {},
}

/** Direct messages; if the person does not accept them, a public note says so, without the content. */
async function orElse(
  direct: () => Promise<Place>,
  publicly: () => Promise<Place>,
  told: string,
): Promise<Place> {
  const closedTo = (thrown: unknown) => codeOf(thrown) === RESTJSONErrorCodes.CannotSendMessagesToThisUser
  const tellInstead = async (): Promise<Place> => {
    const place = await publicly()
    for (const [part, payload] of place.render(reply(told)).entries()) await place.post(payload, part)
    return standing
  }
  let place: Place
  try {
    place = await direct()
  } catch (thrown) {
    if (!closedTo(thrown)) throw thrown
    return tellInstead()
  }
  return {
    render: (it) => place.render(it),
    async post(payload, part) {
      try {
        return await place.post(payload, part)
      } catch (thrown) {
        if (!closedTo(thrown)) throw thrown
        place = await tellInstead()
        return ''
      }
    },
    edit: (id, payload) => place.edit(id, payload),
    remove: (id) => place.remove(id),
  }
}

/** Whether the message exists in the channel, so that an answer can reply to it; an interaction does not. */
function isSpoken(message: Message): boolean {
  return message.press === undefined && message.form === undefined && message.command === undefined
}

function threadName({ text }: Message, locale: Locale): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' ? words[locale].thread : shortened(line, limits.threadName)
}
