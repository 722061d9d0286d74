import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  RESTJSONErrorCodes,
  type RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord.js'
import { DeliveryError } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import type { BoardEvent, EventBoard } from '../../core/event-board.ts'
import type { Api } from './api.ts'
import { codeOf, deliveryError } from './failure.ts'
import { limits } from './limits.ts'
import { clean, literal } from './markdown.ts'
import { shortened } from './page.ts'
import { directSpace } from './parse.ts'

/** It is over or called off on Discord: nothing about it can be changed any more. */
const over: ReadonlySet<number | undefined> = new Set([
  RESTJSONErrorCodes.UnknownGuildScheduledEvent,
  RESTJSONErrorCodes.CannotUpdateAFinishedEvent,
])

/** Scheduled events of a guild, each with its key in the last line of its description. */
export function makeScheduledEvents(api: Api, clock: Clock): EventBoard {
  async function find(guild: string, key: string): Promise<string | undefined> {
    const all = await api.events(guild)
    return all.find((it) => carries(it, key))?.id
  }

  return {
    shows: 'space',

    async put({ space: guild }, event, id) {
      if (guild === directSpace)
        throw new DeliveryError('Discord: an event needs a server', { permanent: true })
      const body = drawEvent(event)
      try {
        const there = id ?? (await find(guild, event.key))
        if (there !== undefined) {
          const known = await change(guild, there, body)
          if (known) return there
        }
        if (event.starts <= clock.now()) {
          throw new DeliveryError('Discord: an event that has begun cannot be made', { permanent: true })
        }
        return (await api.makeEvent(guild, body)).id
      } catch (thrown) {
        throw deliveryError(thrown)
      }
    },

    async cancel({ space: guild }, _event, id) {
      try {
        await api.changeEvent(guild, id, { status: GuildScheduledEventStatus.Canceled })
      } catch (thrown) {
        if (!over.has(codeOf(thrown))) throw deliveryError(thrown)
      }
    },
  }

  /** @returns whether Discord still has it; what is over there stays as it is */
  async function change(guild: string, id: string, body: RESTPostAPIGuildScheduledEventJSONBody) {
    // Discord takes no new beginning for what has begun.
    const { scheduled_start_time: starts, ...rest } = body
    const begun = Date.parse(starts) <= clock.now()
    try {
      await api.changeEvent(guild, id, begun ? rest : body)
      return true
    } catch (thrown) {
      const code = codeOf(thrown)
      if (!over.has(code)) throw thrown
      return code !== RESTJSONErrorCodes.UnknownGuildScheduledEvent
    }
  }
}

/** An event as Discord takes it: one that happens outside of it. Pure. */
export function drawEvent(event: BoardEvent): RESTPostAPIGuildScheduledEventJSONBody {
  const mark = markOf(event.key)
  const about = shortened(literal(clean(event.about)), limits.eventDescription - mark.length)
  return {
    name: shortened(clean(event.title).replaceAll('\n', ' '), limits.eventName),
    description: `${about}${mark}`,
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: { location: shortened(clean(event.where).replaceAll('\n', ' '), limits.eventLocation) },
    scheduled_start_time: new Date(event.starts).toISOString(),
    scheduled_end_time: new Date(event.ends).toISOString(),
  }
}

function carries({ description }: APIGuildScheduledEvent, key: string): boolean {
  return description?.endsWith(markOf(key)) ?? false
}

const markOf = (key: string) => `\n\n#${key}`
