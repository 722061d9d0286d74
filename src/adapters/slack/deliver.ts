import type { types } from '@slack/bolt'
import { DeliveryError, type Receipt } from '../../core/adapter.ts'
import type { Clock, Instant } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import type { SlackClient } from './client.ts'
import { deliveryError, failureOf } from './failure.ts'
import type { Lanes } from './lanes.ts'
import { limits } from './limits.ts'
import { instantOf } from './parse.ts'
import type { Draft } from './render.ts'

/** A channel or a person, and a thread in it. */
export interface Place {
  readonly channel: string
  readonly thread?: string
}

/** The name of one message of a delivery, written into its metadata: by it the message is found again. */
export interface Mark {
  readonly key: string
  readonly part: number
  readonly parts: number
}

/** A message that Slack has. */
export interface Posted {
  readonly channel: string
  readonly ts: string
}

export interface Persistence<T> {
  /** Wait for as long as Slack says and try again, because nobody else will; else throw and leave it to the outbox. */
  readonly patient: boolean
  /** Whether a call whose answer was lost has been done after all. Left out where nobody can know. */
  readonly look?: () => Promise<T | undefined>
}

export interface Deliver {
  /** Posts one message, once. @throws DeliveryError */
  post(place: Place, draft: Draft, mark: Mark, patient: boolean): Promise<Posted>
  /** Makes a call in a lane until Slack takes it, refuses it for good, or has failed too often. @throws DeliveryError */
  persist<T>(lane: string, call: () => Promise<T>, how: Persistence<T>): Promise<T>
  /** The messages of a key that Slack has, by their part. @throws DeliveryError where Slack does not let us look. */
  find(place: Place, key: string, since: Instant): Promise<ReadonlyMap<number, Found>>
  /** The id of a conversation; a private one is opened for a person. @throws DeliveryError */
  channelOf(channelOrPerson: string): Promise<string>
}

export interface Found extends Posted {
  readonly parts: number
}

export interface DeliverParts {
  readonly client: SlackClient
  readonly lanes: Lanes
  readonly clock: Clock
  readonly log: Log
  /** Milliseconds before the second attempt; doubles with each. */
  readonly backOffMs: number
}

const EVENT_TYPE = 'alliance_delivery'
/** Attempts of one message beyond those that Slack itself put off. With the default back-off: half a minute. */
const ATTEMPTS = 6
/** Our clock and Slack's may differ by this much, in milliseconds. */
const CLOCK_SKEW = 120_000
/** Pages of a channel's history that are read for a lost message. */
const PAGES = 10
/** An outbox row does not wait longer than this for its turn in a channel, in milliseconds: it is tried again later. */
const IMPATIENCE = 3_000

/** Posts messages; where an answer is lost, asks Slack whether the message is there before it is posted again. */
export function makeDeliver({ client, lanes, clock, log, backOffMs }: DeliverParts): Deliver {
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

  async function persist<T>(lane: string, call: () => Promise<T>, how: Persistence<T>): Promise<T> {
    const wait = lanes.waitOf(lane)
    if (!how.patient && wait > IMPATIENCE)
      throw new DeliveryError('the channel has to wait', { retryAfter: wait })
    return lanes.run(lane, async (pause) => {
      for (let attempt = 1; ; ) {
        try {
          return await call()
        } catch (thrown) {
          const failure = failureOf(thrown)
          if (failure.kind === 'permanent') throw deliveryError(thrown)
          if (failure.kind === 'wait') {
            log.info({ lane, ms: failure.ms }, 'Slack asks to wait')
            if (!how.patient) {
              lanes.block(lane, failure.ms)
              throw deliveryError(thrown)
            }
            await pause(failure.ms)
            continue
          }
          log.debug({ lane, attempt, err: thrown }, 'a call to Slack failed')
          if (attempt < ATTEMPTS) {
            // With jitter: many messages that failed together do not come back together.
            await pause(backOffMs * 2 ** (attempt - 1) * (0.5 + Math.random()))
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
   * The message, if Slack has it. Where we may not look, nobody can prove that it is there: an answer is posted, a notice
   * is left to the outbox, which looks again.
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
