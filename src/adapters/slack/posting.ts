import type { RespondArguments, types } from '@slack/bolt'
import { DeliveryError } from '../../core/adapter.ts'
import type { Log } from '../../core/log.ts'
import type { SlackClient } from './client.ts'
import type { Deliver, Posted } from './deliver.ts'
import { failureOf } from './failure.ts'
import type { Draft } from './render.ts'
import type { ReplyTarget } from './reply-target.ts'

/** The ways of posting an answer: publicly, privately, or by replacing or editing messages. */
export interface Posting {
  /** Publicly in the channel; where the bot is not a member, through the interaction's response URL if there is one. */
  postOrRespond(target: ReplyTarget, drafts: readonly Draft[]): Promise<void>
  /** Visible to the asker only. */
  postPrivately(target: ReplyTarget, drafts: readonly Draft[]): Promise<void>
  /** Posts through the response URL. False if it has expired, is used up or refuses. */
  respond(target: ReplyTarget, message: RespondArguments): Promise<boolean>
  /** Replaces the message whose button was pressed. False if it is gone. */
  replace(target: ReplyTarget, drafts: readonly Draft[]): Promise<boolean>
  /** Edits posted messages to show other content, posting or deleting as needed. @returns the messages then shown */
  editShown(
    target: ReplyTarget,
    shown: readonly Posted[],
    drafts: readonly Draft[],
  ): Promise<readonly Posted[]>
}

export interface PostingParts {
  readonly client: SlackClient
  readonly deliver: Deliver
  readonly log: Log
}

/** Slack's codes for a channel in which the bot cannot post to that person; a direct message always works. */
const notThere = new Set(['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'])

export function makePosting({ client, deliver, log }: PostingParts): Posting {
  async function postOrRespond(target: ReplyTarget, drafts: readonly Draft[]): Promise<void> {
    try {
      await say(target, drafts)
    } catch (thrown) {
      if (!isNotThere(thrown) || !target.responses?.usable()) throw thrown
      for (const draft of drafts) await respond(target, { ...payloadOf(draft), response_type: 'in_channel' })
    }
  }

  async function say(target: ReplyTarget, drafts: readonly Draft[], from = 0): Promise<readonly Posted[]> {
    const posted: Posted[] = []
    for (const [at, draft] of drafts.entries()) {
      const mark = { key: target.key, part: from + at, parts: from + drafts.length }
      posted.push(await deliver.post(target.place, draft, mark, true))
    }
    return posted
  }

  async function postPrivately(target: ReplyTarget, drafts: readonly Draft[]): Promise<void> {
    for (const draft of drafts) {
      if (target.discreet && (await respond(target, { ...payloadOf(draft), response_type: 'ephemeral' })))
        continue
      await postEphemeral(target, draft)
    }
  }

  async function respond(target: ReplyTarget, message: RespondArguments): Promise<boolean> {
    if (!target.responses?.usable()) return false
    try {
      await target.responses.send(message)
      return true
    } catch (thrown) {
      log.debug({ channel: target.place.channel, err: thrown }, 'a response URL was refused')
      return false
    }
  }

  async function postEphemeral(target: ReplyTarget, draft: Draft): Promise<void> {
    const { channel, thread } = target.place
    const message = {
      channel,
      user: target.user,
      ...payloadOf(draft),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    }
    try {
      await deliver.persist(channel, () => client.chat.postEphemeral(message), { patient: true })
    } catch (thrown) {
      if (!isNotThere(thrown)) throw thrown
      await deliver.post({ channel: target.user }, draft, { key: target.key, part: 0, parts: 1 }, true)
    }
  }

  async function replace(target: ReplyTarget, drafts: readonly Draft[]): Promise<boolean> {
    const [first, ...rest] = drafts
    if (!target.on || !first) return false
    if (target.on.ephemeral) {
      const payload = { ...payloadOf(first), response_type: 'ephemeral' as const, replace_original: true }
      if (!(await respond(target, payload))) return false
      await postPrivately(target, rest)
      return true
    }
    try {
      await edit({ channel: target.place.channel, ts: target.on.ts }, first)
    } catch (thrown) {
      // The message was deleted meanwhile: the answer is posted as a new one.
      if (failureOf(causeOf(thrown)).kind !== 'permanent') throw thrown
      return false
    }
    await postOrRespond(target, rest)
    return true
  }

  /** Edits have their own queue, so that they neither wait for new messages nor delay them. */
  async function edit(posted: Posted, draft: Draft): Promise<void> {
    await deliver.persist(
      `edit:${posted.channel}`,
      () => client.chat.update({ channel: posted.channel, ts: posted.ts, ...payloadOf(draft) }),
      { patient: true },
    )
  }

  async function editShown(
    target: ReplyTarget,
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
    const more = await say(target, drafts.slice(shown.length), shown.length)
    return [...kept, ...more]
  }

  return { postOrRespond, postPrivately, respond, replace, editShown }
}

const payloadOf = (draft: Draft) => ({ text: draft.text, blocks: draft.blocks as types.KnownBlock[] })

const causeOf = (thrown: unknown): unknown => (thrown instanceof DeliveryError ? thrown.cause : thrown)

function isNotThere(thrown: unknown): boolean {
  const failure = failureOf(causeOf(thrown))
  return failure.kind === 'permanent' && notThere.has(failure.code)
}
