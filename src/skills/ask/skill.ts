import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import { identityOf, personKey } from '../../core/identity.ts'
import type { Lookup } from '../../core/lookup.ts'
import { conversationOf, type Message, type Overheard } from '../../core/message.ts'
import { type Block, note, type Reply, reply } from '../../core/reply.ts'
import { isMine, type Outcome, type Skill } from '../../core/skill.ts'
import { limitTime } from '../../core/time-limit.ts'
import type { ModelTraces } from '../../store/model-traces.ts'
import type { Questions } from '../../store/questions.ts'
import type { Answer, Answerer, Asked, Citation, Turn } from './answer/answer.ts'
import { contextOf, meaning } from './answer/follow-up.ts'
import { withOwnProvince } from './answer/own-province.ts'
import { asksForSummary, summaryOf } from './drafting/conversation-summary.ts'
import { draftedFormName, ExpertDrafts } from './drafting/expert-draft.ts'
import { drawAnswer, drawDraft } from './draw.ts'
import { type ExpertReplyParts, onReply, onWithdraw } from './expert-reply.ts'
import { type FeedbackParts, onPress } from './feedback.ts'
import { lookUp, mayBeLookedUp } from './looking-up.ts'
import { policyLookups } from './lookups.ts'
import { inEnglishFrame, isEnglish } from './model/english.ts'
import { type Asking, patience } from './model/patience.ts'
import type { Wording } from './model/word-answer.ts'
import { type QueueParts, queueOf, repliesOf, replyForm } from './queue.ts'
import { spokenPress } from './spoken-press.ts'
import { onReopen, onUnanswerable, type UnanswerableParts } from './unanswerable.ts'
import { words } from './words.ts'

export interface AskParts extends FeedbackParts, QueueParts, ExpertReplyParts, UnanswerableParts {
  readonly answerer: Answerer
  /** Words the answer better, where a language model is configured. */
  readonly wording?: Wording
  /** What can be looked up in the whole house. */
  readonly lookups: () => readonly Lookup[]
  readonly questions: Questions
  readonly modelTraces: Pick<ModelTraces, 'find' | 'void'>
  /** What people said in the thread of a message, where the platform shows it. */
  readonly readThread?: (message: Message) => Promise<readonly Overheard[] | undefined>
  readonly clock: Clock
  /** A new id for a kept question or reply, at most 40 characters. */
  readonly newId: () => string
  /**
   * What an answer that rests on these words means for the caller's own organization: their date, and what they can do.
   * @param alone whether only the caller reads the answer
   */
  readonly ownDeadlines?: (
    caller: Caller,
    citations: readonly Citation[],
    alone: boolean,
  ) => Promise<readonly Block[]>
}

/** A follow-up leans on what was asked in the last half hour. */
const memory = { turns: 3, milliseconds: 30 * 60_000 }

