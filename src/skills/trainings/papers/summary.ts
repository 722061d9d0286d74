import type { Training } from '../../../core/training.ts'
import type { ZoneRank } from '../../../core/zone-rank.ts'
import { byProvince, type RosterEntry } from './roster-entry.ts'

/** `national` and `provincial` count zones, `provinces` provinces, the others people. */
export type SummaryFigure =
  | 'announced'
  | 'registered'
  | 'seated'
  | 'came'
  | 'provinces'
  | 'national'
  | 'provincial'

/** One person's answer to one question of the feedback, as a mark. */
export interface FeedbackMark {
  readonly question: string
  /** The scale is the question's, usually 1 to 5. */
  readonly mark: number
}

export interface ProvinceCount {
  /** Short name; empty for those without a province. */
  readonly province: string
  /** Seats that were set aside for it, where there were any. */
  readonly quota?: number
  readonly registered: number
  readonly seated: number
  readonly waiting: number
  readonly came: number
}

export interface FeedbackAverage {
  readonly question: string
  readonly average: number
  readonly answers: number
}

/** What the annual report tells of a training. */
export interface Summary {
  readonly training: Training
  /** One that nobody counted is absent. */
  readonly figures: Readonly<Partial<Record<SummaryFigure, number>>>
  /** In the official order. */
  readonly provinces: readonly ProvinceCount[]
  readonly feedback: readonly FeedbackAverage[]
}

export interface SummaryParts {
  readonly training: Training
  readonly entries: readonly RosterEntry[]
  /** People who were told of it. */
  readonly announced?: number
  /** Whether an organization, by its id, is a zone and of what rank; undefined for all others. */
  readonly rankOf: (organization: string) => ZoneRank | undefined
  readonly feedback: readonly FeedbackMark[]
}

/** The figures of a training. Nobody is counted as having come who was not seen in the room. Pure. */
export function summaryOf({ training, entries, announced, rankOf, feedback }: SummaryParts): Summary {
  const came = entries.filter(({ registration }) => registration.attendedAt !== undefined)
  const zones = new Set(came.map((it) => it.registration.organization))
  const ranked = (rank: ZoneRank) => [...zones].filter((it) => rankOf(it) === rank).length
  const provinces = countsByProvince(training, entries)
  const total = (figure: 'registered' | 'seated' | 'came') =>
    provinces.reduce((sum, it) => sum + it[figure], 0)
  return {
    training,
    figures: {
      ...(announced === undefined ? {} : { announced }),
      registered: total('registered'),
      seated: total('seated'),
      came: total('came'),
      provinces: provinces.filter((it) => it.province !== '' && it.came > 0).length,
      national: ranked('national'),
      provincial: ranked('provincial'),
    },
    provinces,
    feedback: averagesOf(feedback),
  }
}

/** By province, those that have a quota and sent nobody included. Pure. */
export function countsByProvince(
  { quotas }: Pick<Training, 'quotas'>,
  entries: readonly RosterEntry[],
): readonly ProvinceCount[] {
  const reserved = new Map(quotas.filter((it) => it.of === 'province').map((it) => [it.who, it.seats]))
  const empty = [...reserved.keys()].filter((who) => entries.every((it) => it.registration.province !== who))
  const counted = byProvince(entries).map(({ province, entries: those }): ProvinceCount => {
    const quota = reserved.get(province)
    const count = (counts: (it: RosterEntry['registration']) => boolean) =>
      those.filter((it) => counts(it.registration)).length
    return {
      province,
      ...(quota === undefined ? {} : { quota }),
      registered: count((it) => it.state !== 'declined'),
      seated: count((it) => it.state === 'seated'),
      waiting: count((it) => it.state === 'waiting' || it.state === 'offered'),
      came: count((it) => it.attendedAt !== undefined),
    }
  })
  const absent = empty.map(
    (province): ProvinceCount => ({
      province,
      quota: reserved.get(province) ?? 0,
      registered: 0,
      seated: 0,
      waiting: 0,
      came: 0,
    }),
  )
  return [
    ...counted.filter((it) => it.province !== ''),
    ...absent,
    ...counted.filter((it) => it.province === ''),
  ]
}

/** To one decimal, in the order of the questions. */
function averagesOf(marks: readonly FeedbackMark[]): readonly FeedbackAverage[] {
  return [...new Set(marks.map((it) => it.question))].map((question) => {
    const given = marks.filter((it) => it.question === question).map((it) => it.mark)
    const average = given.reduce((sum, it) => sum + it, 0) / given.length
    return { question, average: Math.round(average * 10) / 10, answers: given.length }
  })
}
