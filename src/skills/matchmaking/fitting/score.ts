import type { LocalDate } from '../../../core/clock.ts'
import { daysBetween } from '../../../core/local-date.ts'
import { stages } from '../../../core/profile.ts'
import type { Studied } from './study.ts'
import { contentTerms, type DiscountTerm, discountTerms, type Term, type Weights } from './weights.ts'

/** One term of a score, shown as it is. */
export interface ScoredTerm {
  readonly term: Term
  /** 0 does not suit at all, 1 suits fully. */
  readonly value: number
  readonly weight: number
}

/** How well an offer meets a need. */
export interface Fit {
  /** 0 to 1: what both speak of, times every discount. */
  readonly score: number
  /** 0 to 1: whether both speak of the same thing. */
  readonly content: number
  /** Every term that something is known of. */
  readonly terms: readonly ScoredTerm[]
}

/** What is known beside the two profiles. */
export interface Circumstances {
  readonly today: LocalDate
  /** How alike their words are, rare ones counting more: 0 to 1. It takes the whole pool to say. */
  readonly alike: number
  /** How near their fields are: 0 to 1, undefined where nobody can tell. */
  readonly fields: number | undefined
  /** How much nearer in meaning than is usual: 0 to 1, undefined where nobody can tell, as without an embedding model. */
  readonly meaning: number | undefined
  /** How much ways of doing it depend on the place, 0 not at all, 1 fully: climate and setting count by it. */
  readonly bound: number
  /** Both already met through the alliance, e.g. last year. */
  readonly met?: boolean
  /** What the giver has running, as a share of what it can take: 0 free, 1 full. */
  readonly load?: number
  /** How often the offer fulfilled what it promised to others: 0 never, 1 always. */
  readonly record?: number
  /** The need looks for assistance: the giver should be ahead, and nothing is expected back. */
  readonly assistance?: boolean
}

const placeTerms: ReadonlySet<Term> = new Set(['setting', 'climate'])

/** Days after which nobody relies on a profile any more that its owner did not confirm. */
const STALE = 730

/** Pure: the same profiles and circumstances give the same score. Order matters: a need, and what is given. */
export function scoreOf(need: Studied, offer: Studied, circumstances: Circumstances, weights: Weights): Fit {
  const values: Record<Term, number | undefined> = {
    words: circumstances.alike,
    fields: circumstances.fields,
    vectors: circumstances.meaning,
    ...discountsOf(need, offer, circumstances),
  }
  const shown = (terms: readonly Term[]): ScoredTerm[] =>
    terms.flatMap((term) => {
      const value = values[term]
      const share = placeTerms.has(term) ? circumstances.bound : 1
      return value === undefined ? [] : [{ term, value, weight: weights[term] * share }]
    })
  const [contents, discounts] = [shown(contentTerms), shown(discountTerms)]
  const content = 1 - contents.reduce((left, { value, weight }) => left * (1 - weight * value), 1)
  const score = discounts.reduce((left, { value, weight }) => left * (1 - weight * (1 - value)), content)
  return { score, content, terms: [...contents, ...discounts] }
}

/** Ways in which the circumstances suit, 1 fully, 0 not at all, undefined where nobody knows. */
function discountsOf(
  need: Studied,
  offer: Studied,
  { today, met, load, record, assistance }: Circumstances,
): Record<DiscountTerm, number | undefined> {
  const [there, here] = [need.party, offer.party]
  return {
    setting: overlap(need.settings, offer.settings),
    climate: same(there?.climate, here?.climate),
    type: same(there?.type, here?.type),
    region: same(there?.region, here?.region),
    readiness: readiness(need, offer),
    forms: overlap(need.forms, offer.forms),
    capability: assistance === true ? ahead(here?.capability, there?.capability) : undefined,
    freshness: 1 - Math.min(1, Math.max(0, daysBetween(offer.profile.confirmed, today)) / STALE),
    repeat: met === undefined ? undefined : Number(!met),
    load: load === undefined ? undefined : 1 - Math.min(1, Math.max(0, load)),
    record,
  }
}

/** Who asks for what is proven will not be a trial: one step short is as bad as two. */
function readiness(need: Studied, offer: Studied): number {
  return Number(stages.indexOf(offer.profile.stage) >= stages.indexOf(need.profile.stage))
}

/** The share of what the need asks for that is there. */
function overlap(asked: readonly string[], there: readonly string[]): number | undefined {
  if (asked.length === 0 || there.length === 0) return undefined
  return asked.filter((it) => there.includes(it)).length / asked.length
}

function same(one: string | undefined, other: string | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Number(one === other)
}

/** A helper that is not ahead is no helper; a quarter of the field ahead is enough. */
function ahead(helper: number | undefined, helped: number | undefined): number | undefined {
  if (helper === undefined || helped === undefined) return undefined
  return Math.min(1, Math.max(0, (helper - helped) * 4))
}
