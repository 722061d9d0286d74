import type { Receive, Turn } from './adapter.ts'
import type { Caller } from './caller.ts'
import { messageOf, Problem } from './errors.ts'
import { type Catalogue, type Locale, localeOf } from './locale.ts'
import type { Log } from './log.ts'
import type { Message } from './message.ts'
import { cleanText, whyUnreadable } from './message-text.ts'
import { note, privately, type Reply, reply } from './reply.ts'
import type { Outcome, Skill } from './skill.ts'

/** Deduplicates messages, across restarts and instances. */
export interface MessageInbox {
  /** Records a message. True exactly once per message id. */
  claim(message: Message): Promise<boolean>
  /** Marks a message as answered, so that it is not answered again after a restart. */
  settle(message: Message): Promise<void>
}

/** Resolves a message's author to a member, an organization and a role. */
export interface Callers {
  callerOf(message: Message): Promise<Caller>
}

/** Limits how often one person may ask. */
export interface RequestLimit {
  /** 0 if the message may go on, else milliseconds to wait. */
  waitFor(message: Message): number
}

/** Decides whether to answer an ambient message: the channel opted in, or the bot already takes part in the thread. */
export interface Attention {
  wants(message: Message): Promise<boolean>
}

export interface RouterParts {
  readonly skills: readonly Skill[]
  readonly inbox: MessageInbox
  readonly callers: Callers
  readonly attention: Attention
  readonly limit: RequestLimit
  readonly log: Log
  /** Makes a short reference number, shown to the user and logged with the error. */
  readonly reference: () => string
}

/** An answer later than this helps nobody: the person has moved on or asked again. Milliseconds. */
export const STALE_AFTER = 10 * 60_000

/**
 * Deduplicate -> resolve the caller -> choose a skill -> reply. The single error boundary of a conversation: whatever a
 * skill throws becomes a sentence for the user and a log line with the same reference number; nothing reaches an adapter.
 */
export function makeRouter(parts: RouterParts): Receive {
  return async function receive(received, turn) {
    if (received.author.bot) return undefined
    const message: Message = { ...received, text: cleanText(received.text) }
    const outcome = await outcomeOf(message, turn)
    if (!turn || !outcome) return outcome
    try {
      await turn.draw(outcome)
      await parts.inbox.settle(message)
    } catch (thrown) {
      parts.log.error(
        { err: thrown, platform: message.from.platform, messageId: message.id },
        `an answer could not be posted: ${messageOf(thrown)}`,
      )
    }
    return outcome
  }

  /** Everything up to the answer. Without a turn the message is settled here, otherwise once the answer is posted. */
  async function outcomeOf(message: Message, turn: Turn | undefined): Promise<Outcome> {
    let locale = localeOf(message.author.locale)
    const settle = turn ? async () => {} : () => parts.inbox.settle(message)
    try {
      if (turn?.owedAt === undefined) {
        if (message.addressed === 'ambient' && !(await parts.attention.wants(message))) return undefined
        if (!(await parts.inbox.claim(message))) return undefined
      }
      turn?.taken()
      const wait = parts.limit.waitFor(message)
      if (wait > 0) return await settled(privately(reply(words[locale].slower(Math.ceil(wait / 1000)))))
      const caller = await parts.callers.callerOf(message)
      locale = caller.locale
      if (turn?.owedAt !== undefined && turn.owedAt - message.at > STALE_AFTER)
        return await settled(reply(words[locale].stale))
      const outcome = await answer(message, caller)
      if (outcome && Symbol.asyncIterator in outcome) return guarded(outcome, message, locale, settle)
      if (outcome) return await settled(outcome)
      await parts.inbox.settle(message)
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
    // A file without text is a complete message for a skill that takes files, and an empty one otherwise.
    const fileAlone = message.files !== undefined && message.text === ''
    const unreadable =
      isSpoken(message) && !(fileAlone && skill)
        ? whyUnreadable(message.text, caller.locale, fileAlone)
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

  /** The reply to an error. It counts as the answer, so the message is settled. */
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

/** True for a plain text message: no button, form or command. */
function isSpoken(message: Message): boolean {
  return message.press === undefined && message.form === undefined && message.command === undefined
}

/** The skill with the highest match score; on a tie the first in the list, so list order is precedence. */
export function choose(skills: readonly Skill[], message: Message): Skill | undefined {
  let best: Skill | undefined
  let highest = 0
  for (const skill of skills) {
    const score = skill.match(message)
    if (score > highest) {
      best = skill
      highest = score
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
