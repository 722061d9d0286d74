import { Problem } from '../../core/errors.ts'
import type { Asker, Lookup } from '../../core/lookup.ts'
import { divider, note, type Reply } from '../../core/reply.ts'
import type { Answer } from './answer/answer.ts'
import type { Step } from './model/plan-lookups.ts'
import { words } from './words.ts'

/** What no document says, because it changes from day to day. */
const ofToday =
  /还[有剩差]|离.{0,6}(?:截止|到期)|(?:没有?|未)(?:交|报|提交|报送)|逾期|报名|名额|提醒我|对接|伙伴|谁(?:能|会|做过|懂)|how many days|who (?:has|have) not|overdue|register|sign up|remind/iu

/** Whether a question may be one of the store, which the documents cannot answer, or not alone. Pure. */
export function mayBeLookedUp(question: string, answer: Answer): boolean {
  if (answer.kind === 'refusal') return answer.refusal === 'not-in-corpus'
  return (
    answer.kind === 'answer' && ofToday.test(question) && answer.claims.every((it) => it.filter === undefined)
  )
}

/**
 * Looks as the asker, one lookup after the other. What does not exist, or is not theirs, is as if it had not been chosen.
 * @returns what was found, drawn as its commands draw it; seen by the asker alone where any of it is
 */
export async function lookUp(
  steps: readonly Step[],
  lookups: readonly Lookup[],
  asker: Asker,
): Promise<Reply | undefined> {
  const found: Reply[] = []
  for (const step of steps) {
    const lookup = lookups.find((it) => it.name === step.name)
    try {
      const reply = await lookup?.find(step.arguments, asker)
      if (reply) found.push(reply)
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
    }
  }
  if (found.length === 0) return undefined
  return {
    blocks: [
      ...found.flatMap(({ blocks }, at) => (at === 0 ? blocks : [divider, ...blocks])),
      note(words[asker.caller.locale].lookedUp),
    ],
    ...(found.some((it) => it.private) ? { private: true } : {}),
  }
}
