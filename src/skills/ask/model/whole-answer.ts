import type { Completion, LanguageModel, ModelRequest } from '../../../core/llm.ts'

/** Asks and waits for the end. @throws ModelAway */
export async function wholeAnswer(model: LanguageModel, request: ModelRequest): Promise<Completion> {
  const stream = model.stream(request)
  for (;;) {
    const step = await stream.next()
    if (step.done) return step.value
  }
}
