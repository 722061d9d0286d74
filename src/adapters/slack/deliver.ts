import type { types } from '@slack/bolt'
import { DeliveryError, type Receipt } from '../../core/adapter.ts'
import { backOff } from '../../core/back-off.ts'
import type { Clock, Instant } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import type { ChannelQueues } from './channel-queues.ts'
import type { SlackClient } from './client.ts'
import { deliveryError, failureOf } from './failure.ts'
import { limits } from './limits.ts'
import { instantOf } from './parse.ts'
import type { Draft } from './render.ts'

/** A channel or a person, and a thread in it. */
export interface Place {
  readonly channel: string
  readonly thread?: string
}

/** Identifies one message of a delivery; stored in its metadata, so that the message can be found again. */
export interface Mark {
  readonly key: string
  readonly part: number
  readonly parts: number
}

/** A message that exists on Slack. */
export interface Posted {
  readonly channel: string
  readonly ts: string
}

export interface Persistence<T> {
  /** Wait as long as Slack asks and retry (an answer, which nobody else retries); otherwise throw and leave it to the outbox. */
  readonly patient: boolean
  /** Finds out whether a call whose response was lost had succeeded. Absent where that cannot be known. */
  readonly look?: () => Promise<T | undefined>
}

export interface Deliver {
  /** Posts one message exactly once, as far as Slack lets us check. @throws DeliveryError */
  post(place: Place, draft: Draft, mark: Mark, patient: boolean): Promise<Posted>
  /** Repeats a call in a queue until Slack accepts it, refuses it for good, or too many attempts have failed. @throws DeliveryError */
  persist<T>(queue: string, call: () => Promise<T>, how: Persistence<T>): Promise<T>
  /** The posted messages of a key, by part. @throws DeliveryError where the history cannot be read. */
  find(place: Place, key: string, since: Instant): Promise<ReadonlyMap<number, Found>>
  /** The conversation's id; for a person's id, opens the direct message. @throws DeliveryError */
  channelOf(channelOrPerson: string): Promise<string>
}

export interface Found extends Posted {
  readonly parts: number
}

export interface DeliverParts {
  readonly client: SlackClient
  readonly queues: ChannelQueues
  readonly clock: Clock
  readonly log: Log
  /** Milliseconds before the first retry. */
  readonly backOffMs: number
  /** In [0, 1). */
  readonly random: () => number
}

const EVENT_TYPE = 'alliance_delivery'
const LONGEST_RETRY_WAIT = 60_000
/** Attempts per message, not counting those that Slack asked to postpone: about 25 seconds with the default back-off. */
const ATTEMPTS = 6
/** Allowed difference between our clock and Slack's, milliseconds. */
const CLOCK_SKEW = 120_000
/** Pages of history searched for a lost message. */
const PAGES = 10
/** An outbox delivery that would wait longer than this for its channel goes back to the outbox, milliseconds. */
const LONGEST_QUEUE_WAIT = 3_000

