import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import type { CheckingParts } from '../skills/ask/model/checked-answer.ts'
import { inEnglishFrame, isEnglish } from '../skills/ask/model/english.ts'
import { makeWording, toTheEnd, type Wording, type WordingParts } from '../skills/ask/model/word-answer.ts'
import type { Store } from '../store/index.ts'

export interface WordingDependencies
  extends Pick<Store, 'modelSpending' | 'modelTraces' | 'knowledge'>,
    Pick<WordingParts, 'searcher' | 'passages' | 'required'> {
  readonly clock: Clock
  readonly log: Log
  readonly checking: () => Promise<CheckingParts>
}

/**
 * Loads the language model that phrases answers, with its packages; undefined where none is configured.
 * @throws Problem where a prompt file is invalid
 */
export async function loadWording(
  config: Pick<Config, 'llm' | 'prompts'>,
  dependencies: WordingDependencies,
): Promise<Wording | undefined> {
  const { llm } = config
  if (!llm) return undefined
  const [{ makeModel }, { loadPrompt }] = await Promise.all([
    import('../llm/model.ts'),
    import('../llm/prompts.ts'),
  ])
  const prompt = (name: string) => loadPrompt(join(config.prompts, `${name}.md`))
  // Loaded even where switched off, so that an invalid prompt fails at startup.
  const [rerank, judge] = [prompt('rerank'), prompt('judge')]
  return makeWording({
    ...dependencies,
    traces: dependencies.modelTraces,
    model: makeModel({
      endpoint: llm,
      budget: llm.budget,
      spending: dependencies.modelSpending,
      clock: dependencies.clock,
    }),
    prompt: prompt('answer'),
    plan: prompt('plan'),
    summary: prompt('summary'),
    readEnglish: prompt('read-english'),
    rewrite: prompt('rewrite'),
    ...(llm.rerank ? { rerank } : {}),
    ...(llm.judge ? { judge } : {}),
  })
}

/** An answerer that returns the model's final wording, without streaming. */
export function wordedToTheEnd(answerer: Answerer, wording: Wording, newId: () => string): Answerer {
  return {
    async answer(given) {
      const asking = { id: newId(), payer: 'operator' }
      const reading = isEnglish(given.question) ? await wording.inChinese(given, asking) : undefined
      const asked = reading?.readAs === undefined ? given : { ...given, question: reading.readAs }
      const base = await answerer.answer(asked)
      const answer = wording.takes(base) ? await toTheEnd(wording.improve(asked, base, asking)) : base
      return reading ? inEnglishFrame(answer, reading) : answer
    },
  }
}
