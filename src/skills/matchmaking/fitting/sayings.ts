import { Problem } from '../../../core/errors.ts'
import type { Sense } from './field-sense.ts'
import { greatest, invert } from './inverted.ts'
import { type Cutter, termsOf } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'
import { rarityOf, type Terms, worthsOf } from './term-worths.ts'
import { words } from './words.ts'

/** What somebody of a field might say: a need or an offer in a sentence. */
export interface Saying {
  readonly field: string
  readonly text: string
}

/** What a text is about by the sentences that it is like. */
export interface Sayings {
  sense(terms: Terms): Sense
}

/** So many of the likest sentences are heard. */
const HEARD = 8
/** What they are worth beside an owner's tick and the names of the taxonomy, were a text one of these sentences. */
const WORTH = 1.6
/** A term that more of the sentences have finds none of them. */
const COMMON = 400

/**
 * Reads data/alliance/sayings.txt; its own head explains the lines.
 * @throws Problem with the line's number where a line cannot be understood or names a field that the taxonomy does not have
 */
export function readSayings(text: string, taxonomy: Taxonomy): Saying[] {
  let field: string | undefined
  return text.split('\n').flatMap((line, at) => {
    const [, sign = '', rest = ''] = /^([=?!])\s*(.*?)\s*$/u.exec(line) ?? []
    if (sign === '' && (line.trim() === '' || line.startsWith('#'))) return []
    if (sign === '=' && taxonomy.fields.has(rest)) {
      field = rest
      return []
    }
    if (field === undefined || rest === '' || (sign !== '?' && sign !== '!'))
      throw new Problem(words.badSaying(at + 1, line), words.badSayingsRemedy)
    return [{ field, text: rest }]
  })
}

/** Sentences by which fields are told: names say a field outright, people say what bothers them. Cut when first asked. */
export function makeSayings(sayings: readonly Saying[], cutter: Cutter): Sayings {
  let made: ReturnType<typeof indexed> | undefined
  return {
    sense(terms) {
      made ??= indexed(sayings, cutter)
      const { rarity, byTerm } = made
      const likeness = new Float64Array(sayings.length)
      for (const [term, worth] of worthsOf(terms, rarity)) byTerm.collect(term, worth, likeness, COMMON)
      const shares = new Map<string, number>()
      let [all, likest] = [0, 0]
      for (const at of greatest(likeness, HEARD, () => true)) {
        const like = likeness[at] ?? 0
        const field = sayings[at]?.field ?? ''
        shares.set(field, (shares.get(field) ?? 0) + like ** 2)
        all += like ** 2
        likest = Math.max(likest, like)
      }
      for (const [field, share] of shares) shares.set(field, share / all)
      return { shares, strength: WORTH * likest }
    },
  }
}

/** In which sentences each term is said; it takes half a second, and most of what is asked of the house matches nobody. */
function indexed(sayings: readonly Saying[], cutter: Cutter) {
  const cut = sayings.map(({ text }) => termsOf(text, cutter))
  const rarity = rarityOf(cut)
  return { rarity, byTerm: invert(cut.map((terms) => worthsOf(terms, rarity))) }
}
