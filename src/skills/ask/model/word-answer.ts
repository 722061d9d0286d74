import type { Clock, Instant } from '../../../core/clock.ts'
import { messageOf } from '../../../core/errors.ts'
import {
  type Absence,
  type LanguageModel,
  ModelAway,
  type ModelTrace,
  type Prompt,
  type Usage,
} from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { Lookup } from '../../../core/lookup.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { contextOf, meaning } from '../answer/follow-up.ts'
import { withFullYears } from '../answer/question.ts'
import type { RequiredWords } from '../answer/required.ts'
import { byItself, keyOf } from './answer-key.ts'
import { AskedOnce } from './asked-once.ts'
import { Attempted } from './attempted.ts'
import type { CheckingParts } from './checked-answer.ts'
import { type Reading, readInChinese } from './english.ts'
import { type GatherParts, gather } from './gather.ts'
import { keepAgain, reusable } from './given-again.ts'
import { judged } from './judge.ts'
import { asData, earlierAsData, mostOffered, offered, passagesAsData } from './offer.ts'
import type { Asking } from './patience.ts'
import { planned, type Step } from './plan-lookups.ts'
import { reranked } from './rerank.ts'
import { inOtherWords } from './rewrite.ts'
import { type Summed, summarized } from './summarize.ts'

export interface WordingParts extends GatherParts {
  readonly model: LanguageModel
  readonly prompt: Prompt
  /** Chooses what is looked up in the store. */
  readonly plan: Prompt
  /** Sums a conversation up. */
  readonly summary: Prompt
  /** Reads an English question as a Chinese one. */
  readonly readEnglish: Prompt
  /** Puts a question into the words of the documents, to search by them, too. */
  readonly rewrite?: Prompt
  /** Where a small call puts what was found in order. */
  readonly rerank?: Prompt
  /** Where a second small call judges each sentence. */
  readonly judge?: Prompt
  readonly required: RequiredWords
  /** As the register is now: places may change with an import. */
  readonly checking: () => Promise<CheckingParts>
  /** Another text whenever something changes on which an answer may rest. */
  readonly knowledge: () => Promise<string>
  readonly traces: Pick<ModelTraces, 'keep' | 'answered'>
  readonly clock: Clock
  readonly log: Log
}

/** Words an answer better, from the same passages, behind the same check. */
export interface Wording {
  /** Whether a model could word this answer better at all: not what was counted, looked up, or said by an expert. */
  takes(answer: Answer): boolean
  /** An English question as it is asked of Chinese documents. */
  inChinese(asked: Asked, asking: Asking): Promise<Reading>
  /** Which lookups could answer; none where the model is away. */
  plan(asked: Asked, lookups: readonly Lookup[], asking: Asking): Promise<readonly Step[]>
  /** A conversation in a few sentences, each carried by the message that it names; none where the model is away. */
  summarize(messages: readonly string[], asking: Asking): Promise<readonly Summed[]>
  /** Yields the answer as it grows, every sentence of it checked; returns what stands: at worst the answer given. */
  improve(asked: Asked, base: Answer, asking: Asking): AsyncGenerator<Answer, Answer>
}

const answerTokens = 700

interface Worded {
  readonly answer: Answer
  /** The id of the trace that tells how it came about; none where nothing was asked. */
  readonly traced?: string
  /** Why the documents' own words were kept. */
  readonly reason?: string
}

