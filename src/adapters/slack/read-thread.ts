import type { Address, Overheard } from '../../core/message.ts'
import type { SlackClient } from './client.ts'
import { deliveryError } from './failure.ts'
import { limits } from './limits.ts'
import { instantOf, readMarkup } from './parse.ts'

/** What was said in a thread, oldest first, up to one page: Slack shows it to a bot that is in the channel. @throws DeliveryError */
export async function readThread(
  client: SlackClient,
  { channel, thread }: Pick<Address, 'channel' | 'thread'>,
): Promise<readonly Overheard[]> {
  if (thread === undefined) return []
  try {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts: thread,
      limit: limits.historyPage,
    })
    return messages.flatMap(({ user = '', bot_id, text = '', ts = '' }) => {
      const said = readMarkup(text, '')
      const author = { id: user, name: user, ...(bot_id === undefined ? {} : { bot: true }) }
      return said === '' ? [] : [{ author, text: said, at: instantOf(ts) }]
    })
  } catch (thrown) {
    throw deliveryError(thrown)
  }
}
