import type { LocalDate } from '../../../core/clock.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { DayPreference, MatchLists } from '../../../store/match-lists.ts'
import { worthsAmong } from '../fitting/worth.ts'
import { type Day, type DayPlan, type Pair, pairsOf } from '../pairing/day.ts'
import { presentIn } from '../pairing/desk.ts'
import { type Change, dayAfter, repair } from '../pairing/repair.ts'
import type { MatchParts } from '../parts.ts'
import type { Partners } from '../suggesting/partners.ts'
import { type Asking, checkPlan, checkRepair } from './checks.ts'
import { dayWanting, holdingOn, pairsWanted, roundsAway, wantedBy } from './preferences.ts'
import { isSent } from './which-day.ts'

/** An exchange day as it is kept. */
export interface ExchangeDay {
  readonly id: string
  /** When it takes place. */
  readonly on: LocalDate
  readonly day: Day
  readonly plan: DayPlan
  /** What its participants had wished when it was planned, or last repaired; none in days planned before they could. */
  readonly preferences?: readonly DayPreference[]
  /** What two would talk about first: a need, and the offer that fits it. Pairs that only get to know each other have none. */
  readonly topics: readonly Topic[]
  /** By participant, what they were told last; nothing before the day is published. */
  readonly told?: Readonly<Record<string, Told>>
}

export interface Told {
  readonly timetable: readonly Turn[]
  /** The how manieth timetable that was. */
  readonly telling: number
}

export interface Topic {
  readonly pair: Pair
  readonly need: { readonly id: string; readonly title: string }
  readonly offer: { readonly id: string; readonly title: string }
}

export interface PlanAsked {
  readonly id: string
  readonly on: LocalDate
  readonly rounds: number
  readonly tables: number
  /** Organization ids; whoever has something published where left out. */
  readonly participants?: readonly string[]
  /** Rounds in which somebody is known not to be there. */
  readonly absent?: readonly { readonly id: string; readonly rounds: readonly number[] }[]
  /** Who must not meet, and who should, on this day alone; beside blocks and open introductions. */
  readonly apart?: readonly Pair[]
  readonly together?: readonly Pair[]
}

export interface ExchangeParts
  extends Pick<MatchParts, 'introductions' | 'matchLists' | 'organizations' | 'clock' | 'planDay'> {
  readonly partners: Partners
}

/**
 * Plans an exchange day out of what the alliance knows: worths of what they need and offer, blocks as vetoes, wishes of those
 * who have asked to meet, what participants wish of the day, and nobody whom they meet on another day that was sent, or met by
 * an introduction.
 * @throws Problem where it asks for what cannot be
 */
