import type { Receive, Turn } from './adapter.ts'
import type { Caller } from './caller.ts'
import { messageOf, Problem } from './errors.ts'
import { type Catalogue, type Locale, localeOf } from './locale.ts'
import type { Log } from './log.ts'
import type { Message } from './message.ts'
import { cleanText, whyUnreadable } from './readable.ts'
import { note, privately, type Reply, reply } from './reply.ts'
import type { Outcome, Skill } from './skill.ts'

/** Remembers every message once, in the store: the database decides whether this is the first sight of it. */
export interface FirstSight {
  /** True exactly once a message id, whoever asks and after any restart. */
  claim(message: Message): Promise<boolean>
  /** The message has its answer; nothing is owed to it after a restart. */
  settle(message: Message): Promise<void>
}

/** Resolves an author to who they are in the alliance. */
export interface Callers {
  callerOf(message: Message): Promise<Caller>
}

/** Keeps one person from asking without end. */
export interface Pace {
  /** Milliseconds to wait before the next request is taken; 0 = go on. */
  waitOf(message: Message): number
}

/** Whether an ambient message is to be answered (a channel that opted in, a thread that the bot is in). */
export interface Attention {
  wants(message: Message): Promise<boolean>
}

export interface RouterParts {
  readonly skills: readonly Skill[]
  readonly firstSight: FirstSight
  readonly callers: Callers
  readonly attention: Attention
  readonly pace: Pace
  readonly log: Log
  /** A short reference that is shown to the user and stands in the log beside the error. */
  readonly reference: () => string
}

/** After this an answer helps nobody: who asked has gone on, or has asked again. Milliseconds. */
export const STALE_AFTER = 10 * 60_000

/**
 * First sight -> caller -> skill -> reply. The one error boundary of conversation: whatever a skill throws becomes a
 * sentence for the user and a line in the log with the same reference number; nothing escapes to an adapter.
 */
export function makeRouter(parts: RouterParts): Receive {
  return async function receive(received, turn) {
    if (received.author.bot) return undefined
    const message: Message = { ...received, text: cleanText(received.text) }
    const outcome = await outcomeOf(message, turn)
    if (!turn || !outcome) return outcome
    try {
      await turn.draw(outcome)
      await parts.firstSight.settle(message)
    } catch (thrown) {
      parts.log.error(
        { err: thrown, platform: message.from.platform, messageId: message.id },
        `an answer could not be posted: ${messageOf(thrown)}`,
      )
    }
    return outcome
  }

  /** Everything up to the answer. Without a turn the message is settled here, else after the answer was drawn. */
  async function outcomeOf(message: Message, turn: Turn | undefined): Promise<Outcome> {
    let locale = localeOf(message.author.locale)
    const settle = turn ? async () => {} : () => parts.firstSight.settle(message)
    try {
      if (turn?.owedAt === undefined) {
        if (message.addressed === 'ambient' && !(await parts.attention.wants(message))) return undefined
        if (!(await parts.firstSight.claim(message))) return undefined
      }
      turn?.taken()
      const wait = parts.pace.waitOf(message)
      if (wait > 0) return await settled(privately(reply(words[locale].slower(Math.ceil(wait / 1000)))))
      const caller = await parts.callers.callerOf(message)
      locale = caller.locale
      if (turn?.owedAt !== undefined && turn.owedAt - message.at > STALE_AFTER)
        return await settled(reply(words[locale].stale))
      const outcome = await answer(message, caller)
      if (outcome && Symbol.asyncIterator in outcome) return guarded(outcome, message, locale, settle)
      if (outcome) return await settled(outcome)
      await parts.firstSight.settle(message)
      return undefined
    } catch (thrown) {
      return apology(thrown, message, locale, settle)
    }

    async function settled(outcome: Outcome): Promise<Outcome> {
      await settle()
      return outcome
    }
  }

  async function answer(message: Message, caller: Caller): Promise<Outcome> {
    const skill = choose(parts.skills, message)
    // A file may say everything to the skill that takes it; without one, it is a message without words.
    const handedOver = message.files !== undefined && message.text === ''
    const unreadable =
      isSpoken(message) && !(handedOver && skill)
        ? whyUnreadable(message.text, caller.locale, handedOver)
        : undefined
    if (unreadable !== undefined) return privately(reply(unreadable))
    return skill ? skill.handle(message, caller) : privately(reply(words[caller.locale].expired))
  }

  async function* guarded(
    outcome: AsyncIterable<Reply>,
    message: Message,
    locale: Locale,
    settle: () => Promise<void>,
  ): AsyncIterable<Reply> {
    try {
      yield* outcome
      await settle()
    } catch (thrown) {
      yield await apology(thrown, message, locale, settle)
    }
  }

  /** What the person is told; with it the message has had its answer, so a restart owes it nothing. */
  async function apology(
    thrown: unknown,
    message: Message,
    locale: Locale,
    settle: () => Promise<void>,
  ): Promise<Reply> {
    await settle().catch((again: unknown) => {
      parts.log.warn({ err: again, messageId: message.id }, 'a message could not be settled')
    })
    if (thrown instanceof Problem) return privately(reply(`${thrown.message} ${thrown.remedy}`.trim()))
    const reference = parts.reference()
    parts.log.error(
      { reference, err: thrown, platform: message.from.platform, messageId: message.id },
      `a message could not be answered: ${messageOf(thrown)}`,
    )
    return privately(reply(words[locale].failed, note(words[locale].reference(reference))))
  }
}

/** True where the text is all there is: no button, form or command carries the meaning. */
function isSpoken(message: Message): boolean {
  return message.press === undefined && message.form === undefined && message.command === undefined
}

/** The surest skill; on a tie the first in the list, so the order of the list is precedence. Pure. */
export function choose(skills: readonly Skill[], message: Message): Skill | undefined {
  let best: Skill | undefined
  let sureness = 0
  for (const skill of skills) {
    const its = skill.match(message)
    if (its > sureness) {
      best = skill
      sureness = its
    }
  }
  return best
}

interface RouterWords {
  slower(seconds: number): string
  stale: string
  expired: string
  failed: string
  reference(id: string): string
}

const words: Catalogue<RouterWords> = {
  'zh-CN': {
    slower: (seconds) => `您问得有点快，请过 ${seconds} 秒再试。`,
    stale: '抱歉，您的消息到达时我正好中断，隔了太久没能及时回答。如仍需要，请再问一次。',
    expired: '这个按钮来自较早的消息，已经失效。请重新提问，或发送「帮助」。',
    failed:
      '抱歉，这次没能答上来。您的消息没有丢，请稍后再试一次；若仍不行，请把下面的编号告诉实验区办公室。',
    reference: (id) => `编号 ${id}`,
  },
  en: {
    slower: (seconds) => `That was quick. Please try again in ${seconds} s.`,
    stale:
      'Sorry, I was away when your message came and too much time has passed. Please ask again if you still need the answer.',
    expired: 'This button belongs to an older message and no longer works. Ask again, or send "help".',
    failed:
      'Sorry, this could not be answered. Nothing of yours is lost; please try again later, and if it keeps failing give the zone office the number below.',
    reference: (id) => `Reference ${id}`,
  },
}