/** Policy questions: whatever is said to the bot and is nothing else is a question. */
export function makeAsk(parts: AskParts): Skill {
  const say = words['zh-CN']
  const drafts = new ExpertDrafts(parts)
  const skill: Skill = {
    name: 'ask',
    summary: say.summary,
    examples: ['验收材料什么时候交', '国家可持续发展先进示范区有几个', '出了重大污染事故还能通过验收吗'],
    commands: [
      {
        name: 'ask',
        summary: say.command.ask,
        options: [{ name: 'question', summary: say.command.question, required: true }],
      },
      { name: 'queue', summary: say.command.queue },
      { name: 'replies', summary: say.command.replies },
      { name: 'summary', summary: say.command.summary },
    ],
    forms: [replyForm('zh-CN')],
    lookups: policyLookups(parts),
    formFor: async (name, value) => (name === draftedFormName ? drafts.form(value) : undefined),
    match(message) {
      if (isMine(skill, message)) return 1
      if (saysSummary(message) || pressSpoken(message)) return 0.9
      return message.text.trim() !== '' && !message.command && !message.press && !message.form ? 0.2 : 0
    },
    async handle(message, caller) {
      const { press, form, command } = message
      if (press?.action === 'ask.withdraw') return onWithdraw(message, press, caller, parts)
      if (press?.action === 'ask.unanswerable') return onUnanswerable(message, press, caller, parts)
      if (press?.action === 'ask.reopen') return onReopen(message, press, caller, parts)
      if (press?.action === 'ask.draft') return drafts.draft(message, press, caller)
      if (press) return onPress(message, press, caller, parts)
      if (form) return onReply(message, form, caller, parts)
      if (command?.name === 'queue') return queueOf(caller, parts)
      if (command?.name === 'replies') return repliesOf(caller, parts)
      const verb = pressSpoken(message)
      if (verb) return onSpoken(message, verb, caller)
      if (command?.name === 'summary' || saysSummary(message)) return summaryOf(message, caller, parts)
      return ask(message, command?.options.question ?? message.text, caller)
    },
  }
  return skill

  /** 「转人工」 typed is the button under the last answer of this conversation. */
  async function onSpoken(message: Message, verb: string, caller: Caller): Promise<Reply> {
    const since = parts.clock.now() - memory.milliseconds
    const [last] = await parts.questions.recent(conversationOf(message), since, 1)
    if (!last) return reply(words[caller.locale].nothingBefore)
    return onPress(message, { action: `ask.${verb}`, value: last.id }, caller, parts)
  }

  async function ask(message: Message, question: string, caller: Caller): Promise<Outcome> {
    const now = parts.clock.now()
    const conversation = conversationOf(message)
    const history = (
      await parts.questions.recent(conversation, now - memory.milliseconds, memory.turns)
    ).flatMap((it): Turn[] => [
      { role: 'user', content: it.question },
      { role: 'assistant', content: (JSON.parse(it.answer) as Answer).text },
    ])
    const id = parts.newId()
    const asked = { question: withOwnProvince(question, caller), history }
    const payer = personKey(identityOf(message))
    const { wording } = parts
    if (isEnglish(question))
      return wording
        ? inTime((asking) => readFirst(wording, asking))
        : kept(inEnglishFrame(await parts.answerer.answer(asked), {}))
    const answer = await parts.answerer.answer(asked)
    return wording ? inTime((asking) => bestOf(wording, asking, asked, answer)) : kept(answer)

    /** Whatever is asked of a model for one question has one time, all calls together. */
    async function* inTime(work: (asking: Asking) => AsyncGenerator<Reply>): AsyncGenerator<Reply> {
      const limit = limitTime(patience.question)
      try {
        yield* work({ id, payer, signal: limit.signal })
      } finally {
        limit.end()
      }
    }

    /** What is found in the store, where the question may be one of it; else the answer, in better words where it can be. */
    async function* bestOf(
      by: Wording,
      asking: Asking,
      it: Asked,
      base: Answer,
      framed = (answer: Answer) => answer,
    ): AsyncGenerator<Reply> {
      const whole = meaning(it.question, contextOf(it.question, history))
      if (mayBeLookedUp(`${question}\n${whole}`, base)) {
        // What is found may be for the asker alone: among others nothing is shown before that is known.
        if (message.addressed === 'direct')
          yield base.kind === 'answer'
            ? drawDraft(framed(base), caller.locale)
            : { blocks: [note(words[caller.locale].lookingUp)] }
        const lookups = parts.lookups()
        const steps = await by.plan({ ...it, question: whole }, lookups, asking)
        // Whose words they are: what was answered before is nobody's condition.
        const found = await lookUp(steps, lookups, { caller, message, said: `${question}\n${whole}` })
        if (found) {
          await keep(lookedUp)
          yield found
          return
        }
      }
      if (by.takes(base)) yield* worded(by, asking, it, base, framed)
      else yield await kept(framed(base))
    }

    /** What the documents say stands at once; it grows into the model's words, and ends in what the check let pass. */
    async function* worded(
      by: Wording,
      asking: Asking,
      it: Asked,
      base: Answer,
      framed = (answer: Answer) => answer,
    ): AsyncGenerator<Reply> {
      yield drawDraft(framed(base), caller.locale)
      const growing = by.improve(it, base, asking)
      for (;;) {
        const step = await growing.next()
        if (step.done) {
          yield await kept(framed(step.value))
          return
        }
        yield drawDraft(framed(step.value), caller.locale)
      }
    }

    /** An English question is read as a Chinese one before anything can be looked up. */
    async function* readFirst(by: Wording, asking: Asking): AsyncGenerator<Reply> {
      yield { blocks: [note(words.en.drafting)] }
      const reading = await by.inChinese(asked, asking)
      const framed = (answer: Answer) => inEnglishFrame(answer, reading)
      const { readAs } = reading
      const it = readAs === undefined ? asked : { question: readAs, history }
      const base = await parts.answerer.answer(it)
      if (readAs === undefined) yield await kept(framed(base))
      else yield* bestOf(by, asking, it, base, framed)
    }

    async function keep(answer: Answer): Promise<void> {
      const context = contextOf(question, history)
      await parts.questions.keep({
        id,
        at: now,
        conversation,
        asker: payer,
        question,
        answer: JSON.stringify(answer),
        state: answer.kind === 'refusal' ? 'open' : 'settled',
        ...(context === '' ? {} : { context }),
        ...(caller.organization ? { organization: caller.organization.id } : {}),
      })
    }

    async function kept(answer: Answer): Promise<Reply> {
      await keep(answer)
      // Asked by command, each platform shows it to the asker first, with its own button that shares it.
      const drawn = drawAnswer(answer, caller.locale, id)
      const own = await parts.ownDeadlines?.(caller, citedBy(answer), message.addressed === 'direct')
      return own ? { ...drawn, blocks: [...drawn.blocks, ...own] } : drawn
    }
  }
}

/** The words that an answer rests on; a refusal rests on none. */
function citedBy({ kind, claims }: Answer): readonly Citation[] {
  return kind === 'answer' ? claims.flatMap(({ citation }) => (citation ? [citation] : [])) : []
}

const pressSpoken = ({ text, command, form, press }: Message) =>
  command || form || press ? undefined : spokenPress(text)

const saysSummary = ({ text, command, form, press }: Message) =>
  !command && !form && !press && asksForSummary(text)

/** What was found in the store, as a question remembers it: that it was. The rows are not everybody's, and no model's. */
const lookedUp: Answer = {
  kind: 'answer',
  text: words['zh-CN'].lookedUpBefore,
  claims: [],
  citations: [],
  confidence: 1,
  ms: 0,
}
