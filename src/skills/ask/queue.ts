import type { Caller } from '../../core/caller.ts'
import { type Clock, localDateOf } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import { ensureMay, may, rights } from '../../core/may.ts'
import {
  type Block,
  type Button,
  buttons,
  type Form,
  heading,
  note,
  paragraph,
  privately,
  type Reply,
  reply,
} from '../../core/reply.ts'
import type { ExpertReply } from '../../store/expert-replies.ts'
import type { ModelTraces } from '../../store/model-traces.ts'
import type { Organizations } from '../../store/organizations.ts'
import type { AskedQuestion, Questions } from '../../store/questions.ts'
import type { Answer } from './answer/answer.ts'
import { draftingWords } from './drafting/words.ts'
import { traceFor } from './model/trace-note.ts'
import { unanswerableButton } from './unanswerable.ts'
import { words } from './words.ts'

export interface QueueParts {
  readonly questions: Pick<Questions, 'open' | 'replies'>
  readonly organizations: Pick<Organizations, 'all'>
  readonly modelTraces: Pick<ModelTraces, 'find'>
  readonly clock: Clock
}

/** Shown at once; the rest comes as these are answered. */
const shown = 10

/** As much of an answer as reminds of it, in characters. */
const reminder = 80

export const replyFormName = 'ask-reply'

export function replyForm(locale: Locale): Form {
  const { form } = words[locale]
  return {
    name: replyFormName,
    title: form.title,
    submit: form.submit,
    fields: [
      { name: 'text', label: form.text, kind: 'paragraph', required: true },
      { name: 'cites', label: form.cites, kind: 'paragraph', placeholder: form.citesHint },
    ],
  }
}

/**
 * The questions that wait for a person, oldest first, and the replies that are due for review; each with what the caller
 * may do about it. Zone staff see those of their own organization, a province those of its zones.
 */
export async function queueOf(caller: Caller, parts: QueueParts): Promise<Reply> {
  if (rights['queue.read'][caller.role] === 'no') ensureMay(caller, 'queue.read')
  const say = words[caller.locale]
  const organizations = new Map((await parts.organizations.all()).map((it) => [it.id, it]))
  const organizationOf = (asked: AskedQuestion) => organizations.get(asked.organization ?? '')
  const open = (await parts.questions.open()).filter((asked) => {
    const organization = organizationOf(asked)
    return may(caller, 'queue.read', organization ? { organization } : {})
  })
  const mayReply = may(caller, 'queue.reply')
  const due = mayReply ? (await parts.questions.replies()).filter((it) => it.dueSince !== undefined) : []
  if (open.length + due.length === 0) return privately(reply(say.queueEmpty))

  const blocks: Block[] = []
  if (open.length > 0) blocks.push(heading(say.queueHead(open.length)))
  for (const asked of open.slice(0, shown)) {
    const whose = organizationOf(asked)?.name
    blocks.push(paragraph(say.queueItem(localDateOf(asked.at), asked.question, asked.context, whose)))
    const answer = JSON.parse(asked.answer) as Answer
    if (answer.kind === 'answer') blocks.push(note(say.answered(shortened(answer.text))))
    blocks.push(...(await traceFor(caller, asked.id, parts)))
    if (mayReply)
      blocks.push(
        buttons(replyButton(say.reply, asked.id), unanswerableButton(asked.id, say), {
          label: draftingWords[caller.locale].draftReply,
          action: 'ask.draft',
          value: asked.id,
        }),
      )
  }
  if (due.length > 0) blocks.push(heading(say.dueHead(due.length)))
  for (const it of due.slice(0, shown)) blocks.push(...drawReply(it, caller))
  const left = Math.max(0, open.length - shown) + Math.max(0, due.length - shown)
  if (left > 0) blocks.push(note(say.queueMore(left)))
  return privately({ blocks })
}

/** The expert replies that stand, newest first. */
export async function repliesOf(caller: Caller, parts: QueueParts): Promise<Reply> {
  ensureMay(caller, 'queue.reply')
  const say = words[caller.locale]
  const replies = (await parts.questions.replies()).toReversed()
  if (replies.length === 0) return privately(reply(say.noReplies))
  const left = replies.length - shown
  return privately({
    blocks: [
      heading(say.repliesHead(replies.length)),
      ...replies.slice(0, shown).flatMap((it) => drawReply(it, caller)),
      ...(left > 0 ? [note(say.queueMore(left))] : []),
    ],
  })
}

/** A button that takes a reply back. */
export function withdrawButton(replyId: string, locale: Locale): Button {
  return { label: words[locale].withdraw, action: 'ask.withdraw', value: replyId, style: 'danger' }
}

function replyButton(label: string, askedId: string): Button {
  return { label, action: 'ask.reply', value: askedId, opens: replyFormName }
}

function drawReply(it: ExpertReply, caller: Caller): Block[] {
  const say = words[caller.locale]
  const choices = [
    ...(it.dueSince !== undefined && it.askedId !== undefined
      ? [replyButton(say.replyAgain, it.askedId)]
      : []),
    ...(may(caller, 'queue.withdraw', it.member === undefined ? {} : { member: it.member })
      ? [withdrawButton(it.id, caller.locale)]
      : []),
  ]
  return [
    paragraph(`${it.question}\n${say.expertReply(it.by, localDateOf(it.at))}${it.text}`),
    ...(it.dueSince === undefined ? [] : [note(say.reviewDue(localDateOf(it.dueSince)))]),
    ...(choices.length > 0 ? [buttons(...choices)] : []),
  ]
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length <= reminder ? line : `${line.slice(0, reminder)}……`
}
