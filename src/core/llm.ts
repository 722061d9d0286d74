import type { Instant, LocalDate } from './clock.ts'

export interface ModelMessage {
  readonly role: 'system' | 'user'
  readonly content: string
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[]
  /** Upper limit of the answer's length. */
  readonly maxTokens: number
  /** Whose budget is charged: a person's key (`personKey`), or the name of a job. */
  readonly payer: string
  readonly signal?: AbortSignal
}

/** Tokens as reported by the endpoint, otherwise estimated. */
export interface Usage {
  readonly input: number
  readonly output: number
}

export interface Completion {
  /** The model's answer, parsed as JSON; its shape is unchecked. */
  readonly value: unknown
  readonly usage: Usage
}

/** A language model. */
export interface LanguageModel {
  /** The model's name at its endpoint. */
  readonly name: string
  /**
   * Asks for JSON; yields partial values while it streams and returns the complete one.
   * @throws ModelAway on any failure; callers fall back to the documents' own words
   */
  stream(request: ModelRequest): AsyncGenerator<unknown, Completion>
}

/**
 * Why a model gave no answer. `refused`: by the endpoint (key, model name, request); `cut-off`: the stream broke off;
 * `malformed`: not JSON; `resting`: the circuit breaker is open; `budget`: the day's budget is used up.
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

/** The language or embedding model is unavailable. */
export class ModelAway extends Error {
  readonly reason: Absence
  /** Transient: a retry may succeed. */
  readonly passing: boolean
  /** Milliseconds to wait, if the endpoint says. */
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

/** A prompt template of `prompts/`. */
export interface Prompt {
  /** Name, version and content hash: identifies the exact text. */
  readonly edition: string
  /** @throws if a placeholder has no value, or a value no placeholder */
  render(values: Readonly<Record<string, string>>): readonly ModelMessage[]
}

/** Spending per day of the office's calendar. Money is in millionths of the currency of the prices. */
export interface ModelSpending {
  /** Books an amount unless it would exceed a limit. @returns whether it was booked */
  reserve(at: { day: LocalDate; payer: string }, amount: Spent, limits: SpendingLimits): Promise<boolean>
  /** Corrects a reservation by the actual difference, which may be negative. */
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

/** The record of one model answer: what the model was asked, what it said, and what passed the check. */
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