export async function planExchange(
  asked: PlanAsked,
  parts: ExchangeParts,
  asking: Asking,
): Promise<ExchangeDay> {
  const { id, on, rounds, tables, participants, absent = [], apart = [], together = [] } = asked
  const [pool, organizations, blocks, introductions, earlier, said] = await Promise.all([
    parts.partners.pool(),
    parts.organizations.all(),
    parts.matchLists.blocks(),
    parts.introductions.list(),
    exchangeDays(parts.matchLists),
    parts.matchLists.preferences(),
  ])
  const preferences = holdingOn(on, said, earlier)
  const comes = (it: string) => wantedBy(it, preferences).away !== 'all'
  const guests = new Set(organizations.filter((it) => it.kind !== 'office').map((it) => it.id))
  const here = [
    ...new Set(
      participants ??
        [...new Set(pool.studied.map((it) => it.profile.owner))]
          .filter((it) => guests.has(it) && comes(it))
          .sort(),
    ),
  ]
  const there = new Set(here)
  const both = ([one, other]: Pair) => there.has(one) && there.has(other)
  const between = await parts.partners.aside()
  const today = dayAt(parts.clock.now())
  checkPlan(asked, there, today, asking)
  const worths = worthsAmong(pool, there, {
    today,
    past: await parts.partners.past(),
    between: (one, other) => ({ blocked: between(one, other).blocked }),
  })
  const met = [
    ...earlier
      .filter((it) => it.id !== id && it.on !== on && isSent(it))
      .flatMap((it) => meetingsOf(it.plan)),
    ...introductions.filter((it) => it.metAt !== undefined).map((it): Pair => [it.from, it.to]),
  ]
  const wanted = pairsWanted(preferences, there)
  const day: Day = {
    participants: here.map((it) => {
      const away = new Set([
        ...absent.filter((one) => one.id === it).flatMap((one) => one.rounds),
        ...roundsAway(wantedBy(it, preferences), rounds),
      ])
      const all = Array.from({ length: rounds }, (_, at) => at + 1)
      return away.size === 0 ? { id: it } : { id: it, rounds: all.filter((round) => !away.has(round)) }
    }),
    rounds,
    tables,
    worths: worths.map((it) => [it.one, it.other, it.worth] as const),
    wishes: [
      ...introductions
        .filter((it) => it.state === 'asked' || it.state === 'talking')
        .map((it): Pair => [it.from, it.to]),
      ...together,
      ...wanted.wishes,
    ].filter(both),
    vetoes: [...blocks.map((it): Pair => [it.organization, it.blocked]), ...apart, ...wanted.vetoes].filter(
      both,
    ),
    met: met.filter(both),
  }
  const topics = worths.flatMap(({ one, other, about: [best] }): Topic[] => {
    if (!best) return []
    const told = ({ profile }: typeof best.need) => ({ id: profile.id, title: profile.title })
    return [{ pair: [one, other], need: told(best.need), offer: told(best.offer) }]
  })
  // Planned anew, it is told anew: what somebody was told before still says whether their day has changed.
  const told = earlier.find((it) => it.id === id)?.told
  const plan = await parts.planDay(day)
  const planned = { id, on, day, preferences, topics, plan, ...(told ? { told } : {}) }
  await parts.matchLists.keepDay(id, planned, parts.clock.now())
  return planned
}

/**
 * The day as it goes on after somebody came late or left, or wished something else than what it was planned from, with the
 * fewest changes; kept in place of the plan before.
 * @throws Problem where it asks for what cannot be
 */
export async function repairExchange(
  before: ExchangeDay,
  change: Change,
  parts: Pick<ExchangeParts, 'matchLists' | 'clock'>,
  asking: Asking,
): Promise<ExchangeDay & { readonly changed: readonly string[] }> {
  const [said, days] = await Promise.all([parts.matchLists.preferences(), exchangeDays(parts.matchLists)])
  const preferences = holdingOn(before.on, said, days)
  checkRepair(change, before, preferences, asking)
  const wanted = dayWanting(before.day, before.preferences ?? [], preferences)
  const { plan, changed } = repair(before.plan, wanted, change)
  const after = { ...before, day: dayAfter(wanted, change), preferences, plan }
  await parts.matchLists.keepDay(before.id, after, parts.clock.now())
  return { ...after, changed }
}

/** Every exchange day that was planned, the newest first. */
export async function exchangeDays(lists: Pick<MatchLists, 'days'>): Promise<readonly ExchangeDay[]> {
  return (await lists.days()).map((it) => it.body as ExchangeDay)
}

export function meetingsOf(plan: DayPlan): readonly Pair[] {
  return plan.rounds.flatMap((round) => round.meetings.flatMap((it) => pairsOf(it)))
}

/** What two would talk about first, whichever comes first. Pure. */
export function topicOf(
  { topics }: Pick<ExchangeDay, 'topics'>,
  one: string,
  other: string,
): Topic | undefined {
  return topics.find(({ pair }) => pair.includes(one) && pair.includes(other))
}

/** One round of one participant: at a table with others, resting, or not there. */
export type Turn =
  | { readonly round: number; readonly table: number; readonly others: readonly string[] }
  | { readonly round: number; readonly table?: never; readonly here: boolean }

/** Whom somebody meets in each round, and where. Pure. */
export function timetableOf(id: string, { day, plan }: Pick<ExchangeDay, 'day' | 'plan'>): readonly Turn[] {
  return plan.rounds.map(({ number: round, meetings }) => {
    const table = meetings.find((it) => it.members.includes(id))
    return table
      ? { round, table: table.table, others: table.members.filter((it) => it !== id) }
      : { round, here: presentIn(round, day).includes(id) }
  })
}
