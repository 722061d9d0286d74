import type { Instant } from '../../core/clock.ts'
import { messageOf } from '../../core/errors.ts'
import { type Attachment, bold, buttons, note, type Reply, reply } from '../../core/reply.ts'
import { lastVersion, type Outcome } from '../../core/skill.ts'
import type { Posted } from './deliver.ts'
import { deliveryError, revocationIn } from './failure.ts'
import type { SendFiles } from './files.ts'
import { limits } from './limits.ts'
import { makePosting, type PostingParts } from './posting.ts'
import type { Draft } from './render.ts'
import type { ReplyTarget } from './reply-target.ts'
import { SHARE, type Shares } from './shares.ts'
import { words } from './words.ts'

/** Posts answers where the question was asked. */
export interface AnswerWriter {
  /** Resolves once Slack has the answer, or will never accept it. @throws DeliveryError if a later attempt may succeed. */
  draw(target: ReplyTarget, outcome: Exclude<Outcome, undefined>): Promise<void>
  /** Reposts an answer that only one person saw to the whole channel. */
  share(target: ReplyTarget, id: string): Promise<void>
}

export interface AnswerParts extends PostingParts {
  readonly shares: Shares
  readonly render: (reply: Reply) => readonly Draft[]
  readonly sendFiles: SendFiles
  /** Minimum interval between two edits of one message, milliseconds. */
  readonly updateEveryMs: number
  readonly revoked: (code: string) => void
}

export function makeAnswerWriter(parts: AnswerParts): AnswerWriter {
  const { deliver, shares, render, log, updateEveryMs } = parts
  const { postOrRespond, postPrivately, respond, replace, editShown } = makePosting(parts)

  async function draw(target: ReplyTarget, outcome: Exclude<Outcome, undefined>): Promise<void> {
    try {
      const stands =
        target.owedSince !== undefined
          ? await drawOwed(target, target.owedSince, await lastVersion(outcome))
          : Symbol.asyncIterator in outcome
            ? await drawBetter(target, outcome)
            : await drawOne(target, outcome)
      if (stands?.files) await attach(target, stands, stands.files)
    } catch (thrown) {
      const error = deliveryError(thrown)
      if (!error.permanent) throw error
      const code = revocationIn(error.cause)
      if (code !== undefined) return parts.revoked(code)
      log.error(
        { channel: target.place.channel, err: thrown },
        `an answer can never be posted: ${messageOf(error)}`,
      )
    }
  }

  /** Files follow the text; if only the asker sees the text, they go to the asker's direct messages. */
  async function attach(target: ReplyTarget, it: Reply, files: readonly Attachment[]): Promise<void> {
    const hidden = !target.direct && (target.discreet || it.private)
    const lost = await parts.sendFiles(hidden ? { channel: target.user } : target.place, files)
    if (lost.length > 0)
      await postPrivately(target, render(reply(note(words[target.locale].filesLost(lost)))))
  }

  /** Edits the messages that an earlier run may have posted, instead of posting again. */
  async function drawOwed(
    target: ReplyTarget,
    since: Instant,
    best: Reply | undefined,
  ): Promise<Reply | undefined> {
    const found = await deliver.find(target.place, target.key, since).catch((thrown: unknown) => {
      log.warn(
        { channel: target.place.channel, err: thrown },
        'could not look for an answer; it may come twice',
      )
      return new Map<number, Posted>()
    })
    const shown = [...found].sort(([one], [other]) => one - other).map(([, posted]) => posted)
    if (best && shown.length > 0) await editShown(target, shown, render(best))
    else if (best) await drawOne(target, best)
    return best
  }

  async function drawOne(target: ReplyTarget, it: Reply): Promise<Reply> {
    const drafts = render(it)
    if (drafts.length === 0) return it
    if (it.replaces && (await replace(target, drafts))) return it
    // A command may come from a direct message of two other people, where only the response URL can post.
    if (target.discreet)
      await postPrivately(target, it.private || target.direct ? drafts : shareable(target, it, drafts))
    else if (it.private && !target.direct) await postPrivately(target, drafts)
    else await postOrRespond(target, drafts)
    return it
  }

  /** A streamed reply: posted once, then edited within Slack's rate limit; the last version is always shown in the end. */
  async function drawBetter(target: ReplyTarget, outcome: AsyncIterable<Reply>): Promise<Reply | undefined> {
    let shown: readonly Posted[] = []
    let drawnAt = 0
    let drawn: Reply | undefined
    let best: Reply | undefined
    for await (const it of outcome) {
      best = it
      const hidden = target.discreet || (it.private && !target.direct)
      if (hidden || it.replaces) continue
      if (shown.length > 0 && performance.now() - drawnAt < updateEveryMs) continue
      shown = await editShown(target, shown, render(it))
      drawn = it
      drawnAt = performance.now()
    }
    if (!best || best === drawn) return best
    if (shown.length === 0) await drawOne(target, best)
    else await editShown(target, shown, render(best))
    return best
  }

  /** Adds a button that shares the answer with the channel, and remembers the answer for it. */
  function shareable(target: ReplyTarget, it: Reply, drafts: readonly Draft[]): readonly Draft[] {
    const label = words[target.locale].share
    const value = shares.keep(drafts)
    const button = { label, action: SHARE, value }
    // In the same row as the answer's own buttons, if it ends with some.
    const last = it.blocks.at(-1)
    return last?.kind === 'buttons'
      ? render({ ...it, blocks: [...it.blocks.slice(0, -1), buttons(...last.buttons, button)] })
      : render({ ...it, blocks: [...it.blocks, buttons(button)] })
  }

  async function share(target: ReplyTarget, id: string): Promise<void> {
    const told = words[target.locale]
    const drafts = shares.take(id)
    if (!drafts) return postPrivately(target, render(reply(told.shareGone)))
    const by = render(
      reply(note([...bold(told.sharedBy), { kind: 'mention', userId: target.user, name: target.user }])),
    )
    await postOrRespond(target, withSharer(by, drafts))
    await respond(target, { delete_original: true })
  }

  return { draw, share }
}

/** Names the person who shared it, in the first message if there is room for another block. */
function withSharer(by: readonly Draft[], [first, ...rest]: readonly Draft[]): readonly Draft[] {
  if (!first) return by
  const blocks = [...first.blocks, ...by.flatMap((it) => it.blocks)]
  return blocks.length > limits.messageBlocks
    ? [...by, first, ...rest]
    : [{ text: first.text, blocks }, ...rest]
}
