import { type APIThreadChannel, ChannelType } from 'discord.js'
import { DeliveryError } from '../../core/adapter.ts'
import type { MeetingRooms } from '../../core/meeting-rooms.ts'
import type { Api } from './api.ts'
import { tagOf } from './custom-id.ts'
import { deliveryError } from './failure.ts'
import { limits } from './limits.ts'
import { clean } from './markdown.ts'
import { shortened } from './page.ts'

/** Private threads, each with the tag of its meeting at the end of its name. */
export function makeRooms(api: Api): MeetingRooms {
  async function find(guild: string, mark: string): Promise<string | undefined> {
    const { threads } = await api.activeThreads(guild)
    return threads.find((it) => isRoom(it, mark))?.id
  }

  return {
    async open({ key, name, people, near }) {
      if (!near) throw new DeliveryError('Discord: a private thread needs a channel', { permanent: true })
      const mark = ` #${tagOf(key)}`
      const title = `${shortened(clean(name).replaceAll('\n', ' '), limits.threadName - mark.length)}${mark}`
      try {
        const thread =
          (await find(near.space, mark)) ?? (await api.startPrivateThread(near.channel, title)).id
        for (const { user } of people) await api.addToThread(thread, user)
        // A channel of its own: what is said here never goes into the channel around it, not even where it is gone.
        return { platform: near.platform, space: near.space, channel: thread }
      } catch (thrown) {
        throw deliveryError(thrown)
      }
    },
  }
}

function isRoom({ type, name }: APIThreadChannel, mark: string): boolean {
  return type === ChannelType.PrivateThread && (name?.endsWith(mark) ?? false)
}
