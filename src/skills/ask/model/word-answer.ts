import { createHash } from 'node:crypto'
import type { Clock } from '../../../core/clock.ts'
import { messageOf } from '../../../core/errors.ts'
import { type LanguageModel, ModelAway, type ModelTrace, type Prompt, type Usage } from '../../../core/llm.ts'
import type { Log } from '../../../core/log.ts'
import type { ModelTraces } from '../../../store/model-traces.ts'
import type { Passages, StoredPassage } from '../../../store/passages.ts'
import type { Answer, Asked } from '../answer/answer.ts'
import { demandsOf } from '../answer/demands.ts'
import { contextOf, meaning } from '../answer/follow-up.ts'
import { type Question, understand, withFullYears } from '../answer/question.ts'
import type { RequiredWord } from '../answer/required.ts'
import type { Searcher } from '../search/search.ts'
import { answerOf, askBack, type CheckedSaid, type CheckingParts, checkSentence } from './checked-answer.ts'
import { judged } from './judge.ts'
import { asData, earlierAsData, offered, passagesAsData } from './offer.ts'
import { readSaid, type SaidSentence } from './sentences-said.ts'

export interface WordingParts {
  readonly model: LanguageModel
  readonly prompt: Prompt
  /** Where a second small call judges each sentence. */
  readonly judge?: Prompt
  readonly searcher: Pick<Searcher, 'search'>
  readonly passages: Pick<Passages, 'get'>
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
  /** Yields the answer as it grows, every sentence of it checked; returns what stands: at worst the answer given. */
  improve(asked: Asked, base: Answer, asking: Asking): AsyncGenerator<Answer, Answer>
}

const answerTokens = 700
const searched = 8

export function makeWording(parts: WordingParts): Wording {
  return {
    takes: ({ kind, claims, refusal }) =>
      kind === 'answer'
        ? claims.every(
            (it) => it.citation !== undefined && it.citation.article === undefined && it.filter === undefined,
          )
        : kind === 'refusal' && refusal === 'not-in-corpus',

    async *improve(asked, base, asking) {
      const begun = performance.now()
      const wholeQuestion = withFullYears(meaning(asked.question, contextOf(asked.question, asked.history)))
      const key = await keyOf(asked, parts)
      const known = await parts.traces.answered(key)
      if (known?.answer !== undefined)
        return { ...(JSON.parse(known.answer) as Answer), ms: base.ms + since(begun) }
      const passages = await offer(wholeQuestion, asked, base)
      if (passages.length === 0) return base
      const tried = new Attempted(wholeQuestion, passages, base, await parts.checking())
      let waited = 0
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
        usage: tried.usage,
        ms,
        ownMs: Math.round((ms - waited) * 10) / 10,
        checks: tried.checked.map(({ said, fault }) => ({
          ...said,
          ...(fault === undefined ? {} : { fault }),
        })),
        ...outcome,
        ...(outcome.outcome === 'extractive' ? {} : { answer: JSON.stringify(answer) }),
      })
      return answer
    },
  }

  async function offer(question: string, asked: Asked, base: Answer): Promise<readonly StoredPassage[]> {
    const cited = await parts.passages.get(base.citations.map((it) => it.passageId))
    const hits = await parts.searcher.search(question, {
      k: searched,
      ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
    })
    return offered(
      base.citations.flatMap((it) => cited.find(({ id }) => id === it.passageId) ?? []),
      hits.map((it) => it.passage).filter((it) => it.document.replacedAt === undefined),
    )
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

/** One answer under way: each sentence is checked once, when it has come whole. */
class Attempted {
  checked: CheckedSaid[] = []
  usage: Usage = { input: 0, output: 0 }
  private unclear: readonly number[] = []
  private readonly question: Question
  private readonly passages: readonly StoredPassage[]
  private readonly base: Answer
  private readonly checking: CheckingParts

  constructor(question: string, passages: readonly StoredPassage[], base: Answer, checking: CheckingParts) {
    this.question = understand(question)
    this.passages = passages
    this.base = base
    this.checking = checking
  }

  get kept() {
    return this.checked.flatMap((it) => (it.fault === undefined ? [it] : []))
  }

  /** What has come so far; gives the answer where a sentence of it is new. */
  grow(value: unknown): Answer | undefined {
    const before = this.kept.length
    this.take(readSaid(value, false)?.sentences ?? [])
    return this.kept.length > before
      ? answerOf(this.base, this.checked, this.question, this.checking)
      : undefined
  }

  /** @throws ModelAway where the model answered something else than it was asked for */
  finish(value: unknown): void {
    const said = readSaid(value, true)
    if (!said) throw new ModelAway('malformed', 'the answer has another shape')
    this.take(said.sentences)
    this.unclear = said.unclear
  }

  drop(numbers: readonly number[], { input, output }: Usage): void {
    const { kept } = this
    this.usage = { input: this.usage.input + input, output: this.usage.output + output }
    this.checked = this.checked.map((it) =>
      it.fault === undefined && numbers.includes(kept.indexOf(it) + 1)
        ? { said: it.said, fault: 'judged unsupported' }
        : it,
    )
  }

  /** What stands in the end. */
  end(required: readonly RequiredWord[]): {
    readonly answer: Answer
    readonly outcome: Pick<ModelTrace, 'outcome' | 'reason'>
  } {
    const extractive = (reason: string) => ({
      answer: this.base,
      outcome: { outcome: 'extractive' as const, reason },
    })
    const fell = this.checked.length - this.kept.length
    if (this.checked.length === 0) {
      const which = askBack(
        this.unclear.flatMap((it) => this.passages[it - 1] ?? []),
        this.base,
      )
      return which && this.base.kind !== 'answer'
        ? { answer: which, outcome: { outcome: 'asked-back' } }
        : extractive('the model found no answer')
    }
    if (fell > this.kept.length) return extractive(`${fell} of ${this.checked.length} sentences fell`)
    if (this.base.kind === 'refusal' && !this.answersWhatIsAsked(required))
      return extractive('the sentences do not hold what is asked for')
    const answer = answerOf(this.base, this.checked, this.question, this.checking)
    return answer
      ? { answer, outcome: { outcome: 'worded' } }
      : extractive('the whole did not pass the last check')
  }

  /** Where the reader found nothing, the sentences must hold the kind of thing that is asked for: a date, a sum. */
  private answersWhatIsAsked(required: readonly RequiredWord[]): boolean {
    return this.question.parts.every((part) =>
      demandsOf(part, this.question, required, this.checking.placesIn).every((demand) =>
        this.kept.some(({ claim, passage }) =>
          demand.met(
            claim.citation?.quote ?? '',
            [passage.document.title, ...passage.path, passage.text].join('\n'),
          ),
        ),
      ),
    )
  }

  private take(sentences: readonly SaidSentence[]): void {
    for (const said of sentences.slice(this.checked.length))
      this.checked.push(checkSentence(said, this.passages, this.question, this.checking))
  }
}

/** The same question about the same corpus, to the same model, by the same prompts. */
async function keyOf({ question, history = [], asOf }: Asked, parts: WordingParts): Promise<string> {
  const context = history.map(({ role, content }) => [role, content])
  const about = [question, context, asOf ?? '', await parts.knowledge()]
  const by = [parts.model.name, parts.prompt.edition, parts.judge?.edition ?? '']
  return createHash('sha256')
    .update(JSON.stringify([about, by]))
    .digest('hex')
}

const since = (begun: number) => Math.round((performance.now() - begun) * 10) / 10
