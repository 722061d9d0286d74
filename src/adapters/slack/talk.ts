import type { RespondArguments, types } from '@slack/bolt'
import { DeliveryError } from '../../core/adapter.ts'
import type { Instant } from '../../core/clock.ts'
import { messageOf } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { type Attachment, bold, buttons, note, type Reply, reply } from '../../core/reply.ts'
import type { Outcome } from '../../core/skill.ts'
import type { SlackClient } from './client.ts'
import type { Deliver, Posted } from './deliver.ts'
import { deliveryError, failureOf, revocationIn } from './failure.ts'
import type { SendFiles } from './files.ts'
import { limits } from './limits.ts'
import type { Draft } from './render.ts'
import { SHARE, type Shares } from './shares.ts'
import type { Spot } from './spot.ts'
import { words } from './words.ts'

/** Draws what the house says where it was asked. */
export interface Talk {
  /** Resolves when the outcome stands on Slack, or never can. @throws DeliveryError where it may stand there later. */
  draw(spot: Spot, outcome: Exclude<Outcome, undefined>): Promise<void>
  /** Posts an answer that one person saw for the whole channel. */
  share(spot: Spot, id: string): Promise<void>
}

export interface TalkParts {
  readonly client: SlackClient
  readonly deliver: Deliver
  readonly shares: Shares
  readonly render: (reply: Reply) => readonly Draft[]
  readonly sendFiles: SendFiles
  readonly log: Log
  /** The least time between two edits of one message, in milliseconds. */
  readonly updateEveryMs: number
  readonly revoked: (code: string) => void
}

/** Codes with which Slack says that the bot cannot show something to a person in a channel; a private chat always works. */
const notThere = new Set(['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'])

