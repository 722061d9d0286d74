import type { Caller } from './caller.ts'
import type { Message } from './message.ts'
import type { Reply } from './reply.ts'
import type { Outcome } from './skill.ts'

/** Who asks, and in which words, including the earlier messages of a follow-up. */
export interface Asker {
  readonly caller: Caller
  readonly message: Message
  readonly said: string
}

/**
 * A read-only query with structured arguments, which a language model may choose for a question that is not understood
 * otherwise (a "tool" in the terms of LLM APIs). It never writes; actions appear under its rows as buttons, as they do
 * under the corresponding command.
 */
export interface Lookup {
  /** Unique among all lookups; `[a-z-]+`. */
  readonly name: string
  /** Description for the model, in Chinese. */
  readonly finds: string
  /** Each argument's description for the model, in Chinese. */
  readonly takes: Readonly<Record<string, string>>
  /**
   * Runs the query with the caller's rights: what they may not see does not exist for them. Rows, figures and the
   * description of the filter are written by the program, never by the model.
   * @param given the model's arguments: untrusted input
   * @returns undefined if the arguments are invalid or nothing is found
   * @throws Problem where the arguments name what does not exist
   */
  find(given: unknown, asker: Asker): Promise<Reply | undefined>
}

/**
 * Whether the asker used these words. Free text in a model's arguments must come from the asker, so that text injected
 * into a document cannot reach a query. Ignores case, white space and character width. Pure.
 */
export function isSaid(words: string | undefined, { said }: Pick<Asker, 'said'>): boolean {
  return words === undefined || bare(said).includes(bare(words))
}

/** The reply of an outcome that is not streamed. Pure. */
export function wholeReply(outcome: Outcome): Reply | undefined {
  return outcome && 'blocks' in outcome ? outcome : undefined
}

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
