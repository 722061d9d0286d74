import type { LanguageModel, Prompt } from '../../../core/llm.ts'
import type { Asked } from '../answer/answer.ts'
import { isFollowUp } from '../answer/follow-up.ts'
import { markOf } from './given-again.ts'

interface KeyParts {
  readonly model: Pick<LanguageModel, 'name'>
  readonly prompt: Prompt
  readonly judge?: Prompt
  readonly rewrite?: Prompt
  readonly rerank?: Prompt
  readonly knowledge: () => Promise<string>
}

/** What was said before is told to the model where the question goes on with it: else the same question has one answer. */
export function byItself(asked: Asked): Asked {
  return isFollowUp(asked.question) ? asked : { ...asked, history: [] }
}

/** The same question about the same corpus, to the same model, by the same prompts. */
export async function keyOf({ question, history = [], asOf }: Asked, parts: KeyParts): Promise<string> {
  const context = history.map(({ role, content }) => [role, content])
  return markOf(
    [question, context, asOf ?? '', await parts.knowledge()],
    [
      parts.model.name,
      parts.prompt.edition,
      parts.judge?.edition ?? '',
      parts.rewrite?.edition ?? '',
      parts.rerank?.edition ?? '',
    ],
  )
}
