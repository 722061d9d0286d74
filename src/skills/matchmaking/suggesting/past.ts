import type { Introduction, MatchOutcome, WhyNothing } from '../../../core/introduction.ts'

/** What earlier introductions teach. */
export interface Past {
  /** Their owners found that this need and this offer do not go together. */
  failed(need: string, offer: string): boolean
  /** They have been tried, and failed for something that passes. */
  again(need: string, offer: string): MatchOutcome | undefined
  /** How often something came of an offer, with whomever. */
  cameOf(offer: string): number
  /** How often an offer fulfilled what it promised: 0 to 1; undefined where nobody has tried it. */
  record(offer: string): number | undefined
}

/** Reasons that will be the same next year. Whoever had no time this spring may have some in autumn. */
const lasting: ReadonlySet<WhyNothing | undefined> = new Set(['conditions', 'matter', 'terms'])

/** Pure. @param introductions of which those count that have an outcome */
export function pastOf(introductions: readonly Introduction[]): Past {
  const failed = new Set<string>()
  const passed = new Map<string, MatchOutcome>()
  const tried = new Map<string, { good: number; bad: number }>()
  for (const it of introductions) {
    const { outcome, offer } = it
    if (!outcome) continue
    const so = tried.get(offer) ?? { good: 0, bad: 0 }
    if (outcome.kind !== 'nothing') so.good += 1
    else if (failedForGood(it)) {
      so.bad += 1
      failed.add(pairOf(it.need, offer))
    } else passed.set(pairOf(it.need, offer), outcome)
    tried.set(offer, so)
  }
  return {
    failed: (need, offer) => failed.has(pairOf(need, offer)),
    again: (need, offer) => passed.get(pairOf(need, offer)),
    cameOf: (offer) => tried.get(offer)?.good ?? 0,
    record(offer) {
      const { good = 0, bad = 0 } = tried.get(offer) ?? {}
      // As if it had succeeded once before: one failure is no verdict.
      return good + bad === 0 ? undefined : (good + 1) / (good + bad + 1)
    },
  }
}

/** Whether nothing came of it for a reason that lies in the two, not in the season. */
export function failedForGood({ outcome }: Pick<Introduction, 'outcome'>): boolean {
  return outcome?.kind === 'nothing' && lasting.has(outcome.why)
}

/** Whether nothing came of it for want of time, or of somebody to talk to: as if they had not met. */
export function failedForNow(it: Pick<Introduction, 'outcome'>): boolean {
  return it.outcome?.kind === 'nothing' && !failedForGood(it)
}

function pairOf(need: string, offer: string): string {
  return `${need}\n${offer}`
}
