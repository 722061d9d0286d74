import type { RespondArguments, types } from '@slack/bolt'
import { DeliveryError } from '../../core/adapter.ts'
import type { Log } from '../../core/log.ts'
import type { SlackClient } from './client.ts'
import type { Deliver, Posted } from './deliver.ts'
import { failureOf } from './failure.ts'
import type { Draft } from './render.ts'
import type { Spot } from './spot.ts'

/** The ways in which something is put where it was asked: for everybody, for one person, or in the place of what stands. */
export interface Saying {
  /** For everybody in the channel; where the bot is no member, by Slack's own way back, if the interaction has one. */
  sayAnyhow(spot: Spot, drafts: readonly Draft[]): Promise<void>
  /** For one person alone. */
  whisper(spot: Spot, drafts: readonly Draft[]): Promise<void>
  /** Answers by Slack's own way back. False where it is used up or refused: then there are other ways. */
  respond(spot: Spot, message: RespondArguments): Promise<boolean>
  /** Puts the first message in the place of the pressed one. False where there is none any more. */
  replace(spot: Spot, drafts: readonly Draft[]): Promise<boolean>
  /** Makes the messages that stand say this instead. @returns those that stand then */
  revise(spot: Spot, shown: readonly Posted[], drafts: readonly Draft[]): Promise<readonly Posted[]>
}

export interface SayingParts {
  readonly client: SlackClient
  readonly deliver: Deliver
  readonly log: Log
}

/** Codes with which Slack says that the bot cannot show something to a person in a channel; a private chat always works. */
const notThere = new Set(['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'])

export function makeSaying({ client, deliver, log }: SayingParts): Saying {
  async function sayAnyhow(spot: Spot, drafts: readonly Draft[]): Promise<void> {
    try {
      await say(spot, drafts)
    } catch (thrown) {
      if (!isNotThere(thrown) || !spot.responses?.usable()) throw thrown
      for (const draft of drafts) await respond(spot, { ...payloadOf(draft), response_type: 'in_channel' })
    }
  }

  /** For everybody in the channel. */
  async function say(spot: Spot, drafts: readonly Draft[], from = 0): Promise<readonly Posted[]> {
    const posted: Posted[] = []
    for (const [at, draft] of drafts.entries()) {
      const mark = { key: spot.key, part: from + at, parts: from + drafts.length }
      posted.push(await deliver.post(spot.place, draft, mark, true))
    }
    return posted
  }

  async function whisper(spot: Spot, drafts: readonly Draft[]): Promise<void> {
    for (const draft of drafts) {
      if (spot.discreet && (await respond(spot, { ...payloadOf(draft), response_type: 'ephemeral' })))
        continue
      await postEphemeral(spot, draft)
    }
  }

  async function respond(spot: Spot, message: RespondArguments): Promise<boolean> {
    if (!spot.responses?.usable()) return false
    try {
      await spot.responses.send(message)
      return true
    } catch (thrown) {
      log.debug({ channel: spot.place.channel, err: thrown }, 'a response URL was refused')
      return false
    }
  }

  async function postEphemeral(spot: Spot, draft: Draft): Promise<void> {
    const { channel, thread } = spot.place
    const message = {
      channel,
      user: spot.user,
      ...payloadOf(draft),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    }
    try {
      await deliver.persist(channel, () => client.chat.postEphemeral(message), { patient: true })
    } catch (thrown) {
      if (!isNotThere(thrown)) throw thrown
      await deliver.post({ channel: spot.user }, draft, { key: spot.key, part: 0, parts: 1 }, true)
    }
  }

  async function replace(spot: Spot, drafts: readonly Draft[]): Promise<boolean> {
    const [first, ...rest] = drafts
    if (!spot.on || !first) return false
    if (spot.on.ephemeral) {
      const payload = { ...payloadOf(first), response_type: 'ephemeral' as const, replace_original: true }
      if (!(await respond(spot, payload))) return false
      await whisper(spot, rest)
      return true
    }
    try {
      await edit({ channel: spot.place.channel, ts: spot.on.ts }, first)
    } catch (thrown) {
      // Somebody deleted the message meanwhile: then the answer is a message of its own.
      if (failureOf(causeOf(thrown)).kind !== 'permanent') throw thrown
      return false
    }
    await sayAnyhow(spot, rest)
    return true
  }

  /** Edits have a lane of their own: they neither wait for messages nor hold them up. */
  async function edit(posted: Posted, draft: Draft): Promise<void> {
    await deliver.persist(
      `edit:${posted.channel}`,
      () => client.chat.update({ channel: posted.channel, ts: posted.ts, ...payloadOf(draft) }),
      { patient: true },
    )
  }

  async function revise(
    spot: Spot,
    shown: readonly Posted[],
    drafts: readonly Draft[],
  ): Promise<readonly Posted[]> {
    const kept = shown.slice(0, drafts.length)
    for (const [at, posted] of kept.entries()) {
      const draft = drafts[at]
      if (draft) await edit(posted, draft)
    }
    for (const { channel, ts } of shown.slice(drafts.length))
      await deliver.persist(`edit:${channel}`, () => client.chat.delete({ channel, ts }), { patient: true })
    const more = await say(spot, drafts.slice(shown.length), shown.length)
    return [...kept, ...more]
  }

  return { sayAnyhow, whisper, respond, replace, revise }
}

const payloadOf = (draft: Draft) => ({ text: draft.text, blocks: draft.blocks as types.KnownBlock[] })

const causeOf = (thrown: unknown): unknown => (thrown instanceof DeliveryError ? thrown.cause : thrown)

function isNotThere(thrown: unknown): boolean {
  const failure = failureOf(causeOf(thrown))
  return failure.kind === 'permanent' && notThere.has(failure.code)
}