export function makeTalk(parts: TalkParts): Talk {
  const { client, deliver, shares, render, log, updateEveryMs } = parts
  async function draw(spot: Spot, outcome: Exclude<Outcome, undefined>): Promise<void> {
    try {
      const stands =
        spot.owedSince !== undefined
          ? await drawOwed(spot, spot.owedSince, await bestOf(outcome))
          : Symbol.asyncIterator in outcome
            ? await drawBetter(spot, outcome)
            : await drawOne(spot, outcome)
      if (stands?.files) await attach(spot, stands, stands.files)
    } catch (thrown) {
      const error = deliveryError(thrown)
      if (!error.permanent) throw error
      const code = revocationIn(error.cause)
      if (code !== undefined) return parts.revoked(code)
      log.error(
        { channel: spot.place.channel, err: thrown },
        `an answer can never be posted: ${messageOf(error)}`,
      )
    }
  }

  /** Files follow the words: where only the asker sees those, into their private chat. */
  async function attach(spot: Spot, it: Reply, files: readonly Attachment[]): Promise<void> {
    const hidden = !spot.direct && (spot.discreet || it.private)
    const lost = await parts.sendFiles(hidden ? { channel: spot.user } : spot.place, files)
    if (lost.length > 0) await whisper(spot, render(reply(note(words[spot.locale].filesLost(lost)))))
  }

  /** What an earlier run may have posted is made right instead of being posted again. */
  async function drawOwed(spot: Spot, since: Instant, best: Reply | undefined): Promise<Reply | undefined> {
    const found = await deliver.find(spot.place, spot.key, since).catch((thrown: unknown) => {
      log.warn(
        { channel: spot.place.channel, err: thrown },
        'could not look for an answer; it may come twice',
      )
      return new Map<number, Posted>()
    })
    const shown = [...found].sort(([one], [other]) => one - other).map(([, posted]) => posted)
    if (best && shown.length > 0) await revise(spot, shown, best)
    else if (best) await drawOne(spot, best)
    return best
  }

  async function drawOne(spot: Spot, it: Reply): Promise<Reply> {
    const drafts = render(it)
    if (drafts.length === 0) return it
    if (it.replaces && (await replace(spot, drafts))) return it
    // A command may come from a private chat of two others, where only Slack's own way back leads.
    if (spot.discreet) await whisper(spot, it.private || spot.direct ? drafts : shareable(spot, it, drafts))
    else if (it.private && !spot.direct) await whisper(spot, drafts)
    else await sayAnyhow(spot, drafts)
    return it
  }

  /** For everybody in the channel; where the bot is no member, by Slack's own way back, if the interaction has one. */
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

  /** For one person alone. */
  async function whisper(spot: Spot, drafts: readonly Draft[]): Promise<void> {
    for (const draft of drafts) {
      if (spot.discreet && (await respond(spot, { ...payloadOf(draft), response_type: 'ephemeral' })))
        continue
      await postEphemeral(spot, draft)
    }
  }

  /** Answers by Slack's own way back. False where it is used up or refused: then there are other ways. */
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

  /** Puts the first message in the place of the pressed one. False where there is none any more. */
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

  /** One message that gets better: posted once, then edited, not more often than Slack likes; the best always stands. */
  async function drawBetter(spot: Spot, outcome: AsyncIterable<Reply>): Promise<Reply | undefined> {
    let shown: readonly Posted[] = []
    let drawnAt = 0
    let drawn: Reply | undefined
    let best: Reply | undefined
    for await (const it of outcome) {
      best = it
      const hidden = spot.discreet || (it.private && !spot.direct)
      if (hidden || it.replaces) continue
      if (shown.length > 0 && performance.now() - drawnAt < updateEveryMs) continue
      shown = await revise(spot, shown, it)
      drawn = it
      drawnAt = performance.now()
    }
    if (!best || best === drawn) return best
    if (shown.length === 0) await drawOne(spot, best)
    else await revise(spot, shown, best)
    return best
  }

  async function revise(spot: Spot, shown: readonly Posted[], it: Reply): Promise<readonly Posted[]> {
    const drafts = render(it)
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

  /** The same answer with a button that shows it to the channel; kept, so that the button finds it. */
  function shareable(spot: Spot, it: Reply, drafts: readonly Draft[]): readonly Draft[] {
    const label = words[spot.locale].share
    const value = shares.keep(drafts)
    const button = { label, action: SHARE, value }
    // Beside the answer's own buttons, where it ends with them.
    const last = it.blocks.at(-1)
    return last?.kind === 'buttons'
      ? render({ ...it, blocks: [...it.blocks.slice(0, -1), buttons(...last.buttons, button)] })
      : render({ ...it, blocks: [...it.blocks, buttons(button)] })
  }

  async function share(spot: Spot, id: string): Promise<void> {
    const told = words[spot.locale]
    const drafts = shares.take(id)
    if (!drafts) return whisper(spot, render(reply(told.shareGone)))
    const by = render(
      reply(note([...bold(told.sharedBy), { kind: 'mention', userId: spot.user, name: spot.user }])),
    )
    await sayAnyhow(spot, withSharer(by, drafts))
    await respond(spot, { delete_original: true })
  }

  return { draw, share }
}

/** Who shared it stands in the first of its messages, where there is room for one block more. */
function withSharer(by: readonly Draft[], [first, ...rest]: readonly Draft[]): readonly Draft[] {
  if (!first) return by
  const blocks = [...first.blocks, ...by.flatMap((it) => it.blocks)]
  return blocks.length > limits.messageBlocks
    ? [...by, first, ...rest]
    : [{ text: first.text, blocks }, ...rest]
}

const payloadOf = (draft: Draft) => ({ text: draft.text, blocks: draft.blocks as types.KnownBlock[] })

const causeOf = (thrown: unknown): unknown => (thrown instanceof DeliveryError ? thrown.cause : thrown)

function isNotThere(thrown: unknown): boolean {
  const failure = failureOf(causeOf(thrown))
  return failure.kind === 'permanent' && notThere.has(failure.code)
}

async function bestOf(outcome: Exclude<Outcome, undefined>): Promise<Reply | undefined> {
  if (!(Symbol.asyncIterator in outcome)) return outcome
  let best: Reply | undefined
  for await (const it of outcome) best = it
  return best
}
