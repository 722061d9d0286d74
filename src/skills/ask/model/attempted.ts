import { ModelAway, type ModelTrace, type Usage } from '../../../core/llm.ts'
import type { StoredPassage } from '../../../store/passages.ts'
import type { Answer } from '../answer/answer.ts'
import { demandsOf } from '../answer/demands.ts'
import { type Question, understand } from '../answer/question.ts'
import type { RequiredWords } from '../answer/required.ts'
import { answerOf, askBack, type CheckedSaid, type CheckingParts, checkSentence } from './checked-answer.ts'
import { lostOf } from './kept-of-base.ts'
import { leastConfidence } from './rewrite.ts'
import { readSaid, type SaidSentence } from './sentences-said.ts'

/** One answer under way: each sentence is checked once, when it has come whole. */
export class Attempted {
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
  end(required: RequiredWords): {
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
      return which && (this.base.kind !== 'answer' || this.base.confidence < leastConfidence)
        ? { answer: which, outcome: { outcome: 'asked-back' } }
        : extractive('the model found no answer')
    }
    if (fell > this.kept.length) return extractive(`${fell} of ${this.checked.length} sentences fell`)
    if (!this.answersWhatIsAsked(required)) return extractive('the sentences do not hold what is asked for')
    const lost = lostOf(this.base, this.question, this.kept)
    if (lost !== undefined) return extractive(`the sentences leave out ${lost}`)
    const answer = answerOf(this.base, this.checked, this.question, this.checking)
    return answer
      ? { answer, outcome: { outcome: 'worded' } }
      : extractive('the whole did not pass the last check')
  }

  /** Each thing that is asked has a sentence with the kind of thing that is asked for: a date, a sum. */
  private answersWhatIsAsked(required: RequiredWords): boolean {
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