export function makeWording(parts: WordingParts): Wording {
  const askedOnce = new AskedOnce<Answer, Worded>()
  return {
    takes: ({ kind, claims, refusal }) =>
      kind === 'answer'
        ? claims.every(
            (it) => it.citation !== undefined && it.citation.article === undefined && it.filter === undefined,
          )
        : kind === 'refusal' && refusal === 'not-in-corpus',

    plan: (asked, lookups, asking) => planned(asked, lookups, asking, parts),

    summarize: (messages, asking) => summarized(messages, asking, parts),

    inChinese: (asked, asking) => readInChinese(asked, asking, parts),

    async *improve(given, base, asking) {
      const begun = performance.now()
      const asked = byItself(given)
      const key = await keyOf(asked, parts)
      const { answer, traced } = yield* askedOnce.run(
        key,
        () => word(key, asked, base, asking),
        // Somebody else's budget is not used up.
        ({ reason }) => reason !== 'budget',
      )
      if (traced !== undefined && traced !== asking.id)
        await keepAgain(
          { id: asking.id, at: parts.clock.now(), key, question: asked.question },
          traced,
          { prompt: parts.prompt.edition, model: parts.model.name },
          parts.traces,
        )
      return { ...answer, ms: base.ms + since(begun) }
    },
  }

  /** Asks the model, unless it has already answered this, and keeps the trace. */
  async function* word(
    key: string,
    asked: Asked,
    base: Answer,
    asking: Asking,
  ): AsyncGenerator<Answer, Worded> {
    const begun = performance.now()
    const known = await parts.traces.answered(key, parts.clock.now())
    if (known?.answer !== undefined) return { answer: JSON.parse(known.answer) as Answer, traced: known.id }
    const wholeQuestion = withFullYears(meaning(asked.question, contextOf(asked.question, asked.history)))
    const rewriting = performance.now()
    const other = await inOtherWords(asked, base, parts, asking)
    let waited = since(rewriting)
    const { standing, found } = await gather(wholeQuestion, asked, base, other, parts)
    const candidates = [...new Map([...standing, ...found].map((it) => [it.id, it])).values()]
    const reranking = performance.now()
    const ranked = await reranked(wholeQuestion, candidates, mostOffered, parts, asking)
    waited += since(reranking)
    const passages = offered(standing, ranked.passages)
    if (passages.length === 0) return { answer: base }
    const tried = new Attempted(wholeQuestion, passages, base, await parts.checking())
    let outcome: Pick<ModelTrace, 'outcome' | 'reason'>
    let away: Absence | undefined
    let answer = base
    try {
      const stream = parts.model.stream({
        messages: parts.prompt.render({
          question: asData(wholeQuestion),
          earlier: earlierAsData(asked),
          passages: passagesAsData(passages),
        }),
        maxTokens: answerTokens,
        payer: asking.payer,
        ...(asking.signal ? { signal: asking.signal } : {}),
      })
      for (;;) {
        const from = performance.now()
        const step = await stream.next()
        waited += since(from)
        if (step.done) {
          tried.finish(step.value.value)
          tried.usage = step.value.usage
          break
        }
        const grown = tried.grow(step.value)
        if (grown) yield grown
      }
      const from = performance.now()
      await judgeAll(tried, asking)
      waited += since(from)
      const end = tried.end(parts.required)
      outcome = end.outcome
      answer = end.answer
    } catch (thrown) {
      if (!(thrown instanceof ModelAway))
        parts.log.error({ err: thrown, id: asking.id }, 'a model’s answer was lost')
      away = thrown instanceof ModelAway ? thrown.reason : 'malformed'
      outcome = { outcome: 'extractive', reason: thrown instanceof ModelAway ? thrown.reason : 'defect' }
      parts.log.warn(
        { id: asking.id, reason: outcome.reason },
        `answered without the model: ${messageOf(thrown)}`,
      )
      answer = { ...base, away }
    }
    const ms = since(begun)
    answer = { ...answer, ms: base.ms + ms }
    if (outcome.reason !== undefined)
      parts.log.info({ id: asking.id, ...outcome }, 'the documents’ words were kept')
    await parts.traces.keep({
      id: asking.id,
      at: parts.clock.now(),
      key,
      question: asked.question,
      ...(wholeQuestion === asked.question ? {} : { rewritten: wholeQuestion }),
      prompt: parts.prompt.edition,
      model: parts.model.name,
      passages: passages.map((it) => it.id),
      usage: together(tried.usage, other.usage, ranked.usage),
      ...(other.questions.length === 0 ? {} : { searched: other.questions }),
      ...(other.draft === undefined ? {} : { draft: other.draft }),
      ...(ranked.chosen === undefined ? {} : { reranked: ranked.chosen }),
      ms,
      ownMs: Math.round((ms - waited) * 10) / 10,
      checks: tried.checked.map(({ said, fault }) => ({
        ...said,
        ...(fault === undefined ? {} : { fault }),
      })),
      ...outcome,
      ...(away === undefined ? keptFor(outcome, answer, parts.clock.now()) : {}),
    })
    return { answer, traced: asking.id, ...(outcome.reason === undefined ? {} : { reason: outcome.reason }) }
  }

  async function judgeAll(tried: Attempted, asking: Asking): Promise<void> {
    if (!parts.judge) return
    try {
      const { unsupported, usage } = await judged(tried.kept, parts.judge, parts.model, asking)
      tried.drop(unsupported, usage)
    } catch (thrown) {
      if (!(thrown instanceof ModelAway)) throw thrown
      parts.log.info(
        { id: asking.id, reason: thrown.reason },
        'nobody judged: the program’s check alone decided',
      )
    }
  }
}

/** What was found wanting is tried anew before long; what passed the check stays while nothing changes. */
function keptFor({ outcome }: Pick<ModelTrace, 'outcome'>, answer: Answer, now: Instant) {
  const long = outcome === 'extractive' ? reusable.nothing : reusable.answer
  return { answer: JSON.stringify(answer), reusableUntil: now + long }
}

const together = (...all: readonly Usage[]): Usage => ({
  input: all.reduce((sum, it) => sum + it.input, 0),
  output: all.reduce((sum, it) => sum + it.output, 0),
})

const since = (begun: number) => Math.round((performance.now() - begun) * 10) / 10

/** What stands when an answer has grown. */
export async function toTheEnd(growing: AsyncGenerator<Answer, Answer>): Promise<Answer> {
  for (;;) {
    const step = await growing.next()
    if (step.done) return step.value
  }
}
