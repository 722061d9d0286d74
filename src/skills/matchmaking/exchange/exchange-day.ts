import type { LocalDate } from '../../../core/clock.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { MatchLists } from '../../../store/match-lists.ts'
import { worthsAmong } from '../fitting/worth.ts'
import { type Day, type DayPlan, type Pair, pairsOf } from '../pairing/day.ts'
import { presentIn } from '../pairing/pair.ts'
import { type Change, dayAfter, repair } from '../pairing/repair.ts'
import type { MatchParts } from '../parts.ts'
import type { Partners } from '../suggesting/partners.ts'

/** An exchange day as it is kept. */
export interface ExchangeDay {
  readonly id: string
  /** When it takes place. */
  readonly on: LocalDate
  readonly day: Day
  readonly plan: DayPlan
  /** What two would talk about first: a need, and the offer that fits it. Pairs that only get to know each other have none. */
  readonly topics: readonly Topic[]
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
}

export interface ExchangeParts
  extends Pick<MatchParts, 'introductions' | 'matchLists' | 'organizations' | 'clock'> {
  readonly partners: Partners
  /** Plans a day, in a thread of its own where the chat must not wait. */
  readonly planDay: (day: Day) => Promise<DayPlan>
}

/**
 * Plans an exchange day out of what the alliance knows: worths of what they need and offer, blocks as vetoes, wishes of those
 * who have asked to meet, and nobody whom they met at an earlier day or by an introduction.
 */
export async function planExchange(
  { id, on, rounds, tables, participants }: PlanAsked,
  parts: ExchangeParts,
): Promise<ExchangeDay> {
  const [pool, organizations, blocks, introductions, earlier] = await Promise.all([
    parts.partners.pool(),
    parts.organizations.all(),
    parts.matchLists.blocks(),
    parts.introductions.list(),
    exchangeDays(parts.matchLists),
  ])
  const guests = new Set(organizations.filter((it) => it.kind !== 'office').map((it) => it.id))
  const here =
    participants ??
    [...new Set(pool.studied.map((it) => it.profile.owner))].filter((it) => guests.has(it)).sort()
  const there = new Set(here)
  const both = ([one, other]: Pair) => there.has(one) && there.has(other)
  const between = await parts.partners.aside()
  const worths = worthsAmong(pool, there, {
    today: dayAt(parts.clock.now()),
    between: (one, other) => ({ blocked: between(one, other).blocked }),
  })
  const met = [
    ...earlier.filter((it) => it.id !== id).flatMap((it) => meetingsOf(it.plan)),
    ...introductions.filter((it) => it.metAt !== undefined).map((it): Pair => [it.from, it.to]),
  ]
  const day: Day = {
    participants: here.map((it) => ({ id: it })),
    rounds,
    tables,
    worths: worths.map((it) => [it.one, it.other, it.worth] as const),
    wishes: introductions
      .filter((it) => it.state === 'asked' || it.state === 'talking')
      .map((it): Pair => [it.from, it.to])
      .filter(both),
    vetoes: blocks.map((it): Pair => [it.organization, it.blocked]).filter(both),
    met: met.filter(both),
  }
  const topics = worths.flatMap(({ one, other, about: [best] }): Topic[] => {
    if (!best) return []
    const told = ({ profile }: typeof best.need) => ({ id: profile.id, title: profile.title })
    return [{ pair: [one, other], need: told(best.need), offer: told(best.offer) }]
  })
  const planned = { id, on, day, topics, plan: await parts.planDay(day) }
  await parts.matchLists.keepDay(id, planned, parts.clock.now())
  return planned
}

/** The day as it goes on after somebody came late or left, with the fewest changes; kept in place of the plan before. */
export async function repairExchange(
  { id, on, day, plan, topics }: ExchangeDay,
  change: Change,
  parts: Pick<ExchangeParts, 'matchLists' | 'clock'>,
): Promise<ExchangeDay & { readonly changed: readonly string[] }> {
  const { plan: mended, changed } = repair(plan, day, change)
  const after = { id, on, day: dayAfter(day, change), plan: mended, topics }
  await parts.matchLists.keepDay(id, after, parts.clock.now())
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
