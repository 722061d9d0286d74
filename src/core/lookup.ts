import type { Caller } from './caller.ts'
import type { Message } from './message.ts'
import type { Reply } from './reply.ts'
import type { Outcome } from './skill.ts'

/** Who asks, and the words that they used; with earlier ones that they go on from. */
export interface Asker {
  readonly caller: Caller
  readonly message: Message
  readonly said: string
}

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
  find(given: unknown, asker: Asker): Promise<Reply | undefined>
}

/**
 * Whether an asker used these words: what is free text in an argument is theirs, so that nobody who wrote into a document
 * can have something shown through it. White space and width aside. Pure.
 */
export function isSaid(words: string | undefined, { said }: Pick<Asker, 'said'>): boolean {
  return words === undefined || bare(said).includes(bare(words))
}

/** What a command says, where it says it at once. Pure. */
export function wholeReply(outcome: Outcome): Reply | undefined {
  return outcome && 'blocks' in outcome ? outcome : undefined
}

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
