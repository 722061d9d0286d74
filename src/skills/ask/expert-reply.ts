import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import { Problem } from '../../core/errors.ts'
import { maskPersonal } from '../../core/mask-personal-data.ts'
import { ensureMay, words as mayWords } from '../../core/may.ts'
import type { Message, Press, Submission } from '../../core/message.ts'
import { buttons, note, privately, type Reply, reply } from '../../core/reply.ts'
import type { ReplyPlace } from '../../store/expert-replies.ts'
import type { Questions } from '../../store/questions.ts'
import { meaning } from './answer/follow-up.ts'
import { withdrawButton } from './queue.ts'
import { stampOf, type TeachingParts, teach, unteach } from './teaching.ts'
import { words } from './words.ts'

export interface ExpertReplyParts extends TeachingParts {
  readonly questions: Pick<Questions, 'find' | 'reply' | 'replies' | 'withdraw'>
  readonly clock: Clock
  readonly newId: () => string
  /** The passages that an expert names, each `文件标题 第N条` or `文件名 「原文」`. @throws Problem where one is not found */
  readonly resolve: (cites: readonly string[]) => Promise<readonly ReplyPlace[]>
}

/** More is an essay, and belongs into a document. In characters. */
const replyAtMost = 1000

/**
 * An expert's reply: kept with name and day, closes the question, takes the place of an earlier reply to it, and teaches
 * where it names its clause.
 * @throws Problem, and nothing is kept, where the question or a source is unknown, or the question is closed
 */
export async function onReply(
  message: Message,
  form: Submission,
  caller: Caller,
  parts: ExpertReplyParts,
): Promise<Reply> {
  ensureMay(caller, 'queue.reply')
  const say = words[caller.locale]
  const asked = form.value === undefined ? undefined : await parts.questions.find(form.value)
  if (!asked) throw new Problem(...say.problems.unknownQuestion)
  const text = (form.values.text ?? '').trim()
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Problem(...say.problems.emptyReply)
  if (text.length > replyAtMost) throw new Problem(...say.problems.longReply(text.length, replyAtMost))
  const places = await parts.resolve(citesOf(form.values.cites ?? ''))

  const stamp = stampOf(message, caller, parts.clock.now())
  const earlier = (await parts.questions.replies()).find((it) => it.askedId === asked.id)
  const question = meaning(asked.question, asked.context)
  const id = parts.newId()
  const kept = await parts.questions.reply(
    {
      id,
      askedId: asked.id,
      question,
      text,
      places,
      by: nameOf(caller),
      at: stamp.at,
      ...(caller.member ? { member: caller.member.id } : {}),
    },
    stamp,
  )
  if (!kept) throw new Problem(...say.problems.closedQuestion)
  if (earlier) await unteach(earlier, stamp, parts)
  if (places.length > 0) await teach({ askedId: asked.id, question, places, source: 'expert' }, stamp, parts)
  return privately(
    reply(
      say.replied,
      ...(maskPersonal(text) === text ? [] : [note(say.masked)]),
      buttons(withdrawButton(id, caller.locale)),
    ),
  )
}

/** Takes an expert's reply back, and what it taught; its question is open again. @throws Problem where none stands */
export async function onWithdraw(
  message: Message,
  press: Press,
  caller: Caller,
  parts: ExpertReplyParts,
): Promise<Reply> {
  const say = words[caller.locale]
  const it = (await parts.questions.replies()).find((each) => each.id === press.value)
  if (!it) throw new Problem(...say.problems.unknownReply)
  ensureMay(caller, 'queue.withdraw', it.member === undefined ? {} : { member: it.member })
  const stamp = stampOf(message, caller, parts.clock.now())
  if (!(await parts.questions.withdraw(it.id, stamp))) throw new Problem(...say.problems.unknownReply)
  await unteach(it, stamp, parts)
  return privately(reply(say.withdrawn))
}

/** One citation a line; in one line, with ； between them (but not within quoted words). */
function citesOf(typed: string): string[] {
  return typed
    .split(/\n|[；;](?![^「」]*」)/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The name that stands beside the reply; the operator at the terminal speaks for the office. */
function nameOf({ member, organization, role, locale }: Caller): string {
  return member?.name ?? organization?.name ?? mayWords[locale].roles[role]
}
