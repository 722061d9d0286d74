import {
  type Introduction,
  type OutcomeKind,
  type WhyNothing,
  whysNothing,
} from '../../../core/introduction.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import type { Profile } from '../../../core/profile.ts'

export interface Figures {
  readonly counts: Readonly<Record<'published' | 'asked' | 'agreed' | 'met' | OutcomeKind, number>>
  /** By reason, and what was said besides. */
  readonly whyNothing: readonly {
    readonly why: WhyNothing
    readonly notes: readonly string[]
    readonly count: number
  }[]
}

/** What the annual report says of a year's matchmaking. Pure. */
export function figuresOf(
  introductions: readonly Introduction[],
  published: readonly Profile[],
  year: number,
): Figures {
  const within = (at: number | undefined) => at !== undefined && yearOf(dayAt(at)) === year
  const concluded = introductions.filter((it) => within(it.outcome?.at))
  const came = (kind: OutcomeKind) => concluded.filter((it) => it.outcome?.kind === kind).length
  return {
    counts: {
      published: published.length,
      asked: introductions.filter((it) => within(it.askedAt)).length,
      agreed: introductions.filter((it) => it.consents.length > 1 && within(it.consents[1]?.at)).length,
      met: introductions.filter(
        (it) => within(it.metAt) || (within(it.outcome?.at) && it.outcome?.kind !== 'nothing'),
      ).length,
      visit: came('visit'),
      memorandum: came('memorandum'),
      project: came('project'),
      nothing: came('nothing'),
    },
    whyNothing: whysNothing.flatMap((why) => {
      const its = concluded.flatMap(({ outcome }) =>
        outcome?.kind === 'nothing' && (outcome.why ?? 'other') === why ? [outcome] : [],
      )
      const notes = its.flatMap((it) => (it.note === undefined ? [] : [it.note]))
      return its.length === 0 ? [] : [{ why, count: its.length, notes }]
    }),
  }
}
