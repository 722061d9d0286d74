import { createHash } from 'node:crypto'
import type { Clock } from '../../../core/clock.ts'
import { messageOf } from '../../../core/errors.ts'
import { type LanguageModel, ModelAway, type ModelTrace, type Prompt, type Usage } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { Lookup } from '../../../core/lookup.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { contextOf, meaning } from '../answer/follow-up.ts'
import { withFullYears } from '../answer/question.ts'
import type { RequiredWord } from '../answer/required.ts'
import { AskedOnce } from './asked-once.ts'
import { Attempted } from './attempted.ts'
import type { CheckingParts } from './checked-answer.ts'
import { readInChinese } from './english.ts'
import { type GatherParts, gather } from './gather.ts'
import { judged } from './judge.ts'
import { asData, earlierAsData, mostOffered, offered, passagesAsData } from './offer.ts'
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
  readonly required: readonly RequiredWord[]
  /** As the register is now: places may change with an import. */
  readonly checking: () => Promise<CheckingParts>
  /** Another text whenever something changes on which an answer may rest. */
  readonly knowledge: () => Promise<string>
  readonly traces: Pick<ModelTraces, 'keep' | 'answered'>
  readonly clock: Clock
  readonly log: Log
}

/** Whose question it is, and under which id its trace is kept. */
export interface Asking {
  readonly id: string
  readonly payer: string
}

/** Words an answer better, from the same passages, behind the same check. */
export interface Wording {
  /** Whether a model could word this answer better at all: not what was counted, looked up, or said by an expert. */
  takes(answer: Answer): boolean
  /** An English question as it is asked of Chinese documents; undefined where nobody can read it. */
  inChinese(asked: Asked, payer: string): Promise<string | undefined>
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

    inChinese: (asked, payer) => readInChinese(asked, parts.readEnglish, parts.model, payer),

    async *improve(asked, base, asking) {
      const begun = performance.now()
      const key = await keyOf(asked, parts)
      const { answer } = yield* askedOnce.run(
        key,
        () => word(key, asked, base, asking),
        // Somebody else's budget is not used up.
        ({ reason }) => reason !== 'budget',
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
    const known = await parts.traces.answered(key)
    if (known?.answer !== undefined) return { answer: JSON.parse(known.answer) as Answer }
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
      const reason = thrown instanceof ModelAway ? thrown.reason : 'defect'
      parts.log.warn({ id: asking.id, reason }, `answered without the model: ${messageOf(thrown)}`)
      outcome = { outcome: 'extractive', reason }
      answer = { ...base, wording: 'model-away' }
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
      ...(outcome.outcome === 'extractive' ? {} : { answer: JSON.stringify(answer) }),
    })
    return { answer, ...(outcome.reason === undefined ? {} : { reason: outcome.reason }) }
  }

  async function judgeAll(tried: Attempted, asking: Asking): Promise<void> {
    if (!parts.judge) return
    try {
      const { unsupported, usage } = await judged(tried.kept, parts.judge, parts.model, asking.payer)
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

/** The same question about the same corpus, to the same model, by the same prompts. */
async function keyOf({ question, history = [], asOf }: Asked, parts: WordingParts): Promise<string> {
  const context = history.map(({ role, content }) => [role, content])
  const about = [question, context, asOf ?? '', await parts.knowledge()]
  const by = [
    parts.model.name,
    parts.prompt.edition,
    parts.judge?.edition ?? '',
    parts.rewrite?.edition ?? '',
    parts.rerank?.edition ?? '',
  ]
  return createHash('sha256')
    .update(JSON.stringify([about, by]))
    .digest('hex')
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
