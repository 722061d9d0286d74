import type { Question } from './facts.ts'
import type { Slot } from './lexicon.ts'
import type { Token } from './tokens.ts'

// Slots that stand for the same thing: a new place takes the place of the old one, a new list of the old list.
const families: readonly (readonly Slot[])[] = [
  ['province', 'region', 'area', 'zone', 'place'],
  ['list', 'measure'],
  ['level', 'type'],
  ['op', 'by', 'theme'],
  ['cell', 'unit'],
  ['column'],
  ['table'],
  ['nth', 'line', 'lane'],
  ['month'],
  ['year'],
]

/**
 * A question that leaves out what was said before, made whole: its own words, and from the earlier question those whose
 * family it does not speak of. Undefined where it holds nothing to go on with.
 */
export function mergeFollowUp(earlier: Question, now: Question): Question | undefined {
  const spoken = families.filter((family) => now.tokens.some((it) => family.includes(it.slot)))
  if (spoken.length === 0) return undefined
  const replaced = spoken.flat()
  const kept = earlier.tokens.filter((it: Token) => !replaced.includes(it.slot) && it.slot !== 'noise')
  return { tokens: [...kept, ...now.tokens], repaired: earlier.repaired || now.repaired }
}
