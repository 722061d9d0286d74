import { parseJsonMarkdown } from '@langchain/core/output_parsers'
import type { Clock } from '../core/clock.ts'
import { type LanguageModel, ModelAway, type ModelSpending } from '../core/llm.ts'
import { estimateTokens } from '../core/tokens.ts'
import { withBreaker } from './breaker.ts'
import { type Budget, withBudget } from './budget.ts'
import { type Endpoint, openAiAttempt } from './openai.ts'
import { patience, pause, withRetries } from './retries.ts'

export interface ModelParts {
  readonly endpoint: Endpoint
  readonly budget: Budget
  readonly spending: ModelSpending
  readonly clock: Clock
  readonly patience?: typeof patience
}

/** The language model at an endpoint, with everything around it that keeps people from waiting and from paying twice. */
export function makeModel(parts: ModelParts): LanguageModel {
  const { endpoint, budget, spending, clock } = parts
  const tried = withRetries(openAiAttempt(endpoint), pause, parts.patience ?? patience)
  const ask = withBudget(withBreaker(tried, clock), {
    spending,
    budget,
    clock,
    upperLimit: ({ messages, maxTokens }) => ({ input: estimateTokens(messages), output: maxTokens }),
  })
  const never = new AbortController().signal
  return {
    name: endpoint.model,
    async *stream(request) {
      const words = ask(request, request.signal ?? never)
      for (;;) {
        const step = await words.next()
        if (step.done) return { value: jsonOf(step.value.text), usage: step.value.usage }
        const value: unknown = parseJsonMarkdown(step.value)
        if (value !== null && value !== undefined) yield value
      }
    },
  }
}

/** JSON, also where it stands between fences. */
function jsonOf(text: string): unknown {
  try {
    return parseJsonMarkdown(text, JSON.parse)
  } catch (thrown) {
    throw new ModelAway('malformed', 'the answer is no JSON', { cause: thrown })
  }
}
