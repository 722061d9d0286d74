import { Problem } from '../../../core/errors.ts'
import { words } from './words.ts'

/** What says that two profiles speak of the same thing. */
export const contentTerms = ['words', 'fields', 'vectors'] as const
/** What takes away where it does not suit; unknown takes nothing. */
export const discountTerms = [
  'setting',
  'climate',
  'type',
  'region',
  'readiness',
  'forms',
  'capability',
  'freshness',
  'repeat',
  'load',
  'record',
] as const

export type ContentTerm = (typeof contentTerms)[number]
export type DiscountTerm = (typeof discountTerms)[number]
export type Term = ContentTerm | DiscountTerm
export type Weights = Readonly<Record<Term, number>>

const terms: readonly string[] = [...contentTerms, ...discountTerms]

/**
 * Reads data/alliance/weights.txt; its own head explains the lines.
 * @throws Problem naming every line that cannot be read and every term that is missing
 */
export function readWeights(text: string): Weights {
  const found = new Map<string, number>()
  const wrong: string[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const bare = line.replace(/#.*/, '').trim()
    if (bare === '') continue
    const [name = '', value = '', ...rest] = bare.split(/\s+/)
    const weight = Number(value)
    if (rest.length > 0 || !terms.includes(name) || value === '' || !(weight >= 0 && weight <= 1)) {
      wrong.push(words.badWeight(at + 1, bare))
    } else found.set(name, weight)
  }
  wrong.push(...terms.filter((it) => !found.has(it)).map(words.missingWeight))
  if (wrong.length > 0) throw new Problem(words.badWeights(wrong), words.badWeightsRemedy)
  return Object.fromEntries(found) as unknown as Weights
}
