import type { Receive, Turn } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import { messageOf } from '../../core/errors.ts'
import { localeOf } from '../../core/locale.ts'
import type { Log } from '../../core/log.ts'
import type { Message } from '../../core/message.ts'
import { note, privately, type Reply, reply } from '../../core/reply.ts'
import { formOf, type Skill } from '../../core/skill.ts'
import type { Timings } from './adapter.ts'
import { makeAnswerWriter } from './answer.ts'
import type { SlackClient } from './client.ts'
import type { Deliver } from './deliver.ts'
import type { EventHandlers, TargetDetails } from './events.ts'
import { revocationIn } from './failure.ts'
import type { SendFiles } from './files.ts'
import { type Home, plainHome } from './home.ts'
import type { Self } from './parse.ts'
import { makePeople } from './people.ts'
import { makeProgressIndicator } from './progress.ts'
import type { Draft } from './render.ts'
import { answerKey, type ReplyTarget } from './reply-target.ts'
import { makeShares } from './shares.ts'
import { homeOf, modalOf } from './view.ts'
import { words } from './words.ts'

/** Conversations in progress. */
export interface Conversations {
  handlers(self: Self, receive: Receive, skills: readonly Skill[]): EventHandlers
  /** Answers, one after the other, the messages that an earlier run accepted but did not answer. */
  resume(owed: readonly Message[], self: Self, receive: Receive): void
  /** Resolves when all answers in progress are done, after that many milliseconds at most. */
  ended(withinMs: number): Promise<void>
}

export interface ConversationParts {
  readonly client: SlackClient
  readonly deliver: Deliver
  readonly clock: Clock
  readonly log: Log
  readonly home?: Home
  readonly render: (reply: Reply) => readonly Draft[]
  readonly sendFiles: SendFiles
  readonly timings: Timings
  readonly revoked: (code: string) => void
}

export function makeConversations(parts: ConversationParts): Conversations {
  const { client, deliver, clock, log, timings } = parts
  const { revoked } = parts
  const answers = makeAnswerWriter({
    client,
    deliver,
    shares: makeShares(),
    render: parts.render,
    sendFiles: parts.sendFiles,
    log,
    updateEveryMs: timings.updateEvery,
    revoked,
  })
  const people = makePeople(client, log)
  const working = makeProgressIndicator(client, log, timings.workingAfter)
  const underWay = new Set<Promise<unknown>>()

  function during<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const over = () => underWay.delete(work)
    work.then(over, over)
    return work
  }

  /** Logs a failure outside the message flow (a form, the Home tab); the person can simply repeat it. */
  const logged = (what: string) => (thrown: unknown) => {
    const code = revocationIn(thrown)
    if (code !== undefined) parts.revoked(code)
    log.warn({ err: thrown }, `${what}: ${messageOf(thrown)}`)
  }

  async function answer(
    message: Message,
    receive: Receive,
    target: ReplyTarget,
    taken: Turn['taken'],
  ): Promise<void> {
    const rest = working.begin(target)
    let said = false
    const turn: Turn = {
      ...(target.owedSince === undefined ? {} : { owedAt: clock.now() }),
      taken,
      async draw(outcome) {
        await answers.draw(target, outcome)
        said = true
      },
    }
    try {
      await receive(message, turn)
    } finally {
      await rest(said)
    }
  }

  function handlers(_self: Self, receive: Receive, skills: readonly Skill[]): EventHandlers {
    return {
      converse: (said, details, acknowledge) =>
        during(
          (async () => {
            const message = await people.introduced(said)
            let acknowledged: Promise<void> | undefined
            const taken = () => {
              // If the acknowledgement is lost, Slack redelivers and the inbox recognizes the message.
              acknowledged ??= acknowledge().catch((thrown: unknown) => {
                log.debug({ err: thrown }, 'an acknowledgement was lost')
              })
            }
            try {
              await answer(message, receive, targetOf(message, details), taken)
            } finally {
              taken()
              await acknowledged
            }
          })(),
        ),

      hint: (said, details, hint) =>
        during(
          (async () => {
            const message = await people.introduced(said)
            const text = hint(words[localeOf(message.author.locale)])
            await answers.draw(targetOf(message, details), privately(reply(note(text))))
          })().catch(logged('a hint could not be posted')),
        ),

      share: (message, details, id) =>
        during(
          (async () => {
            const introduced = await people.introduced(message)
            await answers.share(targetOf(introduced, details), id)
          })().catch(logged('an answer could not be shared')),
        ),

      openForm: (press, triggerId, responses) =>
        during(
          (async () => {
            const { message } = press
            const locale = localeOf(message.author.locale)
            const { channel, thread } = message.from
            const value = message.press?.value ?? ''
            const opened = { channel, value, ...(thread === undefined ? {} : { thread }) }
            try {
              const form = await formOf(skills, press.opens ?? '', value)
              if (!form) throw new Error(`no skill declares the form ${press.opens}`)
              await client.views.open({ trigger_id: triggerId, view: modalOf(form, opened, locale) })
            } catch (thrown) {
              logged('a form could not be opened')(thrown)
              const target = targetOf(message, { responses })
              await answers.draw(target, privately(reply(note(words[locale].tooLate))))
            }
          })().catch(logged('a hint could not be posted')),
        ),

      showHome: (user) =>
        during(
          (async () => {
            const shown = await people.introduced(homeMessage(user, _self, clock))
            const locale = localeOf(shown.author.locale)
            const it = parts.home
              ? await parts.home(shown.author, _self.team, locale)
              : plainHome(skills, locale)
            await client.views.publish({ user_id: user, view: homeOf(it, locale) })
          })().catch(logged('the Home tab could not be shown')),
        ),

      revoked: parts.revoked,
    }
  }

  return {
    handlers,
    resume(owed, _self, receive) {
      if (owed.length > 0) log.info({ messages: owed.length }, 'answering what an earlier run left open')
      void during(
        (async () => {
          for (const message of owed) {
            // The answer stays private to the asker, although the response URL has expired.
            const discreet = /^(call|about):/.test(message.id)
            const target = { ...targetOf(message, { discreet }), owedSince: message.at }
            await answer(message, receive, target, () => {}).catch(
              logged('an owed message could not be answered'),
            )
          }
        })(),
      )
    },
    async ended(withinMs) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs)
      })
      await Promise.race([Promise.allSettled(underWay), late])
      clearTimeout(timer)
      if (underWay.size > 0)
        log.warn({ open: underWay.size }, 'stopped with answers still open; they are owed')
    },
  }
}

function targetOf(message: Message, { discreet = false, ...details }: TargetDetails): ReplyTarget {
  const { channel, thread } = message.from
  return {
    ...details,
    place: { channel, ...(thread === undefined ? {} : { thread }) },
    user: message.author.id,
    locale: localeOf(message.author.locale),
    direct: message.addressed === 'direct',
    discreet,
    key: answerKey(message),
  }
}

/** A stand-in message for opening the Home tab, of which only the author matters. */
const homeMessage = (user: string, self: Self, clock: Clock): Message => ({
  id: `home:${user}`,
  from: { platform: 'slack', space: self.team, channel: user },
  author: { id: user, name: user },
  text: '',
  at: clock.now(),
  addressed: 'direct',
})
