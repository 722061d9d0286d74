import { DeliveryError } from '../../core/adapter.ts'
import type { MeetingRooms } from '../../core/meeting-rooms.ts'
import type { SlackClient } from './client.ts'
import { deliveryError } from './failure.ts'
import { limits } from './limits.ts'

/** Group conversations: Slack gives the same one to the same people again, so nothing has to be looked for. */
export function makeRooms(client: SlackClient): MeetingRooms {
  return {
    async open({ people }) {
      const [first] = people
      if (!first || people.length > limits.peopleInRoom || people.some((it) => it.space !== first.space)) {
        throw new DeliveryError(`Slack: ${people.length} people cannot be brought together`, {
          permanent: true,
        })
      }
      try {
        const { channel } = await client.conversations.open({ users: people.map((it) => it.user).join(',') })
        if (channel?.id === undefined) throw new DeliveryError('Slack opened no conversation')
        return { platform: first.platform, space: first.space, channel: channel.id }
      } catch (thrown) {
        throw deliveryError(thrown)
      }
    },
  }
}
