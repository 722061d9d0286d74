import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import { Problem } from '../../core/errors.ts'
import { ensureMay } from '../../core/may.ts'
import type { Message, Press } from '../../core/message.ts'
import { type Button, buttons, privately, type Reply, reply } from '../../core/reply.ts'
import type { Questions } from '../../store/questions.ts'
import type { UnanswerableQuestions } from '../../store/unanswerable.ts'
import { meaning } from './answer/follow-up.ts'
import { stampOf } from './teaching.ts'
import { words } from './words.ts'

export interface UnanswerableParts {
  readonly questions: Pick<Questions, 'find'>
  readonly unanswerable: Pick<UnanswerableQuestions, 'close' | 'reopen'>
  readonly clock: Clock
}

/** A button that closes a question of the queue: no document answers it. */
export function unanswerableButton(askedId: string, say: { readonly unanswerable: string }): Button {
  return { label: say.unanswerable, action: 'ask.unanswerable', value: askedId }
}

/**
 * Somebody has looked, and the documents do not say: the question leaves the queue, and teaches to refuse its like.
 * @throws Problem where the question is unknown or closed already
 */
export async function onUnanswerable(
  message: Message,
  press: Press,
  caller: Caller,
  parts: UnanswerableParts,
): Promise<Reply> {
  ensureMay(caller, 'queue.reply')
  const say = words[caller.locale]
  const asked = await parts.questions.find(press.value ?? '')
  if (!asked) throw new Problem(...say.problems.unknownQuestion)
  const closed = await parts.unanswerable.close(
    { id: asked.id, question: meaning(asked.question, asked.context) },
    stampOf(message, caller, parts.clock.now()),
  )
  if (!closed) throw new Problem(...say.problems.closedQuestion)
  return privately(
    reply(say.unanswerableKept, buttons({ label: say.withdraw, action: 'ask.reopen', value: asked.id })),
  )
}

/** Takes that back. @throws Problem where nothing was said of the question, or it is taken back already */
export async function onReopen(
  message: Message,
  press: Press,
  caller: Caller,
  parts: UnanswerableParts,
): Promise<Reply> {
  ensureMay(caller, 'queue.reply')
  const say = words[caller.locale]
  const stamp = stampOf(message, caller, parts.clock.now())
  if (!(await parts.unanswerable.reopen(press.value ?? '', stamp)))
    throw new Problem(...say.problems.notClosed)
  return privately(reply(say.reopened))
}
