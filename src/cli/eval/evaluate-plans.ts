import { Problem } from '../../core/errors.ts'
import { type Context, done } from '../host.ts'
import { readLines } from '../read-jsonl.ts'
import type { CliWords } from '../words.ts'
import type { ModelWords } from '../words-model.ts'
import { judgePlan, type PlanVerdict, planLine } from './plans.ts'

/** Asks the model what it would look up for every question of some sets, and prints how often that is what answers it. */
export async function evaluatePlans(
  files: readonly string[],
  { failures }: { readonly failures?: boolean },
  context: Context,
  say: CliWords,
  words: ModelWords['eval'],
): Promise<number> {
  const plan = await (await context.services()).planner()
  if (!plan) {
    context.tell(words.skipped)
    return done
  }
  const verdicts: PlanVerdict[] = []
  for (const file of files) {
    for await (const line of readLines(file, planLine, context.host)) {
      if ('problem' in line) throw new Problem(say.badLine(file, line.number, line.problem), say.eval.badSet)
      verdicts.push(judgePlan(line.value, await plan(line.value.question)))
    }
  }
  if (verdicts.length === 0) throw new Problem(say.eval.nothing, say.eval.nothingRemedy)
  const count = (of: 'lookups' | 'filters') => verdicts.filter((it) => it[of]).length
  const wrong = verdicts.filter((it) => !it.filters)
  const sums = { questions: verdicts.length, lookups: count('lookups'), filters: count('filters') }
  if (context.flags.json)
    await context.out(JSON.stringify({ ...sums, ...(failures ? { failures: wrong } : {}) }))
  else {
    await context.out(words.plans(sums.questions, sums.lookups, sums.filters))
    if (failures)
      for (const { id, question, chosen } of wrong)
        await context.out(`\n${id} ${question}\n  > ${JSON.stringify(chosen)}`)
  }
  return done
}
