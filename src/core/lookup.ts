import type { Caller } from './caller.ts'
import type { Reply } from './reply.ts'

/**
 * Something that can be looked up in the store for somebody, by arguments instead of words: what a language model may
 * choose where a question is not understood otherwise. It reads and never writes; what would change something stands
 * under its rows as the button that its command shows, too.
 */
export interface Lookup {
  /** Among all lookups of the house; `[a-z-]+`. */
  readonly name: string
  /** What it finds, for the model; Chinese. */
  readonly finds: string
  /** Each argument with what may stand in it, for the model; Chinese. */
  readonly takes: Readonly<Record<string, string>>
  /**
   * Looks as the caller: what they may not see is as if it did not exist. Rows, figures and the filter in words are the
   * program's.
   * @param given whatever a model made of `takes`: a stranger's words
   * @returns undefined where the arguments are none of its own, or nothing is there for this caller
   * @throws Problem where the arguments name what does not exist
   */
  find(given: unknown, caller: Caller): Promise<Reply | undefined>
}