/** Posts messages; when a response is lost, searches the channel for the message before posting again. */
export function makeDeliver({ client, queues, clock, log, backOffMs, random }: DeliverParts): Deliver {
  const opened = new Map<string, string>()

  async function channelOf(id: string): Promise<string> {
    if (!/^[UW]/.test(id)) return id
    const known = opened.get(id)
    if (known !== undefined) return known
    try {
      const { channel } = await client.conversations.open({ users: id })
      if (channel?.id === undefined) throw new DeliveryError('Slack opened no conversation')
      opened.set(id, channel.id)
      return channel.id
    } catch (thrown) {
      throw deliveryError(thrown)
    }
  }

  async function post(place: Place, draft: Draft, mark: Mark, patient: boolean): Promise<Posted> {
    const channel = await channelOf(place.channel)
    const there = { ...place, channel }
    const since = clock.now()
    return persist(channel, () => postNow(there, draft, mark), {
      patient,
      look: () => look(there, mark, since, patient),
    })
  }

  async function persist<T>(queue: string, call: () => Promise<T>, how: Persistence<T>): Promise<T> {
    const wait = queues.waitOf(queue)
    if (!how.patient && wait > LONGEST_QUEUE_WAIT)
      throw new DeliveryError('the channel has to wait', { retryAfter: wait })
    return queues.run(queue, async (pause) => {
      for (let attempt = 1; ; ) {
        try {
          return await call()
        } catch (thrown) {
          const failure = failureOf(thrown)
          if (failure.kind === 'permanent') throw deliveryError(thrown)
          if (failure.kind === 'wait') {
            log.info({ queue, ms: failure.ms }, 'Slack asks to wait')
            if (!how.patient) {
              queues.block(queue, failure.ms)
              throw deliveryError(thrown)
            }
            await pause(failure.ms)
            continue
          }
          log.debug({ queue, attempt, err: thrown }, 'a call to Slack failed')
          if (attempt < ATTEMPTS) {
            await pause(backOff(attempt, { first: backOffMs, longest: LONGEST_RETRY_WAIT }, random()))
            attempt += 1
          } else attempt = Number.POSITIVE_INFINITY
          const done = failure.kind === 'uncertain' ? await how.look?.() : undefined
          if (done !== undefined) return done
          if (attempt === Number.POSITIVE_INFINITY) throw deliveryError(thrown)
        }
      }
    })
  }

  /**
   * The message, if it exists on Slack. If the history cannot be read, an answer is posted again, and a notice is left to
   * the outbox, which checks again later.
   */
  async function look(
    place: Place,
    mark: Mark,
    since: Instant,
    patient: boolean,
  ): Promise<Posted | undefined> {
    try {
      return (await find(place, mark.key, since)).get(mark.part)
    } catch (thrown) {
      if (!patient) throw new DeliveryError('nobody knows whether it was posted', { cause: thrown })
      log.warn(
        { channel: place.channel, err: thrown },
        'could not look whether a message was posted; it may come twice',
      )
      return undefined
    }
  }

  async function postNow(place: Place, draft: Draft, mark: Mark): Promise<Posted> {
    const answer = await client.chat.postMessage({
      channel: place.channel,
      text: draft.text,
      blocks: draft.blocks as types.KnownBlock[],
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { ...mark } },
      ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
    })
    return { channel: answer.channel ?? place.channel, ts: answer.ts ?? '' }
  }

  async function find(place: Place, key: string, since: Instant): Promise<ReadonlyMap<number, Found>> {
    const found = new Map<number, Found>()
    const channel = await channelOf(place.channel)
    const range = {
      channel,
      oldest: String(Math.max(0, since - CLOCK_SKEW) / 1000),
      include_all_metadata: true,
      limit: limits.historyPage,
    }
    try {
      let cursor: string | undefined
      for (let page = 0; page < PAGES; page += 1) {
        const next = cursor === undefined ? {} : { cursor }
        // A channel's history does not hold what stands in its threads.
        const answer =
          place.thread === undefined
            ? await client.conversations.history({ ...range, ...next })
            : await client.conversations.replies({ ...range, ...next, ts: place.thread })
        for (const message of answer.messages ?? []) {
          const mark = markOf(message.metadata)
          if (mark?.key === key && message.ts !== undefined)
            found.set(mark.part, { channel, ts: message.ts, parts: mark.parts })
        }
        cursor = answer.response_metadata?.next_cursor
        if (cursor === undefined || cursor === '') break
      }
    } catch (thrown) {
      throw deliveryError(thrown)
    }
    return found
  }

  return { post, persist, find, channelOf }
}

export const receiptOf = (posted: Posted): Receipt => ({
  messageId: `${posted.channel}:${posted.ts}`,
  at: instantOf(posted.ts),
})

function markOf(metadata: unknown): Mark | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined
  const { event_type, event_payload } = metadata as Readonly<Record<string, unknown>>
  if (event_type !== EVENT_TYPE || typeof event_payload !== 'object' || event_payload === null)
    return undefined
  const { key, part, parts } = event_payload as Readonly<Record<string, unknown>>
  return { key: String(key), part: Number(part), parts: Number(parts) }
}
