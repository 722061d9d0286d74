import { type APIMessage, MessageType, RESTJSONErrorCodes } from 'discord.js'
import type { Address, Overheard } from '../../core/message.ts'
import type { Api } from './api.ts'
import { codeOf, deliveryError } from './failure.ts'
import { type ChannelInfo, everywhere, instantOf, type Self, textOf } from './parse.ts'

const said: readonly MessageType[] = [MessageType.Default, MessageType.Reply]

/**
 * What was said in a thread, oldest first, up to the last page: as much as Discord shows the bot. Where it may not read the
 * history, or lacks the MessageContent intent, Discord shows fewer messages or empty ones; those are left out.
 * @throws DeliveryError
 */
export async function readThread(
  api: Pick<Api, 'newest'>,
  { thread }: Pick<Address, 'thread'>,
  self: Self | undefined,
  channelInfo: (channelId: string) => ChannelInfo | undefined,
): Promise<readonly Overheard[]> {
  if (thread === undefined) return []
  try {
    const selfRoles = channelInfo(thread)?.selfRoles ?? []
    const newestFirst = await api.newest(thread)
    return newestFirst
      .toReversed()
      .map(begunBy)
      .flatMap((message) => overheard(message, self, selfRoles))
  } catch (thrown) {
    // The thread of a question that was just asked is started by its answer.
    if (codeOf(thrown) === RESTJSONErrorCodes.UnknownChannel) return []
    throw deliveryError(thrown)
  }
}

/** A thread that was started from a message begins with a pointer to it. */
function begunBy(message: APIMessage): APIMessage {
  return message.type === MessageType.ThreadStarterMessage ? (message.referenced_message ?? message) : message
}

function overheard(
  message: APIMessage,
  self: Self | undefined,
  selfRoles: readonly string[],
): readonly Overheard[] {
  const { id, type, author, webhook_id } = message
  const text = textOf(message, self, selfRoles)
  if (text === '' || !said.includes(type)) return []
  const bot = author.bot === true || webhook_id !== undefined
  const name = author.global_name ?? author.username
  return [
    {
      author: { id: author.id, realm: everywhere, name, ...(bot ? { bot } : {}) },
      text,
      at: instantOf(id),
    },
  ]
}
