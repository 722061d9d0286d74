import type { Zone } from '../../store/zones.ts'
import type { Slot } from './lexicon.ts'
import type { RegisterData, RegisterTable } from './register-data.ts'
import type { Token } from './tokens.ts'

/** Words of the documents that an answer rests on; `quote` is verbatim, white space aside. */
export interface RegisterSource {
  readonly document: string
  readonly quote: string
  readonly table?: string
}

/** One statement with the filter that made it or the words that say it. */
export interface RegisterClaim {
  readonly text: string
  readonly filter?: string
  readonly source?: RegisterSource
}

/** A register answer: short, countable, and every part of it with its source. */
export interface RegisterAnswer {
  readonly text: string
  readonly claims: readonly RegisterClaim[]
  /** The filter in words, e.g. 「2014年度验收名单，省份=江苏」. */
  readonly filter: string
  /** Best first. */
  readonly sources: readonly RegisterSource[]
  /** 0..1: how surely the question is one for the register and was understood. */
  readonly sureness: number
  /** Present where the documents do not hold what was asked; `text` then names what is known instead. */
  readonly refusal?: 'not-in-corpus'
}

/** Everything that register questions can be answered from. */
export interface World extends RegisterData {
  readonly zones: readonly Zone[]
  /** The words that prove a zone's cell. */
  readonly sourceOf: (zone: string, field: string) => RegisterSource | undefined
  /** The same with those that contradict it. */
  readonly sourcesOf: (zone: string, field: string) => readonly RegisterSource[]
  readonly tables: readonly RegisterTable[]
  /** Whether a word that the register does not know is the name of a place. */
  readonly isPlace: (word: string) => boolean
}

/** A question, taken apart. */
export interface Question {
  readonly tokens: readonly Token[]
  readonly repaired: boolean
}

/** Answers one family of questions; undefined where the question is none of it. */
export type Teller = (question: Question, world: World) => RegisterAnswer | undefined

/** The values of a slot, in the order of the question, each once. */
export function valuesOf(question: Question, slot: Slot): string[] {
  return [...new Set(question.tokens.filter((it) => it.slot === slot).map((it) => it.value))]
}

export function asks(question: Question, ...operations: readonly string[]): boolean {
  return question.tokens.some((it) => it.slot === 'op' && operations.includes(it.value))
}

/** The lists of 2014 that a question names; 「两张表」 names both. */
export function listsOf(question: Question): string[] {
  const lists = valuesOf(question, 'list')
  return lists.includes('both') || asks(question, 'both') ? ['accepted', 'applied'] : lists
}

/**
 * True where a question is made of these slots only, so that no condition in it is passed over: one unknown word (份,
 * 次, 要求) makes it another question.
 */
export function madeOf(question: Question, ...slots: readonly Slot[]): boolean {
  return question.tokens.every((it) => it.slot === 'noise' || it.slot === 'number' || slots.includes(it.slot))
}

/** Sureness after what was repaired. */
export function surenessOf(question: Question, base = 0.95): number {
  return question.repaired ? base - 0.1 : base
}

/** An answer that says what the documents do not hold, and what they do. */
export function unknownAnswer(
  question: Question,
  text: string,
  filter: string,
  sources: readonly RegisterSource[],
): RegisterAnswer {
  return {
    text,
    claims: [{ text, filter, ...(sources[0] ? { source: sources[0] } : {}) }],
    filter,
    sources,
    sureness: surenessOf(question, 0.85),
    refusal: 'not-in-corpus',
  }
}

/** True where nothing with a meaning stands before a token: the subject of a sentence comes first. */
export function comesFirst(question: Question, token: Token): boolean {
  return question.tokens.find((it) => it.slot !== 'noise' && it.slot !== 'year') === token
}
