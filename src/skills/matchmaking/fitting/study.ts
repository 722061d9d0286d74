import type { Party, Profile } from '../../../core/profile.ts'
import type { Mention, Taxonomy } from './taxonomy.ts'
import { type Term, type TermKind, type Terms, termOf } from './term-worths.ts'

/** Cuts a text into words and pairs of neighbouring characters; the house's own is handed in. */
export interface Cutter {
  wordsOf(text: string): readonly string[]
  pairsOf(text: string): readonly string[]
}

/** A profile with what was read out of it once. */
export interface Studied {
  readonly profile: Profile
  readonly party: Party | undefined
  readonly terms: Terms
  /** Where its text names a field, whatever was ticked, in their order. */
  readonly named: readonly Mention[]
  /** Ticked, or, where nothing is, named by the text. */
  readonly settings: readonly string[]
  readonly forms: readonly string[]
}

export interface StudyParts {
  readonly taxonomy: Taxonomy
  readonly cutter: Cutter
}

/** A pasted report is no profile: what is needed stands in its first lines, and the rest would drown it. */
const LONGEST = 2000

export function study(profile: Profile, party: Party | undefined, { taxonomy, cutter }: StudyParts): Studied {
  const text = textOf(profile)
  const orNamed = (ticked: readonly string[], of: 'settings' | 'forms') =>
    ticked.length > 0 ? ticked : [...taxonomy.named(text, of).keys()]
  return {
    profile,
    party,
    terms: termsOf(text, cutter),
    named: taxonomy.mentions(text, 'fields'),
    settings: orNamed(profile.settings, 'settings'),
    forms: orNamed(profile.forms, 'forms'),
  }
}

/** How often a text says a word or a pair of neighbouring characters. */
export function termsOf(text: string, cutter: Cutter): Terms {
  const terms = new Map<Term, number>()
  const add = (kind: TermKind, said: string) => {
    const term = termOf(kind, said)
    terms.set(term, (terms.get(term) ?? 0) + 1)
  }
  for (const it of cutter.wordsOf(text)) add('word', it)
  for (const it of cutter.pairsOf(text)) add('pair', it)
  return terms
}

/** What a profile says, once: an owner often repeats the title in the first sentence. */
export function textOf({ title, what, gives, asks }: Profile): string {
  const told = what.startsWith(title) ? what : `${title}\n${what}`
  return [told.slice(0, LONGEST), gives, asks].filter((it) => it !== undefined).join('\n')
}

/** The owner's name as it is printed to people. */
export function nameOf({ party, profile }: Studied): string {
  return party?.name ?? profile.owner
}
