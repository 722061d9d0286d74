import type { LocalDate } from '../../../core/clock.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { DayPreference } from '../../../store/match-lists.ts'
import type { Day, Pair } from '../pairing/day.ts'
import { range } from '../pairing/desk.ts'
import type { ExchangeDay } from './exchange-day.ts'
import { aheadOf, isSent } from './which-day.ts'

/** What a participant wishes of an exchange day. */
export type Wanted = Pick<DayPreference, 'meet' | 'avoid' | 'away'>

export const nothingWanted: Wanted = { meet: [], avoid: [], away: [] }

/** No day has more rounds: whoever leaves after the second one is away up to here. */
export const MOST_ROUNDS = 20

/** The next day of which a participant has a timetable; a draft is nobody's appointment. Pure. */
export function nextDayOf(
  organization: string,
  days: readonly ExchangeDay[],
  today: LocalDate,
): ExchangeDay | undefined {
  return aheadOf(days, today).find((it) => isSent(it) && takesPart(organization, it))
}

/**
 * Of what was said, what holds for a day: what somebody wishes is for the first exchange day that they come to from then on,
 * and used up with it. Pure.
 */
export function holdingOn(
  on: LocalDate,
  said: readonly DayPreference[],
  days: readonly ExchangeDay[],
): readonly DayPreference[] {
  return said.filter((it) => {
    const since = dayAt(it.since)
    return !days.some(
      (day) => isSent(day) && day.on >= since && day.on < on && takesPart(it.organization, day),
    )
  })
}

/** Who wishes something else now than what the plan was made from. Pure. */
export function changedSince(
  { day, preferences = [] }: Pick<ExchangeDay, 'day' | 'preferences'>,
  holding: readonly DayPreference[],
): readonly string[] {
  return day.participants
    .map((it) => it.id)
    .filter((id) => JSON.stringify(wantedBy(id, preferences)) !== JSON.stringify(wantedBy(id, holding)))
}

export function wantedBy(organization: string, said: readonly (Wanted & { organization: string })[]): Wanted {
  const { meet, avoid, away } = said.find((it) => it.organization === organization) ?? nothingWanted
  return { meet, avoid, away }
}

/** Rounds of a day in which somebody is not there. Pure. */
export function roundsAway({ away }: Pick<Wanted, 'away'>, rounds: number): readonly number[] {
  return away === 'all' ? range(rounds) : away.filter((it) => it <= rounds)
}

/** The wishes and the vetoes among those who take part, as pairs. Pure. */
export function pairsWanted(
  said: readonly DayPreference[],
  there: ReadonlySet<string>,
): { readonly wishes: readonly Pair[]; readonly vetoes: readonly Pair[] } {
  const pairs = (of: 'meet' | 'avoid') =>
    said.flatMap((it) => it[of].map((other): Pair => [it.organization, other])).filter(bothIn(there))
  return { wishes: pairs('meet'), vetoes: pairs('avoid') }
}

/** The day with what is wished now in place of what was wished before. What the office set besides stays. Pure. */
export function dayWanting(day: Day, before: readonly DayPreference[], now: readonly DayPreference[]): Day {
  const there = new Set(day.participants.map((it) => it.id))
  const [old, fresh] = [pairsWanted(before, there), pairsWanted(now, there)]
  return {
    ...day,
    participants: day.participants.map((it) => {
      const wasAway = roundsAway(wantedBy(it.id, before), day.rounds)
      const isAway = roundsAway(wantedBy(it.id, now), day.rounds)
      if (String(wasAway) === String(isAway)) return it
      const planned = it.rounds ?? range(day.rounds)
      const rounds = range(day.rounds).filter(
        (round) => !isAway.includes(round) && (planned.includes(round) || wasAway.includes(round)),
      )
      return { ...it, rounds }
    }),
    wishes: [...without(day.wishes ?? [], old.wishes), ...fresh.wishes],
    vetoes: [...without(day.vetoes ?? [], old.vetoes), ...fresh.vetoes],
  }
}

/** Two of whom one asked for a meeting that the other does not want; the office alone is told. Pure. */
export function unwelcome(said: readonly DayPreference[]): readonly Pair[] {
  const vetoed = new Set(said.flatMap((it) => it.avoid.map((other) => `${it.organization}\n${other}`)))
  return said.flatMap((it) =>
    it.meet
      .filter((other) => vetoed.has(`${other}\n${it.organization}`))
      .map((other): Pair => [it.organization, other]),
  )
}

function takesPart(organization: string, { day }: Pick<ExchangeDay, 'day'>): boolean {
  return day.participants.some((it) => it.id === organization)
}

function bothIn(there: ReadonlySet<string>): (pair: Pair) => boolean {
  return ([one, other]) => there.has(one) && there.has(other)
}

/** Each of `gone` taken away once: a block that says the same stays. */
function without(pairs: readonly Pair[], gone: readonly Pair[]): readonly Pair[] {
  const left = gone.map(String)
  return pairs.filter((it) => {
    const at = left.indexOf(String(it))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
