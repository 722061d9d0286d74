import type { Instant, LocalDate } from './clock.ts'

export interface ModelMessage {
  readonly role: 'system' | 'user'
  readonly content: string
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[]
  /** The longest answer that is paid for. */
  readonly maxTokens: number
  /** Whose budget it is: a person's key, see `identity.ts`. */
  readonly payer: string
  readonly signal?: AbortSignal
}

/** Tokens as the endpoint counted them; estimated where it does not say. */
export interface Usage {
  readonly input: number
  readonly output: number
}

export interface Completion {
  /** What the model answered, read as JSON: its shape is whatever the model made of the request. */
  readonly value: unknown
  readonly usage: Usage
}

/** A language model, at whatever endpoint. */
export interface LanguageModel {
  /** As it is named at its endpoint. */
  readonly name: string
  /**
   * Asks for JSON; yields it as far as it has come, with the last of its parts perhaps unfinished, and returns the whole.
   * @throws ModelAway whatever goes wrong: the caller then does without
   */
  stream(request: ModelRequest): AsyncGenerator<unknown, Completion>
}

/**
 * Why a model gave no answer: `refused` by the endpoint (key, model name, request), `cut-off` in the middle,
 * `malformed` where it is no JSON, `resting` after it failed several times, or the day's `budget` is used up.
 */
export type Absence =
  | 'time-out'
  | 'rate-limited'
  | 'unreachable'
  | 'refused'
  | 'cut-off'
  | 'malformed'
  | 'resting'
  | 'budget'
  | 'cancelled'

export class ModelAway extends Error {
  readonly reason: Absence
  /** It may work in a moment. */
  readonly passing: boolean
  /** Milliseconds to wait, where the endpoint says so. */
  readonly retryAfter?: number
  constructor(
    reason: Absence,
    message: string,
    options: { passing?: boolean; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'ModelAway'
    this.reason = reason
    this.passing = options.passing ?? false
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter
  }
}

/** A prompt of `prompts/`, ready to be filled in. */
export interface Prompt {
  /** Name, version and a mark of its words: another text is never taken for the same prompt. */
  readonly edition: string
  /** @throws where a placeholder is given no value, or a value no placeholder */
  render(values: Readonly<Record<string, string>>): readonly ModelMessage[]
}

/** What is spent in a day of the office's calendar. Money in millionths of the currency of the prices. */
export interface ModelSpending {
  /** Books an amount unless it would lead beyond a limit. @returns whether it was booked */
  reserve(at: { day: LocalDate; payer: string }, amount: Spent, limits: SpendingLimits): Promise<boolean>
  /** Puts right what was reserved; the difference may be negative. */
  correct(at: { day: LocalDate; payer: string }, difference: Spent): Promise<void>
}

export interface Spent {
  readonly tokens: number
  readonly money: number
}

export interface SpendingLimits {
  readonly memberTokens: number
  readonly allTokens: number
  readonly allMoney?: number
}

/** How one answer came about: what was asked of the model, what it said, and what the check let pass. */
export interface ModelTrace {
  readonly id: string
  readonly at: Instant
  readonly question: string
  /** What was searched for and asked, where a follow-up was completed from what came before. */
  readonly rewritten?: string
  /** The question as a model put it for the search, and the answer that it guessed: searched for, never shown. */
  readonly searched?: readonly string[]
  readonly draft?: string
  /** Ids of passages in the order that a model chose among what was found, where it was asked. */
  readonly reranked?: readonly string[]
  /** Whatever changes, changes this: question, corpus, prompt, model. */
  readonly key: string
  readonly prompt: string
  readonly model: string
  /** Ids of the passages that were offered, in the order of their numbers. */
  readonly passages: readonly string[]
  readonly usage: Usage
  /** Milliseconds: the whole, and what of it was ours. */
  readonly ms: number
  readonly ownMs: number
  readonly checks: readonly CheckedSentence[]
  /**
   * `worded`, `asked-back` or `extractive` for an answer; what was chosen to be looked up was `looked-up`, or `nothing-found`
   * came of it; `drafted` something for a person to send; an English question was `read` as a Chinese one; or nothing was asked of
   * the model, and its answer to `first` was given `again`.
   */
  readonly outcome:
    | 'worded'
    | 'asked-back'
    | 'extractive'
    | 'looked-up'
    | 'nothing-found'
    | 'drafted'
    | 'read'
    | 'again'
  /** The id of the trace that tells how an answer came about that was given again. */
  readonly first?: string
  /** Why the documents' own words were kept. */
  readonly reason?: string
  /** What the model's words came to, JSON; absent where there were none. */
  readonly answer?: string
  /** Until when the same question may be answered by it again. */
  readonly reusableUntil?: Instant
}

export interface CheckedSentence {
  readonly text: string
  readonly passages: readonly number[]
  /** Why it was dropped; it was kept where this is missing. */
  readonly fault?: string
}
