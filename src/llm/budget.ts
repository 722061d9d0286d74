import type { Clock } from '../core/clock.ts'
import { ModelAway, type ModelSpending, type SpendingLimits, type Spent, type Usage } from '../core/llm.ts'
import { dayAt } from '../core/local-date.ts'
import type { Attempt } from './openai.ts'

export interface Budget {
  readonly memberTokens: number
  readonly allTokens: number
  /** Of all people together, in the currency of the prices. */
  readonly allMoney?: number
  /** Of a million tokens. */
  readonly price?: { readonly input: number; readonly output: number }
}

export interface BudgetParts<Request> {
  readonly spending: ModelSpending
  readonly budget: Budget
  readonly clock: Clock
  /** The most that a request can use. */
  readonly upperLimit: (request: Request) => Usage
}

/**
 * Enforces a daily budget: a request's upper limit is reserved before it is sent and corrected once the endpoint reports
 * the usage. A request that fails after its first token is charged in full.
 */
export function withBudget<
  Request extends { readonly payer: string },
  Step,
  Result extends { readonly usage: Usage },
>(
  attempt: Attempt<Request, Step, Result>,
  { spending, budget, clock, upperLimit }: BudgetParts<Request>,
): Attempt<Request, Step, Result> {
  const millionths = (money: number) => Math.round(money * 1_000_000)
  const limits: SpendingLimits = {
    memberTokens: budget.memberTokens,
    allTokens: budget.allTokens,
    ...(budget.allMoney === undefined ? {} : { allMoney: millionths(budget.allMoney) }),
  }
  const spentOf = ({ input, output }: Usage): Spent => ({
    tokens: input + output,
    // A price of a million tokens is the price of one in millionths.
    money: Math.round(input * (budget.price?.input ?? 0) + output * (budget.price?.output ?? 0)),
  })

  return async function* paid(request, signal) {
    const at = { day: dayAt(clock.now()), payer: request.payer }
    const most = spentOf(upperLimit(request))
    if (!(await spending.reserve(at, most, limits)))
      throw new ModelAway('budget', 'the budget of the day is used up')
    let begun = false
    let spent: Spent = { tokens: 0, money: 0 }
    try {
      const stream = attempt(request, signal)
      for (;;) {
        const step = await stream.next()
        if (step.done) {
          spent = spentOf(step.value.usage)
          return step.value
        }
        begun = true
        yield step.value
      }
    } catch (thrown) {
      if (begun) spent = most
      throw thrown
    } finally {
      await spending.correct(at, { tokens: spent.tokens - most.tokens, money: spent.money - most.money })
    }
  }
}
