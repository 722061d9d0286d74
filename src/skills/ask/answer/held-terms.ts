import { fold } from '../search/fold.ts'
import { asking, type Language, withoutAsking } from './terms.ts'

/** Terms that can be asked for one at a time: `w:` words and `p:` pairs of characters. */
export interface HeldTerms {
  has(term: string): boolean
}

/**
 * The terms that {@link termsOf} finds in a text, without finding them all: a question has forty and a passage hundreds,
 * few of them the same. A pair is looked for in the characters, and the text is cut into words only where they hold one
 * that is asked for.
 */
export class TextTerms implements HeldTerms {
  readonly #text: string
  readonly #language: Language
  #folded: string | undefined
  #stretches: string | undefined
  #words: ReadonlySet<string> | undefined

  constructor(text: string, language: Language) {
    this.#text = text
    this.#language = language
  }

  /** The text in the spelling of its terms: each of them stands in it, but for the numbers that numerals are read as. */
  get folded(): string {
    this.#folded ??= fold(this.#text)
    return this.#folded
  }

  has(term: string): boolean {
    const characters = term.slice(2)
    return term.startsWith('p:') ? this.#holdsPair(characters) : this.#holdsWord(characters)
  }

  #holdsPair(pair: string): boolean {
    this.#stretches ??= fold(withoutAsking(this.#text).join('\n'))
    return this.#stretches.includes(pair)
  }

  #holdsWord(word: string): boolean {
    if (!(this.folded.includes(word) || isNumber(word)) || asking.has(word)) return false
    this.#words ??= new Set(this.#language.wordsOf(this.#text))
    return this.#words.has(word)
  }
}

/** Whether a word may have been read out of numerals: 第十三 is cut into a word that says 13, too. */
export const isNumber = (word: string) => /^\d+$/u.test(word)
