import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import type { CheckingParts } from '../skills/ask/model/checked-answer.ts'
import { inEnglishFrame, isEnglish } from '../skills/ask/model/english.ts'
import { makeWording, toTheEnd, type Wording, type WordingParts } from '../skills/ask/model/word-answer.ts'
import type { Store } from '../store/index.ts'

export interface WordingRooms
  extends Pick<Store, 'modelSpending' | 'modelTraces' | 'knowledge'>,
    Pick<WordingParts, 'searcher' | 'passages' | 'required'> {
  readonly clock: Clock
  readonly log: Log
  readonly checking: () => Promise<CheckingParts>
}

/**
 * What puts answers into a language model's words; undefined where none is configured. Its packages are read only then.
 * @throws Problem where a prompt is not what it must be
 */
export async function loadWording(
  config: Pick<Config, 'llm' | 'prompts'>,
  rooms: WordingRooms,
): Promise<Wording | undefined> {
  const { llm } = config
  if (!llm) return undefined
  const [{ makeModel }, { loadPrompt }] = await Promise.all([
    import('../llm/model.ts'),
    import('../llm/prompts.ts'),
  ])
  const prompt = (name: string) => loadPrompt(join(config.prompts, `${name}.md`))
  // Read in any case: a fault in them is told at the start.
  const [rerank, judge] = [prompt('rerank'), prompt('judge')]
  return makeWording({
    ...rooms,
    traces: rooms.modelTraces,
    model: makeModel({
      endpoint: llm,
      budget: llm.budget,
      spending: rooms.modelSpending,
      clock: rooms.clock,
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

/** Answers worded by the model, for whoever waits for the end and not for how it grows. */
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
