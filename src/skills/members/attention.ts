import { conversationOf, type Message } from '../../core/message.ts'
import type { Attention } from '../../core/router.ts'
import type { Bindings } from '../../store/bindings.ts'
import type { Questions } from '../../store/questions.ts'
import { isAcknowledgement, isQuestion } from './ambient.ts'

export interface AttentionParts {
  readonly bindings: Pick<Bindings, 'find'>
  readonly questions: Pick<Questions, 'recent'>
}

/**
 * Which of the messages that nobody addressed to the bot are answered: questions in a channel that asked for it, and
 * what is said in a thread in which the bot has answered, but for thanks. Never anything else.
 */
export function makeAttention({ bindings, questions }: AttentionParts): Attention {
  return {
    async wants(message: Message) {
      if (message.from.thread !== undefined && !isAcknowledgement(message.text)) {
        const asked = await questions.recent(conversationOf(message), 0, 1)
        if (asked.length > 0) return true
      }
      if (!isQuestion(message.text)) return false
      return (await bindings.find(message.from))?.answers === 'every'
    },
  }
}
