import type { Turn } from './answer.ts'

/** 「那丰顺呢」, 「截止日期呢」, 「这个要交几份」: says itself that it goes on with what was asked before. */
const leans = /^(?:那么?|这|它们?|他们?|其中|还有|另外|都有)|呢[？?]?$/u

/** Whether a question cannot be understood without the one before it. Pure. */
export function isFollowUp(question: string): boolean {
  return leans.test(question.trim())
}

/**
 * The earlier questions that a follow-up leans on, back to one that stands by itself, in the order in which they were
 * asked; nothing where the question stands by itself. Pure.
 */
export function contextOf(question: string, history: readonly Turn[] = []): string {
  const asked = history.filter((turn) => turn.role === 'user').map((turn) => turn.content)
  const context: string[] = []
  for (let last = question; isFollowUp(last); ) {
    const before = asked.pop()
    if (before === undefined) break
    context.unshift(before)
    last = before
  }
  return context.join('，')
}

/** A question together with what it leans on: the form in which it is compared, taught and answered by a person. */
export function meaning(question: string, context = ''): string {
  return context === '' ? question : `${context}，${question}`
}
