import type { Receive, Turn } from '../../../src/core/adapter.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Outcome } from '../../../src/core/skill.ts'

/** A house that answers by a function, once an event, as the router does with its inbox. */
export function answering(
  answer: (message: Message) => Outcome | Promise<Outcome>,
): Receive & { readonly heard: Message[] } {
  const heard: Message[] = []
  const receive = async (message: Message, turn?: Turn): Promise<Outcome> => {
    if (heard.some((it) => it.id === message.id)) return undefined
    heard.push(message)
    turn?.taken()
    const outcome = await answer(message)
    if (outcome && turn) await turn.draw(outcome).catch(() => {})
    return outcome
  }
  return Object.assign(receive, { heard })
}

/** A promise that a test keeps. */
export function promised<T = void>(): { readonly promise: Promise<T>; keep(value: T): void } {
  let keep: (value: T) => void = () => {}
  const promise = new Promise<T>((resolve) => {
    keep = resolve
  })
  return { promise, keep }
}
