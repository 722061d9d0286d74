import type { Instant } from '../../core/clock.ts'
import { messageOf } from '../../core/errors.ts'
import { type Attachment, bold, buttons, note, type Reply, reply } from '../../core/reply.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Posted } from './deliver.ts'
import { deliveryError, revocationIn } from './failure.ts'
import type { SendFiles } from './files.ts'
import { limits } from './limits.ts'
import type { Draft } from './render.ts'
import { makeSaying, type SayingParts } from './saying.ts'
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

export interface TalkParts extends SayingParts {
  readonly shares: Shares
  readonly render: (reply: Reply) => readonly Draft[]
  readonly sendFiles: SendFiles
  /** The least time between two edits of one message, in milliseconds. */
  readonly updateEveryMs: number
  readonly revoked: (code: string) => void
}

export function makeTalk(parts: TalkParts): Talk {
  const { deliver, shares, render, log, updateEveryMs } = parts
  const { sayAnyhow, whisper, respond, replace, revise } = makeSaying(parts)

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
    if (best && shown.length > 0) await revise(spot, shown, render(best))
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
      shown = await revise(spot, shown, render(it))
      drawn = it
      drawnAt = performance.now()
    }
    if (!best || best === drawn) return best
    if (shown.length === 0) await drawOne(spot, best)
    else await revise(spot, shown, render(best))
    return best
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

async function bestOf(outcome: Exclude<Outcome, undefined>): Promise<Reply | undefined> {
  if (!(Symbol.asyncIterator in outcome)) return outcome
  let best: Reply | undefined
  for await (const it of outcome) best = it
  return best
}
